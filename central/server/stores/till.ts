import type { DeviceKind } from "../../../shared/contract/roles.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { instantText } from "../../../shared/domain/period.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** A till as the centre knows it; the regency comes from here, never from a request. */
export type TillRecord = {
  readonly regencyId: string;
  readonly tillId: string;
  readonly outletId: string;
  readonly outletCode: string;
  readonly outletName: string;
  readonly tillCode: string;
  readonly deviceKind: DeviceKind;
  readonly sealPublicKey: string;
  readonly state: "ACTIVE" | "REVOKED";
  /** entries after this one are kept aside, once the till is revoked */
  readonly revokedAfterSeq: number | null;
  /** its TILL_CLOSED, once it was taken out of service */
  readonly closedSeq: number | null;
  /** the key it was asked to change last, or null */
  readonly keyToChange: string | null;
  /** the till whose key vouched for this one's, where no person did; else null */
  readonly provisionalOf: string | null;
};

/** Whether it was neither revoked nor closed. */
export function isInService({ state, closedSeq }: TillRecord): boolean {
  return state === "ACTIVE" && closedSeq === null;
}

const TILL = `select t.regency_id as "regencyId", t.till_id as "tillId", t.outlet_id as "outletId",
    o.code as "outletCode", o.name as "outletName", t.till_code as "tillCode",
    t.device_kind as "deviceKind", t.seal_public_key as "sealPublicKey", t.state,
    t.revoked_after_seq as "revokedAfterSeq", t.closed_seq as "closedSeq",
    t.key_to_change as "keyToChange", t.provisional_of as "provisionalOf"
  from till t join outlet o using (regency_id, outlet_id)`;

/** The till with this id, in whichever regency, or null. */
export function findTill(db: Queryable, tillId: string): Promise<TillRecord | null> {
  return queryOne<TillRecord>(db, `${TILL} where t.till_id = $1`, [tillId]);
}

/** Keeps a new till and its first certificate, with an empty chain. */
export async function saveNewTill(
  tx: Transaction,
  till: {
    readonly certificate: Certificate;
    readonly outletId: string;
    readonly sealPublicKey: string;
    readonly genesisHash: string;
    readonly nowMs: number;
    /** the till whose key vouched for this one's, where no person did */
    readonly provisionalOf?: string;
  },
): Promise<void> {
  const { certificate, outletId, sealPublicKey, genesisHash, nowMs, provisionalOf = null } = till;
  const { regencyId, tillId, tillCode, deviceKind } = certificate;
  await tx.query(
    `insert into till (regency_id, till_id, outlet_id, till_code, device_kind, seal_public_key,
       state, enrolled_at, provisional_of)
     values ($1, $2, $3, $4, $5, $6, 'ACTIVE', $7, $8)`,
    [regencyId, tillId, outletId, tillCode, deviceKind, sealPublicKey, nowMs, provisionalOf],
  );
  await saveCertificate(tx, certificate);
  await tx.query(
    `insert into till_head (regency_id, till_id, seq, hash, counter, turnover, reversals)
     values ($1, $2, 0, $3, 0, 0, 0)`,
    [regencyId, tillId, genesisHash],
  );
}

/** Keeps a till's certificate; one it has from that entry on stays. */
export async function saveCertificate(tx: Transaction, certificate: Certificate): Promise<void> {
  await tx.query(
    `insert into till_certificate (regency_id, till_id, from_seq, outlet_code, key_id, public_key,
       valid_from, issuer_key_id, issuer_signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      certificate.regencyId,
      certificate.tillId,
      certificate.fromSeq,
      certificate.outletCode,
      certificate.keyId,
      certificate.publicKey,
      Date.parse(certificate.validFrom),
      certificate.issuerKeyId,
      certificate.issuerSignature,
    ],
  );
}

/** Whether any till has, or had, a certificate for this key: a key serves one till, once. */
export async function isKeyCertified(db: Queryable, publicKey: string): Promise<boolean> {
  const sql = "select 1 as one from till_certificate where public_key = $1 limit 1";
  return (await queryOne<{ one: number }>(db, sql, [publicKey])) !== null;
}

type CertificateColumns = {
  regency_id: string;
  till_id: string;
  from_seq: number;
  outlet_code: string;
  till_code: string;
  device_kind: DeviceKind;
  key_id: string;
  public_key: string;
  valid_from: number;
  issuer_key_id: string;
  issuer_signature: string;
};

/** Certificates of one till, or of all (`tillId` null), by till and `fromSeq`. */
export async function certificatesOf(
  db: Queryable,
  regencyId: string,
  tillId: string | null,
): Promise<Certificate[]> {
  const rows = await db.query<CertificateColumns>(
    `select c.*, t.till_code, t.device_kind
     from till_certificate c join till t using (regency_id, till_id)
     where c.regency_id = $1 and ($2::uuid is null or c.till_id = $2)
     order by c.till_id, c.from_seq`,
    [regencyId, tillId],
  );
  return rows.map((row) => ({
    tillId: row.till_id,
    regencyId: row.regency_id,
    outletCode: row.outlet_code,
    tillCode: row.till_code,
    deviceKind: row.device_kind,
    keyId: row.key_id,
    publicKey: row.public_key,
    fromSeq: row.from_seq,
    validFrom: instantText(row.valid_from),
    issuerKeyId: row.issuer_key_id,
    issuerSignature: row.issuer_signature,
  }));
}

/** The certificate in force at `seq`: keys are chosen by their first entry, never by time. */
export function certificateAt<K extends { readonly fromSeq: number }>(
  certificates: readonly K[],
  seq: number,
): K | undefined {
  return certificates.filter(({ fromSeq }) => fromSeq <= seq).at(-1);
}

/** Notes that a till was heard, and with which version and protocol (null: as before). */
export async function noteHeard(
  db: Queryable,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  heard: {
    readonly nowMs: number;
    readonly spoke: { readonly version: string; readonly protocol: number } | null;
  },
): Promise<void> {
  await db.query(
    `update till set last_heard_at = greatest(coalesce(last_heard_at, 0), $3),
       version = coalesce($4, version), protocol = coalesce($5, protocol)
     where regency_id = $1 and till_id = $2`,
    [
      till.regencyId,
      till.tillId,
      heard.nowMs,
      heard.spoke?.version ?? null,
      heard.spoke?.protocol ?? null,
    ],
  );
}

/** Raises the alarm on a till; a person has to look, so it is never cleared by itself. */
export async function raiseAlarm(
  db: Queryable,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  alarm: { readonly kind: "FORK" | "CORRUPT"; readonly seq: number; readonly nowMs: number },
): Promise<void> {
  await db.query(
    `update till set alarm = $3, alarm_seq = $4, alarm_at = $5
     where regency_id = $1 and till_id = $2 and alarm is null`,
    [till.regencyId, till.tillId, alarm.kind, alarm.seq, alarm.nowMs],
  );
}

/** Revokes a till; entries after `afterSeq` are kept aside from now on. The caller holds its head. */
export async function setRevoked(
  tx: Transaction,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  afterSeq: number,
): Promise<void> {
  await tx.query(
    `update till set state = 'REVOKED', revoked_after_seq = $3
     where regency_id = $1 and till_id = $2`,
    [till.regencyId, till.tillId, afterSeq],
  );
}

/** Keeps which entry took a till out of service. The caller holds its head. */
export async function setClosed(
  tx: Transaction,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  seq: number,
): Promise<void> {
  await tx.query(
    "update till set closed_seq = $3 where regency_id = $1 and till_id = $2 and closed_seq is null",
    [till.regencyId, till.tillId, seq],
  );
}

/** Keeps which key a till is asked to change, and since when. */
export async function setKeyToChange(
  tx: Transaction,
  till: Pick<TillRecord, "regencyId" | "tillId">,
  { keyId, at }: { readonly keyId: string; readonly at: number },
): Promise<void> {
  await tx.query(
    `update till set key_to_change = $3, key_asked_at = $4
     where regency_id = $1 and till_id = $2`,
    [till.regencyId, till.tillId, keyId, at],
  );
}
