const UNITS = [
  "",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
] as const;
const SCALES = ["", "ribu", "juta", "miliar", "triliun"] as const;

/** The largest amount that has a name here. */
export const MAX_TERBILANG = 999_999_999_999_999;

/**
 * A whole amount in Indonesian words, `dua puluh lima ribu`: lower case, single spaces.
 * Throws RangeError for anything but a whole number from 0 to MAX_TERBILANG.
 */
export function terbilang(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > MAX_TERBILANG) {
    throw new RangeError("no words for this amount");
  }
  if (amount === 0) return "nol";
  const words: string[] = [];
  let rest = amount;
  for (const scale of SCALES) {
    const group = rest % 1_000;
    rest = Math.floor(rest / 1_000);
    if (group > 0) words.unshift(groupWords(group, scale));
  }
  return words.join(" ");
}

/** An amount of money in words, as a kuitansi says it: `Dua puluh lima ribu rupiah`. */
export function terbilangRupiah(amount: number): string {
  const words = terbilang(amount);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} rupiah`;
}

function groupWords(group: number, scale: string): string {
  // One thousand has a word of its own; one million does not.
  if (group === 1 && scale === "ribu") return "seribu";
  return scale === "" ? hundreds(group) : `${hundreds(group)} ${scale}`;
}

function hundreds(value: number): string {
  if (value < 100) return tens(value);
  const count = Math.floor(value / 100);
  const head = count === 1 ? "seratus" : `${UNITS[count] ?? ""} ratus`;
  return joined(head, tens(value % 100));
}

function tens(value: number): string {
  if (value < 12) return UNITS[value] ?? "";
  if (value < 20) return `${UNITS[value - 10] ?? ""} belas`;
  return joined(`${UNITS[Math.floor(value / 10)] ?? ""} puluh`, UNITS[value % 10] ?? "");
}

function joined(head: string, tail: string): string {
  return tail === "" ? head : `${head} ${tail}`;
}
