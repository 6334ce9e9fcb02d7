import type { PendingTill } from "../../../shared/contract/centre-api.ts";
import type { DeviceKind } from "../../../shared/contract/roles.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** Where a replaced till's chain ended at the centre, and its running sums there. */
export type ChainEnd = {
  readonly seq: number;
  readonly turnover: number;
  readonly reversals: number;
};

export type EnrolmentRecord = {
  readonly enrolmentId: string;
  /** sealed under the centre's data key */
  readonly secret: string;
  readonly outletId: string;
  readonly tillCode: string;
  readonly deviceKind: DeviceKind;
  readonly state: "OPEN" | "PENDING" | "ISSUED" | "REFUSED" | "BLOCKED";
  readonly tries: number;
  readonly expiresAt: number;
  readonly publicKey: string | null;
  readonly sealPublicKey: string | null;
  readonly fingerprint: string | null;
  readonly tillId: string | null;
  /** the till whose place it takes, or null; where that one's chain ended is known once it is issued */
  readonly replacesTillId: string | null;
  readonly replacesSeq: number | null;
  readonly replacesTurnover: number | null;
  readonly replacesReversals: number | null;
};

const ENROLMENT = `select enrolment_id as "enrolmentId", secret, outlet_id as "outletId",
    till_code as "tillCode", device_kind as "deviceKind", state, tries, expires_at as "expiresAt",
    public_key as "publicKey", seal_public_key as "sealPublicKey", fingerprint,
    till_id as "tillId", replaces_till_id as "replacesTillId", replaces_seq as "replacesSeq",
    replaces_turnover as "replacesTurnover", replaces_reversals as "replacesReversals"
  from enrolment`;

/** Keeps a new code; `secret` is sealed, `lookup` names it without giving it away. */
export async function saveEnrolment(
  tx: Transaction,
  regencyId: string,
  row: Pick<
    EnrolmentRecord,
    | "enrolmentId"
    | "secret"
    | "outletId"
    | "tillCode"
    | "deviceKind"
    | "expiresAt"
    | "replacesTillId"
  > & { readonly lookup: string; readonly createdAt: number },
): Promise<void> {
  await tx.query(
    `insert into enrolment (regency_id, enrolment_id, lookup, secret, outlet_id, till_code,
       device_kind, state, tries, expires_at, created_at, replaces_till_id)
     values ($1, $2, $3, $4, $5, $6, $7, 'OPEN', 0, $8, $9, $10)`,
    [
      regencyId,
      row.enrolmentId,
      row.lookup,
      row.secret,
      row.outletId,
      row.tillCode,
      row.deviceKind,
      row.expiresAt,
      row.createdAt,
      row.replacesTillId,
    ],
  );
}

/** The enrolment named by a code's lookup, locked. */
export function lockByLookup(
  tx: Transaction,
  regencyId: string,
  lookup: string,
): Promise<EnrolmentRecord | null> {
  return queryOne<EnrolmentRecord>(
    tx,
    `${ENROLMENT} where regency_id = $1 and lookup = $2 for update`,
    [regencyId, lookup],
  );
}

/** One enrolment, locked. */
export function lockEnrolment(
  tx: Transaction,
  regencyId: string,
  enrolmentId: string,
): Promise<EnrolmentRecord | null> {
  return queryOne<EnrolmentRecord>(
    tx,
    `${ENROLMENT} where regency_id = $1 and enrolment_id = $2 for update`,
    [regencyId, enrolmentId],
  );
}

/** Counts a wrong proof; `blocked` ends the code. */
export async function countTry(
  tx: Transaction,
  regencyId: string,
  tried: { readonly enrolmentId: string; readonly blocked: boolean },
): Promise<void> {
  await tx.query(
    `update enrolment set tries = tries + 1, state = case when $3 then 'BLOCKED' else state end
     where regency_id = $1 and enrolment_id = $2`,
    [regencyId, tried.enrolmentId, tried.blocked],
  );
}

/** Binds a till's keys to the code: it waits for the admin from now on. */
export async function bindKeys(
  tx: Transaction,
  regencyId: string,
  bound: {
    readonly enrolmentId: string;
    readonly publicKey: string;
    readonly sealPublicKey: string;
    readonly fingerprint: string;
  },
): Promise<void> {
  await tx.query(
    `update enrolment set state = 'PENDING', public_key = $3, seal_public_key = $4, fingerprint = $5
     where regency_id = $1 and enrolment_id = $2`,
    [regencyId, bound.enrolmentId, bound.publicKey, bound.sealPublicKey, bound.fingerprint],
  );
}

/** Ends an enrolment: with a till (`goesOnFrom` where it replaces another), or refused (`tillId` null). */
export async function closeEnrolment(
  tx: Transaction,
  regencyId: string,
  closed: {
    readonly enrolmentId: string;
    readonly tillId: string | null;
    readonly goesOnFrom: ChainEnd | null;
  },
): Promise<void> {
  const { enrolmentId, tillId, goesOnFrom: end } = closed;
  await tx.query(
    `update enrolment set state = case when $3::uuid is null then 'REFUSED' else 'ISSUED' end,
       till_id = $3, replaces_seq = $4, replaces_turnover = $5, replaces_reversals = $6
     where regency_id = $1 and enrolment_id = $2`,
    [
      regencyId,
      enrolmentId,
      tillId,
      end?.seq ?? null,
      end?.turnover ?? null,
      end?.reversals ?? null,
    ],
  );
}

/** Whether a till of an outlet has, or had, this code. */
export async function isTillCodeUsed(
  db: Queryable,
  regencyId: string,
  { outletId, tillCode }: { readonly outletId: string; readonly tillCode: string },
): Promise<boolean> {
  const sql = "select 1 from till where regency_id = $1 and outlet_id = $2 and till_code = $3";
  return (await queryOne(db, sql, [regencyId, outletId, tillCode])) !== null;
}

/** True when the till code of an outlet was given out before, to a till or an open code, or is kept free for one. */
export async function isTillCodeTaken(
  db: Queryable,
  regencyId: string,
  wanted: { readonly outletId: string; readonly tillCode: string; readonly nowMs: number },
): Promise<boolean> {
  const row = await queryOne(
    db,
    `select 1 from till where regency_id = $1 and outlet_id = $2 and $3 in (till_code, spare_code)
     union all
     select 1 from enrolment where regency_id = $1 and outlet_id = $2 and till_code = $3
       and state in ('OPEN', 'PENDING') and expires_at > $4
     limit 1`,
    [regencyId, wanted.outletId, wanted.tillCode, wanted.nowMs],
  );
  return row !== null;
}

/** Codes that are open, wait for the admin, or ran out within the last day; newest first. */
export function pendingEnrolments(
  db: Queryable,
  regencyId: string,
  nowMs: number,
): Promise<PendingTill[]> {
  return db.query<PendingTill>(
    `select e.enrolment_id as "enrolmentId", o.name as "outletName", e.till_code as "tillCode",
       e.device_kind as "deviceKind", e.fingerprint, e.expires_at as "expiresAt",
       case when e.expires_at <= $2 then 'EXPIRED' else e.state end as state,
       (select o.code || '-' || r.till_code from till r
          where r.regency_id = e.regency_id and r.till_id = e.replaces_till_id) as replaces
     from enrolment e join outlet o using (regency_id, outlet_id)
     where e.regency_id = $1 and e.state in ('OPEN', 'PENDING')
       and e.expires_at > $2 - 86400000
     order by e.created_at desc, e.enrolment_id desc limit 200`,
    [regencyId, nowMs],
  );
}
