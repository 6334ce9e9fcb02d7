import { createRandom } from "../../central/server/demo/random.ts";

/** How many of the day's sales are of each kind. */
type Share<T> = readonly (readonly [T, number])[];

type BuyerKind = "CARD" | "NIP" | "PUBLIC" | "INSTITUTION";
type Payment = "EXACT" | "CHANGE" | "QRIS" | "TRANSFER" | "DEBIT" | "TRANSFER_CASH" | "CASH_QRIS";
type Extra =
  | "NONE"
  | "LINE_SHARE"
  | "LINE_AMOUNT"
  | "SALE_SHARE"
  | "SALE_AMOUNT"
  | "OVER_LIMIT"
  | "PRICE"
  | "NOTE"
  | "TWELVE"
  | "PLUS"
  | "MINUS"
  | "UNDO"
  | "HOLD";

/** One sale as the cashier finds it: goods by their place on the shelf, the last with the extra. */
export type ScriptedSale = {
  readonly no: number;
  readonly goods: readonly number[];
  readonly buyer: BuyerKind;
  readonly buyerNo: number;
  readonly payment: Payment;
  readonly extra: Extra;
};

const BUYERS: Share<BuyerKind> = [
  ["CARD", 28],
  ["PUBLIC", 26],
  ["NIP", 3],
  ["INSTITUTION", 3],
];
const PAYMENTS: Share<Payment> = [
  ["EXACT", 22],
  ["CHANGE", 19],
  ["QRIS", 7],
  ["TRANSFER", 4],
  ["DEBIT", 2],
  ["TRANSFER_CASH", 4],
  ["CASH_QRIS", 2],
];
const EXTRAS: Share<Extra> = [
  ["NONE", 33],
  ["LINE_SHARE", 3],
  ["LINE_AMOUNT", 2],
  ["SALE_SHARE", 3],
  ["SALE_AMOUNT", 2],
  ["OVER_LIMIT", 1],
  ["PRICE", 1],
  ["NOTE", 3],
  ["TWELVE", 3],
  ["PLUS", 3],
  ["MINUS", 2],
  ["UNDO", 2],
  ["HOLD", 2],
];
const LINES: Share<number> = [
  [1, 30],
  [2, 15],
  [3, 8],
  [4, 3],
  [6, 2],
  [9, 1],
  [20, 1],
];

/** The day's sales in their order; the same seed gives the same day. */
export function scriptDay(seed: string, shelf: { goods: number; buyers: number }): ScriptedSale[] {
  const random = createRandom(seed);
  const deal = <T>(share: Share<T>): T[] =>
    random.shuffle(share.flatMap(([kind, count]) => Array.from({ length: count }, () => kind)));
  const [buyers, payments, extras] = [deal(BUYERS), deal(PAYMENTS), deal(EXTRAS)];
  const places = Array.from({ length: shelf.goods }, (_, place) => place);
  return deal(LINES).map((count, index) => ({
    no: index + 1,
    goods: random.shuffle(places).slice(0, count),
    buyer: at(buyers, index),
    buyerNo: random.int(0, shelf.buyers - 1),
    payment: at(payments, index),
    extra: at(extras, index),
  }));
}

/** What stands at this place, as every share deals out as many. */
export function at<T>(things: readonly T[], place: number): T {
  const found = things[place];
  if (found === undefined) throw new RangeError(`the day's script ends before ${place}`);
  return found;
}
