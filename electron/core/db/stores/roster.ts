import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** A person of the roster. `identitySealed` holds `Identity` as JSON; null once the roster expired. */
export type PersonRow = {
  personId: string;
  nipLookup: Uint8Array;
  identitySealed: Uint8Array | null;
  /** JSON of the effective-dated terms, and of the exempt months */
  terms: string;
  exemptions: string;
  active: 0 | 1;
  feedSeq: number;
};

export function upsertPerson(db: WriteDb, row: PersonRow): void {
  statement(
    db,
    `INSERT INTO person
       (person_id, nip_lookup, identity_sealed, terms, exemptions, active, feed_seq)
     VALUES (@personId, @nipLookup, @identitySealed, @terms, @exemptions, @active, @feedSeq)
     ON CONFLICT (person_id) DO UPDATE SET nip_lookup = excluded.nip_lookup,
       identity_sealed = excluded.identity_sealed, terms = excluded.terms,
       exemptions = excluded.exemptions, active = excluded.active, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > person.feed_seq`,
  ).run(row);
}

const PERSON = `person_id AS personId, nip_lookup AS nipLookup, identity_sealed AS identitySealed,
  terms, exemptions, active, feed_seq AS feedSeq`;

export function personById(db: ReadDb, personId: string): PersonRow | null {
  const row = statement(db, `SELECT ${PERSON} FROM person WHERE person_id = ?`).get(personId);
  return (row as PersonRow | undefined) ?? null;
}

/** The active person of a NIP's lookup HMAC; a NIP that moved on finds its newest holder. */
export function personByNip(db: ReadDb, nipLookup: Uint8Array): PersonRow | null {
  const row = statement(
    db,
    `SELECT ${PERSON} FROM person WHERE nip_lookup = ?
     ORDER BY active DESC, feed_seq DESC LIMIT 1`,
  ).get(nipLookup);
  return (row as PersonRow | undefined) ?? null;
}

/**
 * Wipes names and NIP of everybody and gives how many had them. Ids, terms and lookup HMACs stay; with
 * `feed_seq` 0 the centre's next word on a person is taken even when it is the same as before.
 */
export function wipeIdentities(db: WriteDb): number {
  return statement(
    db,
    "UPDATE person SET identity_sealed = NULL, feed_seq = 0 WHERE identity_sealed IS NOT NULL",
  ).run().changes;
}

export function rosterSize(db: ReadDb): number {
  return (statement(db, "SELECT count(*) AS n FROM person").get() as { n: number }).n;
}

export type CardRow = { serial: number; personId: string; revoked: 0 | 1; feedSeq: number };

export function upsertCard(db: WriteDb, row: CardRow): void {
  statement(
    db,
    `INSERT INTO card (serial, person_id, revoked, feed_seq)
     VALUES (@serial, @personId, @revoked, @feedSeq)
     ON CONFLICT (serial) DO UPDATE SET person_id = excluded.person_id,
       revoked = excluded.revoked, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > card.feed_seq`,
  ).run(row);
}

export function cardBySerial(db: ReadDb, serial: number): CardRow | null {
  const row = statement(
    db,
    "SELECT serial, person_id AS personId, revoked, feed_seq AS feedSeq FROM card WHERE serial = ?",
  ).get(serial);
  return (row as CardRow | undefined) ?? null;
}

export type CardKeyRow = { cardKeyId: number; publicKey: string; feedSeq: number };

export function upsertCardKey(db: WriteDb, row: CardKeyRow): void {
  statement(
    db,
    `INSERT INTO card_key (card_key_id, public_key, feed_seq)
     VALUES (@cardKeyId, @publicKey, @feedSeq)
     ON CONFLICT (card_key_id) DO UPDATE SET public_key = excluded.public_key,
       feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > card_key.feed_seq`,
  ).run(row);
}

export function cardKey(db: ReadDb, cardKeyId: number): string | undefined {
  const row = statement(
    db,
    "SELECT public_key AS publicKey FROM card_key WHERE card_key_id = ?",
  ).get(cardKeyId);
  return (row as { publicKey: string } | undefined)?.publicKey;
}

export type MonthTotalRow = {
  personId: string;
  period: string;
  counted: number;
  asOf: number;
  feedSeq: number;
};

export function upsertMonthTotal(db: WriteDb, row: MonthTotalRow): void {
  statement(
    db,
    `INSERT INTO month_total (person_id, period, counted, as_of, feed_seq)
     VALUES (@personId, @period, @counted, @asOf, @feedSeq)
     ON CONFLICT (person_id, period) DO UPDATE SET counted = excluded.counted,
       as_of = excluded.as_of, feed_seq = excluded.feed_seq
     WHERE excluded.feed_seq > month_total.feed_seq`,
  ).run(row);
}

/**
 * What is counted for a person in a month as far as this till can know: the centre's figure, and the
 * till's own sales and reversals that the centre had not received when it said so. `asOf` is null
 * before the first.
 */
export function monthCounted(
  db: ReadDb,
  personId: string,
  period: string,
): { counted: number; asOf: number | null } {
  return statement(
    db,
    `WITH told AS (
       SELECT counted, as_of FROM month_total WHERE person_id = @personId AND period = @period
     ), heard AS (
       SELECT coalesce(max(seq), 0) AS seq FROM countersigned_head
       WHERE received_at <= (SELECT as_of FROM told)
     )
     SELECT max(0, coalesce((SELECT counted FROM told), 0)
       + coalesce((SELECT sum(counted) FROM sale
           WHERE person_id = @personId AND period = @period AND seq > (SELECT seq FROM heard)
             AND seq NOT IN (SELECT seq FROM quarantine)), 0)
       - coalesce((SELECT sum(counted) FROM reversal
           WHERE person_id = @personId AND sale_period = @period
             AND seq > (SELECT seq FROM heard)
             AND seq NOT IN (SELECT seq FROM quarantine)
             AND sale_seq NOT IN (SELECT seq FROM quarantine)), 0)) AS counted,
       (SELECT as_of FROM told) AS asOf`,
  ).get({ personId, period }) as { counted: number; asOf: number | null };
}
