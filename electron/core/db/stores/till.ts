import { Certificate, type ResumeAnswer } from "../../../../shared/contract/sync.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** Who this till is, once enrolled. */
export type TillRow = {
  tillId: string;
  outletId: string;
  centreUrl: string;
  rootPublicKey: string;
  /** the regency's HMAC key, sealed to this till's X25519 key */
  sealedRegencyKey: string;
  enrolledAt: number;
};

export function till(db: ReadDb): TillRow | null {
  const row = statement(
    db,
    `SELECT till_id AS tillId, outlet_id AS outletId, centre_url AS centreUrl,
       root_public_key AS rootPublicKey, sealed_regency_key AS sealedRegencyKey,
       enrolled_at AS enrolledAt
     FROM till`,
  ).get();
  return (row as TillRow | undefined) ?? null;
}

export function insertTill(db: WriteDb, row: TillRow): void {
  statement(
    db,
    `INSERT INTO till
       (one, till_id, outlet_id, centre_url, root_public_key, sealed_regency_key, enrolled_at)
     VALUES (1, @tillId, @outletId, @centreUrl, @rootPublicKey, @sealedRegencyKey, @enrolledAt)`,
  ).run(row);
}

export function insertCertificate(db: WriteDb, certificate: Certificate): void {
  statement(db, "INSERT INTO certificate (key_id, from_seq, body) VALUES (?, ?, ?)").run(
    certificate.keyId,
    certificate.fromSeq,
    JSON.stringify(certificate),
  );
}

/** Takes what the root issued in the place of the provisional certificate. */
export function keepCertified(
  db: WriteDb,
  { certificate, sealedRegencyKey }: Pick<ResumeAnswer, "certificate" | "sealedRegencyKey">,
): void {
  statement(db, "UPDATE certificate SET body = ? WHERE from_seq = 1").run(
    JSON.stringify(certificate),
  );
  statement(db, "UPDATE till SET sealed_regency_key = coalesce(?, sealed_regency_key)").run(
    sealedRegencyKey,
  );
}

/** The certificate of the key that signs now. */
export function currentCertificate(db: ReadDb): Certificate | null {
  const row = statement(db, "SELECT body FROM certificate ORDER BY from_seq DESC LIMIT 1").get();
  return row === undefined ? null : Certificate.parse(JSON.parse((row as { body: string }).body));
}

/** Every certificate this till had, the newest last. */
export function certificates(db: ReadDb): Certificate[] {
  const rows = statement(db, "SELECT body FROM certificate ORDER BY from_seq").all();
  return (rows as { body: string }[]).map(({ body }) => Certificate.parse(JSON.parse(body)));
}

/** An enrolment under way: what is asked again until the admin has compared the fingerprints. */
export type EnrolmentRow = {
  centreUrl: string;
  lookup: string;
  rootPrefix: string;
  proof: string;
  fingerprint: string;
  state: "PENDING" | "REFUSED";
  startedAt: number;
};

export function enrolment(db: ReadDb): EnrolmentRow | null {
  const row = statement(
    db,
    `SELECT centre_url AS centreUrl, lookup, root_prefix AS rootPrefix, proof, fingerprint, state,
       started_at AS startedAt
     FROM enrolment`,
  ).get();
  return (row as EnrolmentRow | undefined) ?? null;
}

export function saveEnrolment(db: WriteDb, row: EnrolmentRow): void {
  statement(
    db,
    `INSERT OR REPLACE INTO enrolment
       (one, centre_url, lookup, root_prefix, proof, fingerprint, state, started_at)
     VALUES (1, @centreUrl, @lookup, @rootPrefix, @proof, @fingerprint, @state, @startedAt)`,
  ).run(row);
}

export function deleteEnrolment(db: WriteDb): void {
  statement(db, "DELETE FROM enrolment").run();
}
