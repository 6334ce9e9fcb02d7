import { err, ok, type Result } from "./result.ts";

declare const rupiahBrand: unique symbol;
/** Whole rupiah, zero or more. Make one with `rupiah`, or by parsing. */
export type Rupiah = number & { readonly [rupiahBrand]: true };

export const MAX_QTY = 9_999;
export const MAX_UNIT_PRICE = 1_000_000_000;
/** Above this no cart, tender or typed amount is taken. */
export const MAX_TOTAL = 1_000_000_000_000;

const NOTES = [5_000, 10_000, 20_000, 50_000, 100_000];
const AMOUNT = /^(?:rp\.?)?(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(rb|ribu|jt|juta)?(?:,-)?$/;
const SCALE: Readonly<Record<string, number>> = {
  rb: 1_000,
  ribu: 1_000,
  jt: 1_000_000,
  juta: 1_000_000,
};

/** Brands a number as whole rupiah. Throws RangeError for a fraction, a negative or an unsafe number. */
export function rupiah(amount: number): Rupiah {
  if (!isRupiah(amount)) throw new RangeError("not a whole amount of rupiah");
  return amount;
}

/** True for a whole, safe, non-negative number. */
export function isRupiah(amount: number): amount is Rupiah {
  return Number.isSafeInteger(amount) && amount >= 0 && !Object.is(amount, -0);
}

/** `Rp50.000` or `-Rp50.000`, in ASCII only: a no-break space misprints on thermal heads. */
export function formatRupiah(amount: number): string {
  const digits = Math.abs(amount)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, ".");
  return amount < 0 ? `-Rp${digits}` : `Rp${digits}`;
}

/**
 * An amount as a cashier types it: `100000`, `100.000`, `Rp 1.250.000`, `Rp50.000,-`, `50rb`.
 * A dot only groups thousands; a fraction is refused.
 */
export function parseRupiah(text: string): Result<Rupiah, "AMOUNT_MALFORMED" | "AMOUNT_TOO_LARGE"> {
  if (text.length > 64) return err("AMOUNT_MALFORMED");
  const found = AMOUNT.exec(text.toLowerCase().replace(/[ \u00a0]/g, ""));
  if (found?.[1] === undefined) return err("AMOUNT_MALFORMED");
  const scale = found[2] === undefined ? 1 : (SCALE[found[2]] ?? 1);
  const amount = Number(found[1].replaceAll(".", "")) * scale;
  return amount <= MAX_TOTAL ? ok(rupiah(amount)) : err("AMOUNT_TOO_LARGE");
}

/** A share in basis points (10,000 is the whole), rounded half up to a rupiah. */
export function percentOf(amount: Rupiah, basisPoints: number): Rupiah {
  return fromBig((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n);
}

/** The sum; throws RangeError beyond what a number holds exactly. */
export function sumRupiah(amounts: readonly Rupiah[]): Rupiah {
  return rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/**
 * What each line bears of a whole-sale discount: in proportion to its net, floor, then one rupiah
 * each by largest remainder, ties to the lower line. Throws RangeError when the nets are less.
 */
export function spreadDiscount(nets: readonly Rupiah[], discount: Rupiah): Rupiah[] {
  const whole = nets.reduce((sum, net) => sum + BigInt(net), 0n);
  if (BigInt(discount) > whole) throw new RangeError("discount above the sum of nets");
  if (whole === 0n) return nets.map(() => rupiah(0));
  const shares = nets.map((net, index) => {
    const product = BigInt(net) * BigInt(discount);
    return { index, floor: product / whole, remainder: product % whole };
  });
  const spread = shares.reduce((sum, share) => sum + share.floor, 0n);
  const first = shares
    .toSorted((a, b) => compareBig(b.remainder, a.remainder) || a.index - b.index)
    .slice(0, Number(BigInt(discount) - spread));
  const raised = new Set(first.map((share) => share.index));
  return shares.map(({ index, floor }) => fromBig(raised.has(index) ? floor + 1n : floor));
}

/**
 * What returning some pieces of a line pays back: floor(net·k/n) for all k pieces returned so far,
 * less what was refunded before. Throws RangeError for more pieces than were sold.
 */
export function refundOf(line: {
  readonly net: Rupiah;
  readonly qty: number;
  readonly returnedBefore: number;
  readonly refundedBefore: Rupiah;
  readonly returning: number;
}): Rupiah {
  const returned = line.returnedBefore + line.returning;
  if (line.returning < 1 || returned > line.qty) throw new RangeError("more returned than sold");
  const due = (BigInt(line.net) * BigInt(returned)) / BigInt(line.qty);
  return fromBig(due - BigInt(line.refundedBefore));
}

/** Likely cash amounts for a total, ascending: exact, then the next whole notes. At most six. */
export function quickAmounts(total: Rupiah): Rupiah[] {
  if (total === 0) return [total];
  const rounded = NOTES.map((note) => Math.ceil(total / note) * note);
  return [...new Set([total, ...rounded])].toSorted((a, b) => a - b).map(rupiah);
}

function fromBig(amount: bigint): Rupiah {
  return rupiah(Number(amount));
}

function compareBig(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
