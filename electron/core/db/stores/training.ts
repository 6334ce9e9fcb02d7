import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Since when sales are only to learn, or null while they are real. */
export function training(db: ReadDb): { since: number } | null {
  const row = statement(db, "SELECT since FROM training").get();
  return (row as { since: number } | undefined) ?? null;
}

/** Begins training, the open cart being put aside. */
export function insertTraining(
  db: WriteDb,
  begun: { readonly since: number; readonly afterSeq: number },
): void {
  statement(
    db,
    `INSERT INTO training (one, since, after_seq, cart_id, feed_seq, body, previous_body,
       private_sealed, note_sealed)
     SELECT 1, @since, @afterSeq, cart_id, feed_seq, body, previous_body, private_sealed, note_sealed
     FROM cart`,
  ).run(begun);
}

/** Ends training: the cart put aside is the open one again, and the training cart is gone. */
export function deleteTraining(db: WriteDb): void {
  statement(
    db,
    `UPDATE cart SET (cart_id, feed_seq, body, previous_body, private_sealed, note_sealed) =
       (SELECT cart_id, feed_seq, body, previous_body, private_sealed, note_sealed FROM training)`,
  ).run();
  statement(db, "DELETE FROM training").run();
}

type TrainingSaleRow = { trainingId: string; seq: number; commandId: string };

export function insertTrainingSale(db: WriteDb, row: TrainingSaleRow): void {
  statement(
    db,
    `INSERT INTO training_sale (training_id, seq, command_id)
     VALUES (@trainingId, @seq, @commandId)`,
  ).run(row);
}

/** The seq of a training sale's entry, by its own id or its command's; null: there is none. */
export function trainingSeq(db: ReadDb, id: string): number | null {
  const row = statement(
    db,
    "SELECT seq FROM training_sale WHERE training_id = @id OR command_id = @id",
  ).get({ id });
  return (row as { seq: number } | undefined)?.seq ?? null;
}

/** The newest training sale since training began, or null. */
export function lastTrainingId(db: ReadDb): string | null {
  const row = statement(
    db,
    `SELECT s.training_id AS id FROM training_sale s JOIN training t ON s.seq > t.after_seq
     ORDER BY s.seq DESC LIMIT 1`,
  ).get();
  return (row as { id: string } | undefined)?.id ?? null;
}
