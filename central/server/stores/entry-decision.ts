import { SaleCorrection } from "../../../shared/contract/quarantine-api.ts";
import { Period } from "../../../shared/contract/primitives.ts";
import type { Queryable, Transaction } from "../database/database.ts";
import type { ReversalBody } from "../journal/reversal-facts.ts";
import { NO_RULING, type Ruling } from "../journal/ruling.ts";
import { parseBody } from "../journal/parse-body.ts";
import { fromStored } from "./stored-text.ts";

type TillKey = { readonly regencyId: string; readonly tillId: string };

/** What a person decided of an entry. */
export type EntryDecision = {
  readonly seq: number;
  readonly subject: "QUARANTINE" | "PERIOD";
  readonly decision: "ACCEPTED" | "CORRECTED" | "SENT_BACK" | "PERIOD_CONFIRMED";
  /** what was wrong with it, and what else */
  readonly code: string;
  readonly contentCode: string | null;
  readonly reason: string;
  /** a SaleCorrection, or the month that was confirmed, as JSON */
  readonly correction: SaleCorrection | string | null;
  /** the till's head when it took effect */
  readonly afterSeq: number;
  readonly at: number;
  readonly userId: string;
};

/** Writes a decision, which can never be changed; the key lets each subject be decided once. */
export async function saveDecision(
  tx: Transaction,
  { regencyId, tillId }: TillKey,
  row: EntryDecision,
): Promise<void> {
  await tx.query(
    `insert into entry_decision (regency_id, till_id, seq, subject, decision, code, content_code,
       reason, correction, after_seq, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      regencyId,
      tillId,
      row.seq,
      row.subject,
      row.decision,
      row.code,
      row.contentCode,
      row.reason,
      row.correction === null ? null : JSON.stringify(row.correction),
      row.afterSeq,
      row.at,
      row.userId,
    ],
  );
}

/** What was decided of a till's sales, and after which entry each accepted one took effect. */
export type Rulings = {
  readonly of: (seq: number) => Ruling;
  /** null: with its own place in the chain */
  readonly effectOf: (seq: number) => { readonly afterSeq: number; readonly no: number } | null;
};

type DecisionColumns = {
  readonly seq: number;
  readonly no: number;
  readonly decision: EntryDecision["decision"];
  readonly correction: string | null;
  readonly afterSeq: number;
};

/** Everything decided of a till's entries. */
export async function loadRulings(db: Queryable, { regencyId, tillId }: TillKey): Promise<Rulings> {
  const rows = await db.query<DecisionColumns>(
    `select seq, decision_no as no, decision, correction, after_seq as "afterSeq"
     from entry_decision where regency_id = $1 and till_id = $2 order by decision_no`,
    [regencyId, tillId],
  );
  const rulings = new Map<number, Ruling>();
  for (const row of rows) {
    rulings.set(row.seq, { ...(rulings.get(row.seq) ?? NO_RULING), ...ruled(row) });
  }
  const effects = new Map(
    rows.filter(({ decision }) => decision === "ACCEPTED").map((row) => [row.seq, row]),
  );
  return {
    of: (seq) => rulings.get(seq) ?? NO_RULING,
    effectOf: (seq) => effects.get(seq) ?? null,
  };
}

function ruled({ decision, correction }: DecisionColumns): Partial<Ruling> {
  if (correction === null) return {};
  const value: unknown = JSON.parse(correction);
  if (decision === "CORRECTED") return { correction: SaleCorrection.parse(value) };
  return decision === "PERIOD_CONFIRMED" ? { period: Period.parse(value) } : {};
}

/** Accepted reversals of a sale with their bodies, in the order in which they took effect. */
export async function acceptedReversals(
  db: Queryable,
  { regencyId, tillId }: TillKey,
  saleId: string,
): Promise<{ seq: number; body: ReversalBody }[]> {
  const rows = await db.query<{ seq: number; text: string; encoded: boolean }>(
    `select r.seq, e.body as text, e.encoded from reversal r
     join journal_entry e using (regency_id, till_id, seq)
     left join entry_decision d on d.regency_id = r.regency_id and d.till_id = r.till_id
       and d.seq = r.seq and d.decision = 'ACCEPTED'
     where r.regency_id = $1 and r.till_id = $2 and r.sale_id = $3 and r.state = 'ACCEPTED'
     order by coalesce(d.after_seq, r.seq), d.decision_no nulls first`,
    [regencyId, tillId, saleId],
  );
  return rows.flatMap(({ seq, ...stored }) => {
    const parsed = parseBody(fromStored(stored));
    const body = parsed.state === "READ" ? parsed.known : null;
    return body?.kind === "VOID" || body?.kind === "RETURN" ? [{ seq, body }] : [];
  });
}
