import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { DayFigures, Money, Tender } from "./notebook.ts";

/*
 * What a day comes to by its exported journal alone. It shares no rule with the product: whoever has
 * the file can add it up so.
 */
const Line = z.object({ kind: z.string(), body: z.string() });
const Amounts = z.array(
  z.object({ kind: z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]), amount: z.int() }),
);
const Sale = z.object({
  saleId: z.string(),
  actorId: z.string(),
  lines: z.array(z.object({ lineDiscount: z.int(), saleDiscount: z.int(), net: z.int() })),
  tenders: Amounts,
  change: z.int(),
});
const Back = z.object({ refunds: Amounts });
const Move = z.object({ direction: z.enum(["IN", "OUT"]), amount: z.int() });
const Opened = z.object({ float: z.int() });
const Closed = z.object({ zNumber: z.int() }).loose();

/** A day out of its journal, with what its Z report must seal. */
export type JournalDay = DayFigures & {
  readonly net: number;
  readonly sealed: string;
  /** the closing entries as they stand there */
  readonly closed: readonly z.infer<typeof Closed>[];
};

/** Adds up the export of a journal that holds one shift. */
export function sumJournal(path: string): JournalDay {
  const entries = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.startsWith('{"tillId"'))
    .map((line) => Line.parse(JSON.parse(line)));
  const bodies = <T>(kind: string, shape: z.ZodType<T>): T[] =>
    entries.filter((entry) => entry.kind === kind).map(({ body }) => shape.parse(JSON.parse(body)));
  const sales = bodies("SALE", Sale);
  const [voids, returns] = [bodies("VOID", Back), bodies("RETURN", Back)];
  const moves = bodies("CASH_MOVED", Move);
  const byTender = { CASH: 0, QRIS: 0, TRANSFER: 0, CARD: 0 } satisfies Money;
  for (const { kind, amount } of sales.flatMap((sale) => sale.tenders)) byTender[kind] += amount;
  byTender.CASH -= sum(sales.map(({ change }) => change));
  const cashIn = moved(moves, "IN");
  const cashOut = moved(moves, "OUT");
  const cashRefunds = sum([...voids, ...returns].map((back) => refunded(back, "CASH")));
  const float = sum(bodies("SHIFT_OPENED", Opened).map((shift) => shift.float));
  const total = sum(sales.map(netOf));
  const [voided, returned] = [tally(voids), tally(returns)];
  return {
    sales: { count: sales.length, total, discounts: sum(sales.map(discountOf)), byTender },
    byCashier: byCashier(sales),
    returns: returned,
    voids: voided,
    cashIn,
    cashOut,
    cashRefunds,
    drawer: float + byTender.CASH + cashIn - cashOut - cashRefunds,
    net: total - voided.total - returned.total,
    sealed: createHash("sha256")
      .update(sales.map(({ saleId }) => saleId).join("\n"))
      .digest("hex"),
    closed: bodies("SHIFT_CLOSED", Closed),
  };
}

function byCashier(sales: readonly z.infer<typeof Sale>[]): DayFigures["byCashier"] {
  const ids = [...new Set(sales.map(({ actorId }) => actorId))];
  return Object.fromEntries(
    ids.map((id) => {
      const own = sales.filter(({ actorId }) => actorId === id);
      return [id, { count: own.length, total: sum(own.map(netOf)) }];
    }),
  );
}

function tally(backs: readonly z.infer<typeof Back>[]): { count: number; total: number } {
  return { count: backs.length, total: sum(backs.map((back) => refunded(back, null))) };
}

function refunded({ refunds }: z.infer<typeof Back>, kind: Tender | null): number {
  return sum(
    refunds.filter((one) => kind === null || one.kind === kind).map(({ amount }) => amount),
  );
}

function moved(moves: readonly z.infer<typeof Move>[], direction: "IN" | "OUT"): number {
  return sum(moves.filter((move) => move.direction === direction).map(({ amount }) => amount));
}

function netOf({ lines }: z.infer<typeof Sale>): number {
  return sum(lines.map(({ net }) => net));
}

function discountOf({ lines }: z.infer<typeof Sale>): number {
  return sum(lines.map(({ lineDiscount, saleDiscount }) => lineDiscount + saleDiscount));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
