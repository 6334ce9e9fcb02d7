import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type {
  KnownBody,
  SaleBody,
  ShiftClosedBody,
} from "../../../shared/contract/journal-bodies.ts";
import type { KeyChangedBody, ResumedBody } from "../../../shared/contract/till-bodies.ts";
import { isClockJump } from "../../../shared/domain/clock.ts";
import { instantMs, periodOf } from "../../../shared/domain/period.ts";
import { checkSaleNumber, parseReceiptNumber } from "../../../shared/domain/receipt-number.ts";
import { checkSaleSums } from "../../../shared/domain/sale-sums.ts";
import { checkShiftSums } from "../../../shared/domain/shift.ts";
import { checkTrainingSums } from "../../../shared/domain/training.ts";
import { sha256Hex } from "../keys/digest.ts";
import type { Head } from "../stores/head.ts";
import type { TillRecord } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";
import { type NamedSale, reversalFault } from "./judge-reversal.ts";
import type { CommonBody, ParsedBody } from "./parse-body.ts";
import type { ReversalBody } from "./reversal-facts.ts";
import { isShiftSum, type ShiftSoFar } from "./shift-so-far.ts";
import type { SignatureCheck } from "./signatures.ts";

/** What a till's figures were before an entry; null after an entry that could not be read. */
export type ChainState = {
  readonly at: number | null;
  readonly counter: number | null;
  readonly turnover: number | null;
  readonly reversals: number | null;
  /** in training: what is sold then is only to learn */
  readonly isTraining: boolean;
};

/** What judging an entry needs beside the entry itself. */
export type JudgeFacts = {
  readonly till: TillRecord;
  readonly receivedAtMs: number;
  readonly check: SignatureCheck;
  /** a later signed SIGNER_RESTORED answers for this unsigned entry */
  readonly isVouched: boolean;
  /** the entries a SIGNER_RESTORED names are all unsigned */
  readonly isRangeUnsigned: (fromSeq: number, toSeq: number) => boolean;
  readonly isSaleKnown: (saleId: string) => boolean;
  /** a sale of this till that came before, or null */
  readonly saleNamed: (saleId: string) => NamedSale | null;
  /** the open shift by its entries before this one, or null where it is not known whole */
  readonly shift: ShiftSoFar | null;
  /** where the centre holds the chain to that a RESUMED goes on from; null: it may name no such till */
  readonly predecessor: Head | null;
  /** both keys signed this change of the till's key */
  readonly isChangeCertified: (change: KeyChangedBody) => boolean;
  /** a TILL_CLOSED came before */
  readonly isClosed: boolean;
  /** the reports of a month are final: a sale that comes now is for a person to decide of */
  readonly isMonthLocked: (period: string) => boolean;
  /** every product and maker of the sale is known as it says */
  readonly areGoodsKnown: (sale: SaleBody) => boolean;
};

/** `code` null: accepted. `contentCode` is what is wrong apart from the signatures. */
export type Verdict = {
  readonly code: ErrorCode | null;
  readonly contentCode: ErrorCode | null;
  readonly after: ChainState;
};

const FUTURE_LIMIT_MS = 24 * 60 * 60 * 1_000;
const MOVES_CLOCK: readonly string[] = ["CLOCK_MOVED", "CLOCK_SET"];
/** What moves goods or money, or counts both. */
const KEPT_OUT: readonly string[] = [
  "SALE",
  "VOID",
  "RETURN",
  "CASH_MOVED",
  "DRAWER_OPENED",
  "SHIFT_OPENED",
  "SHIFT_CLOSED",
];
const HAS_RECEIPT: readonly string[] = ["SALE", "RETURN"];

/** Judges one entry at head + 1 whose hash recomputes: accepted, or kept aside with a code. */
export function judge(entry: ReadArrival, before: ChainState, facts: JudgeFacts): Verdict {
  const { parsed } = entry;
  const after = chainAfter(parsed, before);
  if (parsed.state === "UNREADABLE") {
    return { code: parsed.code, contentCode: parsed.code, after };
  }
  const contentCode = contentFault(entry, { parsed, before, facts });
  const code = outOfService(entry, facts) ?? signatureFault(parsed.common, facts) ?? contentCode;
  return { code, contentCode, after };
}

/** The figures the next entry is held against, after one that may not be readable. */
export function chainAfter(parsed: ParsedBody, before: ChainState): ChainState {
  if (parsed.state === "UNREADABLE") return { ...before, ...UNKNOWN_FIGURES };
  return stateAfter(parsed.common, before);
}

const UNKNOWN_FIGURES = { counter: null, turnover: null, reversals: null };

/** What a till writes after it was revoked or closed is for a person to look at. */
function outOfService(
  { seq }: ReadArrival,
  { till: { state, revokedAfterSeq }, isClosed }: JudgeFacts,
): ErrorCode | null {
  if (state === "REVOKED" && seq > (revokedAfterSeq ?? 0)) return "TILL_REVOKED";
  return isClosed ? "TILL_CLOSED" : null;
}

/** What is wrong with the signatures of an entry, or null. */
export function signatureFault(
  body: CommonBody,
  facts: Pick<JudgeFacts, "check" | "isVouched">,
): ErrorCode | null {
  const { signature, receipt } = facts.check;
  const isVouched = signature === "MISSING" && facts.isVouched;
  if (signature !== "VALID" && !isVouched) return "ENTRY_SIGNATURE";
  if (!HAS_RECEIPT.includes(body.kind)) {
    return receipt === "MISSING" ? null : "ENTRY_RECEIPT_SIGNATURE";
  }
  if (receipt === "VALID" || (receipt === "MISSING" && isVouched)) return null;
  return "ENTRY_RECEIPT_SIGNATURE";
}

type ReadBody = Extract<ReadArrival["parsed"], { state: "READ" }>;
type Against = { readonly before: ChainState; readonly facts: JudgeFacts };

function contentFault(
  entry: ReadArrival,
  { parsed, before, facts }: Against & { readonly parsed: ReadBody },
): ErrorCode | null {
  const { common, known } = parsed;
  return (
    privateFault(entry, common) ??
    clockFault(common, before, facts.receivedAtMs) ??
    trainingFault(common, before) ??
    (known === null ? null : knownFault(entry.seq, known, { before, facts }))
  );
}

/** A training sale stands between the begin and the end of training, and nothing real does. */
function trainingFault({ kind }: CommonBody, { isTraining }: ChainState): ErrorCode | null {
  const isOut = isTraining ? KEPT_OUT.includes(kind) : kind === "TRAINING";
  return isOut ? "ENTRY_TRAINING" : null;
}

function privateFault(entry: ReadArrival, common: CommonBody): ErrorCode | null {
  const expected = common.privateHash ?? null;
  const actual = entry.private === null ? null : sha256Hex(entry.private);
  return expected === actual ? null : "ENTRY_PRIVATE";
}

function clockFault(
  common: CommonBody,
  before: ChainState,
  receivedAtMs: number,
): ErrorCode | null {
  if (common.clock === "DOUBTFUL" || MOVES_CLOCK.includes(common.kind)) return null;
  const atMs = instantMs(common.at);
  const isBack = before.at !== null && atMs < before.at;
  return isBack || atMs > receivedAtMs + FUTURE_LIMIT_MS ? "ENTRY_CLOCK" : null;
}

function knownFault(seq: number, body: KnownBody, { before, facts }: Against): ErrorCode | null {
  switch (body.kind) {
    case "SALE":
      return saleFault(body, before, facts);
    case "VOID":
    case "RETURN":
      return takenBackFault(seq, body, { before, facts });
    case "MONTH_NULL":
      if (body.period !== periodOf(instantMs(body.at))) return "ENTRY_CLOCK";
      return figuresHold(body, before, {}) ? null : "ENTRY_TURNOVER";
    case "SHIFT_CLOSED":
      return shiftFault(body, before, facts);
    case "SIGNER_RESTORED":
      return vouches(body, seq, facts) ? null : "ENTRY_REFERENCE";
    case "CARD_BOUND":
      return body.approval.approverId === body.actorId ? "ENTRY_REFERENCE" : null;
    case "CLOCK_MOVED":
    case "OUTAGE":
      return timesHold(body) ? null : "ENTRY_CLOCK";
    case "TILL_CLOSED":
      return figuresHold(body, before, {}) ? null : "ENTRY_TURNOVER";
    case "KEY_CHANGED":
      return facts.isChangeCertified(body) ? null : "ENTRY_KEY_CHANGE";
    case "TRAINING":
      return checkTrainingSums(body).ok ? null : "ENTRY_SUMS";
    case "RESUMED":
      return resumedFault(seq, body, facts);
    case "TILL_STARTED":
    case "SHIFT_OPENED":
    case "CASH_MOVED":
    case "DRAWER_OPENED":
    case "REPRINTED":
    case "PRICE_CHANGED":
    case "PIN_LOCKED":
    case "SETTING_CHANGED":
    case "CLOCK_SET":
      return null;
  }
}

function shiftFault(
  body: ShiftClosedBody,
  before: ChainState,
  { shift }: JudgeFacts,
): ErrorCode | null {
  if (!checkShiftSums(body).ok) return "ENTRY_SUMS";
  if (!figuresHold(body, before, {})) return "ENTRY_TURNOVER";
  return isShiftSum(body, shift) ? null : "ENTRY_SHIFT";
}

/**
 * A chain goes on from another once, at its beginning. Where the old chain is held as far as it is
 * named, its sums must be those; a chain that the centre knows otherwise, or not so far, is evidence
 * to be told, not refused: the tie says which (see stores/succession.ts).
 */
function resumedFault(seq: number, body: ResumedBody, facts: JudgeFacts): ErrorCode | null {
  const { predecessor, till } = facts;
  if (seq !== 1 || body.oldTillId === till.tillId || predecessor === null) return "ENTRY_REFERENCE";
  if (predecessor.seq !== body.oldSeq || predecessor.hash !== body.oldHash) return null;
  return figuresHold(body, predecessor, {}) ? null : "ENTRY_TURNOVER";
}

/** Whether a SIGNER_RESTORED names the unsigned entries right before it. */
function vouches(
  { fromSeq, toSeq }: Extract<KnownBody, { kind: "SIGNER_RESTORED" }>,
  seq: number,
  { isRangeUnsigned }: JudgeFacts,
): boolean {
  return toSeq === seq - 1 && isRangeUnsigned(fromSeq, toSeq);
}

/** Whether a jump of the clock is one, and an outage was over. */
function timesHold(body: Extract<KnownBody, { kind: "CLOCK_MOVED" | "OUTAGE" }>): boolean {
  if (body.kind === "OUTAGE") return body.from <= body.to && body.to === body.at;
  const stand = { expected: instantMs(body.expected), found: instantMs(body.found) };
  return isClockJump(body.against, stand);
}

function saleFault(sale: SaleBody, before: ChainState, facts: JudgeFacts): ErrorCode | null {
  if (!checkSaleSums(sale).ok) return "ENTRY_SUMS";
  const number = checkSaleNumber(sale, facts.till);
  if (!number.ok) return "ENTRY_NUMBER";
  const isNext = before.counter === null || number.value.counter === before.counter + 1;
  if (!isNext) return "ENTRY_NUMBER";
  if (!figuresHold(sale, before, { sold: sale.total })) return "ENTRY_TURNOVER";
  const isOurs = sale.outletId === facts.till.outletId && !facts.isSaleKnown(sale.saleId);
  if (!isOurs || !facts.areGoodsKnown(sale)) return "ENTRY_REFERENCE";
  return facts.isMonthLocked(sale.period) ? "ENTRY_LATE" : null;
}

function takenBackFault(
  seq: number,
  body: ReversalBody,
  { before, facts }: Against,
): ErrorCode | null {
  const { till } = facts;
  const sale = facts.saleNamed(body.original.saleId);
  const fault = reversalFault(body, { seq, counterBefore: before.counter, till, sale });
  if (fault !== null) return fault;
  return figuresHold(body, before, { reversed: body.total }) ? null : "ENTRY_TURNOVER";
}

function figuresHold(
  body: { readonly turnover: number; readonly reversals: number },
  before: ChainState,
  { sold = 0, reversed = 0 }: { readonly sold?: number; readonly reversed?: number },
): boolean {
  const turnover = before.turnover === null || body.turnover === before.turnover + sold;
  return turnover && (before.reversals === null || body.reversals === before.reversals + reversed);
}

/** The figures the next entry is held against: what this one says, right or wrong. */
function stateAfter(body: CommonBody, before: ChainState): ChainState {
  const number = HAS_RECEIPT.includes(body.kind) ? parseReceiptNumber(body.number ?? "") : null;
  const counter = number === null ? before.counter : number.ok ? number.value.counter : null;
  const reverses = body.kind === "RETURN" || body.kind === "VOID";
  return {
    at: instantMs(body.at),
    counter,
    turnover: body.turnover ?? before.turnover,
    reversals: body.reversals ?? (reverses ? null : before.reversals),
    isTraining: turnsTraining(body) ? body["value"] === 1 : before.isTraining,
  };
}

function turnsTraining(body: CommonBody): boolean {
  return body.kind === "SETTING_CHANGED" && body["name"] === "TRAINING";
}
