import type { SaleBody } from "../../../shared/contract/journal-bodies.ts";
import type { StandingAt } from "../stores/eligibility.ts";
import type { Head } from "../stores/head.ts";
import type { ChainKey } from "../stores/held-key.ts";
import type { TillRecord } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";
import { type ChainState, judge, type Verdict } from "./judge.ts";
import { isChangeCertified } from "./key-change.ts";
import type { NamedSale } from "./judge-reversal.ts";
import type { Original, ReversalBody } from "./reversal-facts.ts";
import { type ShiftSoFar, shiftAfter } from "./shift-so-far.ts";
import type { SignatureCheck } from "./signatures.ts";

/** An entry with everything decided about it. */
export type JudgedEntry = {
  readonly entry: ReadArrival;
  readonly verdict: Verdict;
  /** the body when it is a SALE that may be derived: readable, and its id not used before */
  readonly sale: SaleBody | null;
  /** the body when it is a readable VOID or RETURN */
  readonly reversal: ReversalBody | null;
};

export type BatchFacts = {
  readonly till: TillRecord;
  readonly receivedAtMs: number;
  readonly checks: ReadonlyMap<number, SignatureCheck>;
  /** the till's, with those that it changes to in this batch */
  readonly chainKeys: readonly ChainKey[];
  readonly standingAt: StandingAt;
  readonly knownSaleIds: ReadonlySet<string>;
  /** the sales that reversals of this batch name and the centre has */
  readonly originals: ReadonlyMap<string, Original>;
  readonly lockedMonths: ReadonlySet<string>;
  /** the head of the till that a RESUMED of this batch names, where it may; else null */
  readonly predecessor: Head | null;
  /** the shift that is open before this batch, or null */
  readonly shift: ShiftSoFar | null;
  /** seqs before this batch that the centre holds without a signature */
  readonly unsignedBefore: ReadonlySet<number>;
};

const NO_CHECK: SignatureCheck = { signature: "INVALID", receipt: "INVALID" };

/** A range of unsigned entries that a signed SIGNER_RESTORED answers for. */
export type VouchedRange = { readonly from: number; readonly to: number };

/** Judges entries in order, each against the figures the one before it left. */
export function judgeBatch(
  entries: readonly ReadArrival[],
  before: ChainState,
  facts: BatchFacts,
): JudgedEntry[] {
  const unsigned = new Set(facts.unsignedBefore);
  for (const { seq, signature } of entries) if (signature === "") unsigned.add(seq);
  const isRangeUnsigned = (from: number, to: number) => rangeWithin(unsigned, from, to);
  const vouched = vouchedRanges(entries, facts.checks, isRangeUnsigned);
  const seen = new Set(facts.knownSaleIds);
  const named = namedSales(facts);
  let state = before;
  let { shift } = facts;
  let isClosed = facts.till.closedSeq !== null;
  return entries.map((entry) => {
    const verdict = judge(entry, state, {
      till: facts.till,
      receivedAtMs: facts.receivedAtMs,
      check: facts.checks.get(entry.seq) ?? NO_CHECK,
      isVouched: vouched.some(({ from, to }) => from <= entry.seq && entry.seq <= to),
      isRangeUnsigned,
      isSaleKnown: (saleId) => seen.has(saleId),
      saleNamed: (saleId) => named.get(saleId) ?? null,
      shift,
      isClosed,
      predecessor: facts.predecessor,
      isMonthLocked: (period) => facts.lockedMonths.has(period),
      isChangeCertified: (change) => isChangeCertified(facts.chainKeys, entry.seq, change),
      areGoodsKnown: (sale) => areGoodsKnown(sale, facts),
    });
    state = verdict.after;
    shift = shiftAfter(shift, entry.parsed);
    isClosed ||= closesTill(entry, verdict);
    const body = saleOf(entry);
    const sale = body !== null && !seen.has(body.saleId) ? body : null;
    if (body !== null) seen.add(body.saleId);
    if (sale !== null) named.set(sale.saleId, namedSale(entry.seq, sale));
    return { entry, verdict, sale, reversal: reversalOf(entry) };
  });
}

function areGoodsKnown({ lines, feedSeq }: SaleBody, { standingAt }: BatchFacts): boolean {
  return lines.every((line) => standingAt(line, feedSeq).isKnown);
}

/** Whether an accepted entry takes its till out of service. */
export function closesTill({ parsed }: ReadArrival, { code }: Verdict): boolean {
  return code === null && parsed.state === "READ" && parsed.common.kind === "TILL_CLOSED";
}

function namedSales({ originals, till }: BatchFacts): Map<string, NamedSale> {
  const ours = [...originals.values()].filter(({ tillId }) => tillId === till.tillId);
  return new Map(
    ours.map(({ saleId, seq, number, saidTotal, lines }) => {
      return [saleId, { seq, number, total: saidTotal, lines: lines.length }];
    }),
  );
}

function namedSale(seq: number, { number, total, lines }: SaleBody): NamedSale {
  return { seq, number, total, lines: lines.length };
}

/** The body of an entry when it is a readable VOID or RETURN. */
export function reversalOf({ parsed }: Pick<ReadArrival, "parsed">): ReversalBody | null {
  const known = parsed.state === "READ" ? parsed.known : null;
  return known?.kind === "VOID" || known?.kind === "RETURN" ? known : null;
}

/** The body of an entry when it is a readable SALE. */
export function saleOf({ parsed }: ReadArrival): SaleBody | null {
  return parsed.state === "READ" && parsed.known?.kind === "SALE" ? parsed.known : null;
}

/** Ranges that a validly signed SIGNER_RESTORED right after them answers for. */
export function vouchedRanges(
  entries: readonly ReadArrival[],
  checks: ReadonlyMap<number, SignatureCheck>,
  isRangeUnsigned: (from: number, to: number) => boolean,
): VouchedRange[] {
  return entries.flatMap(({ seq, parsed }) => {
    const body = parsed.state === "READ" ? parsed.known : null;
    if (body?.kind !== "SIGNER_RESTORED" || checks.get(seq)?.signature !== "VALID") return [];
    const { fromSeq: from, toSeq: to } = body;
    return to === seq - 1 && isRangeUnsigned(from, to) ? [{ from, to }] : [];
  });
}

function rangeWithin(unsigned: ReadonlySet<number>, from: number, to: number): boolean {
  if (from > to || to - from >= unsigned.size) return false;
  for (let seq = from; seq <= to; seq += 1) if (!unsigned.has(seq)) return false;
  return true;
}
