import type { DecideEntry } from "../../../shared/contract/quarantine-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { reversalOf } from "../journal/judge-batch.ts";
import { keyChangeOf, type Linked } from "../journal/key-change.ts";
import { type ParsedBody, parseBody } from "../journal/parse-body.ts";
import { NO_RULING, type Ruling } from "../journal/ruling.ts";
import { derive } from "../journal/store-batch.ts";
import { writeAudit } from "../stores/audit.ts";
import { type EntryDecision, saveDecision } from "../stores/entry-decision.ts";
import { entryAt } from "../stores/entry-view.ts";
import type { Head } from "../stores/head.ts";
import {
  hasSale,
  markSentBack,
  releaseEntry,
  type Waiting,
  waitingAt,
} from "../stores/quarantine.ts";
import { lockedMonthsHeld } from "../stores/month-lock.ts";
import { loadOriginals } from "../stores/reversal.ts";
import { findTill, saveCertificate, type TillRecord } from "../stores/till.ts";
import { lockTill } from "../tills/lock-till.ts";
import { certificateFor } from "./accept-key.ts";
import { reviseSale } from "./revise-sale.ts";

/** A decision under way: the till's head is locked until it is written. */
export type Desk = {
  readonly till: TillRecord;
  readonly head: Head;
  readonly at: number;
  readonly userId: string;
};

type Taken = EntryDecision["decision"];
const TAKEN: Record<DecideEntry["decision"], Taken> = {
  ACCEPT: "ACCEPTED",
  CORRECT: "CORRECTED",
  SEND_BACK: "SENT_BACK",
};

/**
 * Decides of an entry kept aside, once and for good: what it brings to the totals, the decision and
 * its audit row are one transaction, and the till hears the reason with its next report.
 * Fails with: NOT_FOUND for one that no longer waits, MONTH_LOCKED for a correction into another month
 * that is locked, and with what makes it impossible
 * to count: ENTRY_MALFORMED, ENTRY_KIND_UNKNOWN, ENTRY_REFERENCE, ENTRY_KEY_CHANGE.
 */
export async function decideEntry(
  deps: CentreDeps,
  { userId, ...asked }: DecideEntry & { readonly userId: string },
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const desk = await openDesk(deps, tx, { tillId: asked.tillId, userId });
    const waiting = await waitingAt(tx, desk.till, asked.seq);
    if (waiting === null) throw new AppError("NOT_FOUND");
    await settle(deps, tx, { desk, waiting, asked });
  });
}

/** Takes the till's head, so that no push and no other decision comes between, and no month is locked. */
export async function openDesk(
  { regencyId, clock }: CentreDeps,
  tx: Transaction,
  { tillId, userId }: { readonly tillId: string; readonly userId: string },
): Promise<Desk> {
  const known = await findTill(tx, tillId);
  if (known?.regencyId !== regencyId) throw new AppError("NOT_FOUND");
  const { till, head } = await lockTill(tx, { regencyId, tillId });
  await lockedMonthsHeld(tx, regencyId);
  return { till, head, at: clock.wallMs(), userId };
}

type Settled = {
  readonly desk: Desk;
  readonly waiting: Waiting;
  readonly asked: DecideEntry;
};

/** Writes the decision with its audit row, then what it brings. */
export async function settle(
  deps: CentreDeps,
  tx: Transaction,
  { desk, waiting, asked }: Settled,
): Promise<void> {
  const { till, head, at, userId } = desk;
  const { seq, code, contentCode } = waiting;
  const decision = TAKEN[asked.decision];
  const correction = asked.decision === "CORRECT" ? asked.correction : null;
  const { reason } = asked;
  const decided = { seq, subject: "QUARANTINE", decision, code, contentCode } as const;
  const by = { reason, correction, afterSeq: head.seq, at, userId };
  await saveDecision(tx, till, { ...decided, ...by });
  await writeAudit(tx, till.regencyId, {
    auditId: deps.newId(),
    at,
    userId,
    action: `entry.${decision.toLowerCase()}`,
    subject: `${till.tillId}/${seq}`,
    before: { code, contentCode },
    after: { decision, reason, correction },
  });
  if (asked.decision === "SEND_BACK") return markSentBack(tx, till, seq);
  const entry = await entryAt(tx, till, seq);
  if (entry === null) throw new Error("a kept entry without its text");
  const parsed = parseBody(entry.body);
  if (asked.decision === "ACCEPT") {
    await releaseEntry(tx, till, seq);
    await keepNewKey(deps, tx, { till, entry: { ...entry, parsed } });
    return takeUp(tx, desk, { seq, code, parsed });
  }
  const sale = saleIn(parsed);
  if (sale === null) throw new AppError("ENTRY_REFERENCE");
  return countSale(tx, desk, { seq, code, sale, ruling: { ...NO_RULING, correction } });
}

type Released = { readonly seq: number; readonly code: string; readonly parsed: ParsedBody };

/** The key that an accepted change hands on to has its certificate, or the change is not accepted. */
async function keepNewKey(
  deps: CentreDeps,
  tx: Transaction,
  { till, entry }: { readonly till: TillRecord; readonly entry: Linked },
): Promise<void> {
  if (keyChangeOf(entry) === null) return;
  const certificate = await certificateFor(deps, tx, { till, entry });
  if (certificate === null) throw new AppError("ENTRY_KEY_CHANGE");
  await saveCertificate(tx, certificate);
}

/** What an accepted entry brings, as if it had never been kept aside. */
async function takeUp(tx: Transaction, desk: Desk, { seq, code, parsed }: Released): Promise<void> {
  if (parsed.state === "UNREADABLE") throw new AppError(parsed.code);
  const sale = saleIn(parsed);
  if (sale !== null) return countSale(tx, desk, { seq, code, sale, ruling: NO_RULING });
  const { till, at: receivedAtMs } = desk;
  const nothing = { sales: [], reversals: [], bindings: [] };
  const reversal = reversalOf({ parsed });
  if (reversal !== null) {
    const { saleId } = reversal.original;
    const original = (await loadOriginals(tx, till.regencyId, [saleId])).get(saleId);
    // Only what its own till sold can be taken back in the order of that till's entries.
    if (original?.tillId !== till.tillId) throw new AppError("ENTRY_REFERENCE");
    const reversals = [{ seq, body: reversal, code: null }];
    return derive(tx, { till, receivedAtMs }, { ...nothing, reversals });
  }
  if (parsed.known?.kind === "CARD_BOUND") {
    const bindings = [{ seq, body: parsed.known }];
    return derive(tx, { till, receivedAtMs }, { ...nothing, bindings });
  }
}

async function countSale(
  tx: Transaction,
  desk: Desk,
  taken: {
    readonly seq: number;
    readonly code: string;
    readonly sale: SaleBody;
    readonly ruling: Ruling;
  },
): Promise<void> {
  const { seq, code, sale: body, ruling } = taken;
  // A second sale under one id has no row of its own, and can never have one.
  if (!(await hasSale(tx, desk.till, seq))) throw new AppError("ENTRY_REFERENCE");
  const before = { code, ruling: NO_RULING };
  await reviseSale(tx, desk, { seq, body, before, after: { code: null, ruling } });
}

function saleIn(parsed: ParsedBody): SaleBody | null {
  return parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
}
