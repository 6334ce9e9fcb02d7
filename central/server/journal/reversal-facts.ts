import type { ReturnBody, VoidBody } from "../../../shared/contract/journal-bodies.ts";
import { dateOf, instantMs, periodOf } from "../../../shared/domain/period.ts";
import { isCountedForPerson, type SaleFacts } from "./sale-facts.ts";

export type ReversalBody = VoidBody | ReturnBody;

/** A line of a sale with what has been taken back of it. */
export type OriginalLine = {
  readonly no: number;
  readonly makerId: string;
  readonly qty: number;
  readonly net: number;
  readonly counts: boolean;
  readonly tookQty: number;
  readonly tookNet: number;
};

/** A sale as a reversal of it finds it. */
export type Original = {
  readonly tillId: string;
  readonly saleId: string;
  readonly seq: number;
  readonly number: string;
  readonly shiftId: string;
  readonly period: string;
  readonly total: number;
  /** what its own entry says, which a reversal is held against */
  readonly saidTotal: number;
  readonly state: "ACCEPTED" | "QUARANTINED";
  readonly forAsn: boolean;
  /** whose month it added to, and of which OPD; null: nobody's */
  readonly person: { readonly personId: string; readonly officeId: string | null } | null;
  readonly lines: readonly OriginalLine[];
  /** an accepted reversal took something back before */
  readonly isTaken: boolean;
};

/** What a line of a reversal said, and what of it there was to take. */
export type TakenLine = {
  readonly originalNo: number;
  readonly makerId: string;
  readonly qty: number;
  readonly refund: number;
  readonly condition: string | null;
  readonly tookQty: number;
  readonly tookNet: number;
};

/** A reversal as the centre derives it from its entry and its sale. */
export type ReversalFacts = {
  readonly seq: number;
  readonly body: ReversalBody;
  readonly atMs: number;
  readonly day: string;
  /** the month it reduces: its sale's, or an open one after that was locked; null: no sale known */
  readonly month: string | null;
  readonly person: Original["person"];
  readonly lines: readonly TakenLine[];
  readonly took: number;
  readonly counted: number;
  /** the whole sale is undone by this: it is one sale less */
  readonly undoes: boolean;
  /** why a person should look at it, or null */
  readonly code: string | null;
  readonly state: "ACCEPTED" | "QUARANTINED";
};

/** Decides which month a reversal reduces. */
export type MonthOf = (taken: {
  readonly seq: number;
  readonly body: ReversalBody;
  readonly original: Original;
}) => string;

/**
 * The month of the sale while it is open, else the month it was taken back in, else that of arrival:
 * what a locked month's reports said stays.
 */
export function openMonth(locked: ReadonlySet<string>, receivedAtMs: number): MonthOf {
  return ({ body, original }) =>
    [original.period, body.period].find((period) => !locked.has(period)) ?? periodOf(receivedAtMs);
}

/** The sale of some facts, before anything of it was taken back. */
export function originalFrom(tillId: string, facts: SaleFacts): Original {
  const { body, seq, lineCounts, officeId, state } = facts;
  const { saleId, number, shiftId, period, total, buyer } = body;
  return {
    tillId,
    saleId,
    seq,
    number,
    shiftId,
    period,
    total,
    saidTotal: facts.tillTotal ?? total,
    state,
    forAsn: buyer.kind === "ASN",
    person: isCountedForPerson(facts) ? { personId: facts.body.buyer.personId, officeId } : null,
    isTaken: false,
    lines: body.lines.map(({ makerId, qty, net }, index) => ({
      no: index + 1,
      makerId,
      qty,
      net,
      tookQty: 0,
      tookNet: 0,
      counts: lineCounts[index] ?? false,
    })),
  };
}

/**
 * Derives a reversal; `quarantineCode` null: accepted. It takes no more than is left of its sale, and
 * nothing of a sale that is kept aside: what the till says beyond that is flagged, never refused.
 */
export function reversalFacts(
  seq: number,
  body: ReversalBody,
  known: {
    readonly original: Original | null;
    readonly quarantineCode: string | null;
    readonly monthOf: MonthOf;
  },
): ReversalFacts {
  const { original, quarantineCode, monthOf } = known;
  const isHeld = quarantineCode !== null;
  const takes = !isHeld && original?.state === "ACCEPTED";
  const lines = original === null ? [] : linesOf(body, original, takes);
  const counts = new Set(original?.lines.filter((line) => line.counts).map(({ no }) => no));
  const took = lines.reduce((sum, { tookNet }) => sum + tookNet, 0);
  const counted = lines
    .filter(({ originalNo }) => original?.forAsn === true && counts.has(originalNo))
    .reduce((sum, { tookNet }) => sum + tookNet, 0);
  const atMs = instantMs(body.at);
  const month = original === null ? null : monthOf({ seq, body, original });
  return {
    seq,
    body,
    atMs,
    lines,
    took,
    counted,
    day: dateOf(atMs),
    month,
    person: original?.person ?? null,
    undoes: takes && body.kind === "VOID" && !original.isTaken,
    code: quarantineCode ?? flagOf(body, original, { took, counted, month }),
    state: isHeld ? "QUARANTINED" : "ACCEPTED",
  };
}

function linesOf(body: ReversalBody, original: Original, takes: boolean): TakenLine[] {
  const left = new Map(original.lines.map((line) => [line.no, line]));
  return saidLines(body, original).flatMap((said) => {
    const line = left.get(said.originalNo);
    if (line === undefined) return [];
    const tookQty = takes ? Math.min(said.qty, line.qty - line.tookQty) : 0;
    const tookNet = takes ? Math.min(said.refund, dueFor(line, tookQty)) : 0;
    const taken = { tookQty: line.tookQty + tookQty, tookNet: line.tookNet + tookNet };
    left.set(line.no, { ...line, ...taken });
    return [{ ...said, makerId: line.makerId, tookQty, tookNet }];
  });
}

/** What these pieces were sold for: floor(net·k/n) for all that came back, less what was taken. */
function dueFor({ net, qty, tookQty, tookNet }: OriginalLine, returning: number): number {
  const due = (BigInt(net) * BigInt(tookQty + returning)) / BigInt(qty);
  return Math.max(0, Number(due) - tookNet);
}

function saidLines(
  body: ReversalBody,
  { lines }: Original,
): Omit<TakenLine, "makerId" | "tookQty" | "tookNet">[] {
  if (body.kind === "RETURN") return body.lines;
  return lines.map(({ no, qty, net }) => {
    return { originalNo: no, qty, refund: net, condition: null };
  });
}

function flagOf(
  body: ReversalBody,
  original: Original | null,
  { took, counted, month }: Pick<ReversalFacts, "took" | "counted" | "month">,
): string | null {
  if (original?.state !== "ACCEPTED") return "ORIGINAL_HELD";
  if (took !== body.total) return "RETURNED_TOO_MUCH";
  if (body.kind === "VOID" && body.shiftId !== original.shiftId) return "VOID_OTHER_SHIFT";
  if (body.kind === "VOID" && body.alone) return "VOID_ALONE";
  if (month !== original.period) return "AFTER_LOCK";
  return counted === body.counted ? null : "COUNTED_DIFFERS";
}

/** The sale after a reversal of it. */
export function afterReversal(original: Original, facts: ReversalFacts): Original {
  const lines = original.lines.map((line) => {
    const taken = facts.lines.filter(({ originalNo }) => originalNo === line.no);
    const tookQty = taken.reduce((sum, one) => sum + one.tookQty, line.tookQty);
    const tookNet = taken.reduce((sum, one) => sum + one.tookNet, line.tookNet);
    return { ...line, tookQty, tookNet };
  });
  const tookNow = facts.state === "ACCEPTED" && original.state === "ACCEPTED";
  return { ...original, lines, isTaken: original.isTaken || tookNow };
}

/** Derives reversals in the order of their entries, each from the sale as the one before left it. */
export function deriveReversals(
  reversals: readonly {
    readonly seq: number;
    readonly body: ReversalBody;
    readonly code: string | null;
  }[],
  originals: Map<string, Original>,
  monthOf: MonthOf,
): ReversalFacts[] {
  return reversals.map(({ seq, body, code }) => {
    const { saleId } = body.original;
    const original = originals.get(saleId) ?? null;
    const facts = reversalFacts(seq, body, { original, quarantineCode: code, monthOf });
    if (original !== null) originals.set(saleId, afterReversal(original, facts));
    return facts;
  });
}
