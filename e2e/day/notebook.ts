export type Tender = "CASH" | "QRIS" | "TRANSFER" | "CARD";
export type Money = Readonly<Record<Tender, number>>;

export const NO_MONEY: Money = { CASH: 0, QRIS: 0, TRANSFER: 0, CARD: 0 };

/** A day in figures: what was sold, taken back and moved, and what must lie in the drawer. */
export type DayFigures = {
  sales: { count: number; total: number; discounts: number; byTender: Money };
  byCashier: Record<string, { count: number; total: number }>;
  returns: { count: number; total: number };
  voids: { count: number; total: number };
  cashIn: number;
  cashOut: number;
  cashRefunds: number;
  drawer: number;
};

/** A day nothing has happened on yet but the float. */
export function newDay(float: number): DayFigures {
  return {
    sales: { count: 0, total: 0, discounts: 0, byTender: NO_MONEY },
    byCashier: {},
    returns: { count: 0, total: 0 },
    voids: { count: 0, total: 0 },
    cashIn: 0,
    cashOut: 0,
    cashRefunds: 0,
    drawer: float,
  };
}

/** A sale as its cashier saw it: money that stayed, by its kind. */
type NotedSale = {
  readonly cashierId: string;
  readonly discount: number;
  readonly money: Money;
};

/** Notes a sale. */
export function noteSale(day: DayFigures, { cashierId, discount, money }: NotedSale): void {
  const { sales } = day;
  const total = money.CASH + money.QRIS + money.TRANSFER + money.CARD;
  sales.count += 1;
  sales.total += total;
  sales.discounts += discount;
  sales.byTender = {
    CASH: sales.byTender.CASH + money.CASH,
    QRIS: sales.byTender.QRIS + money.QRIS,
    TRANSFER: sales.byTender.TRANSFER + money.TRANSFER,
    CARD: sales.byTender.CARD + money.CARD,
  };
  const own = (day.byCashier[cashierId] ??= { count: 0, total: 0 });
  own.count += 1;
  own.total += total;
  day.drawer += money.CASH;
}

/** Notes what was taken back, and how much of it left the drawer. */
export function noteBack(
  day: DayFigures,
  kind: "returns" | "voids",
  { total, cash }: { readonly total: number; readonly cash: number },
): void {
  day[kind].count += 1;
  day[kind].total += total;
  day.cashRefunds += cash;
  day.drawer -= cash;
}

/** Notes cash that went into the drawer, or out of it below 0. */
export function noteMove(day: DayFigures, amount: number): void {
  if (amount > 0) day.cashIn += amount;
  else day.cashOut -= amount;
  day.drawer += amount;
}
