import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** What a command did, kept so that its repeat does nothing. `result` is JSON with ids only. */
export type CommandRow = {
  commandId: string;
  procedure: string;
  fingerprint: string;
  result: string;
  at: number;
};

export function commandById(db: ReadDb, commandId: string): CommandRow | null {
  const row = statement(
    db,
    `SELECT command_id AS commandId, procedure, fingerprint, result, at
     FROM command WHERE command_id = ?`,
  ).get(commandId);
  return (row as CommandRow | undefined) ?? null;
}

export function insertCommand(db: WriteDb, row: CommandRow): void {
  statement(
    db,
    `INSERT INTO command (command_id, procedure, fingerprint, result, at)
     VALUES (@commandId, @procedure, @fingerprint, @result, @at)`,
  ).run(row);
}
