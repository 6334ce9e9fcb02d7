/** Everything the checks of a till's file can find. */
export const FINDING_CODES = [
  // the file itself
  "FILE_CORRUPT",
  "FILE_INDEX",
  "FILE_REFERENCES",
  "FILE_LEFTOVER",
  // the journal
  "CHAIN_GAP",
  "CHAIN_BROKEN",
  "CHAIN_HASH",
  "CHAIN_KEY",
  "CHAIN_SIGNATURE",
  "CHAIN_UNVOUCHED",
  "KEY_CHANGE",
  "ENTRY_MALFORMED",
  "ENTRY_ENVELOPE",
  "CLOCK_FALLS",
  // what the journal says of money
  "SUM_SALE",
  "SUM_TURNOVER",
  "SUM_REVERSALS",
  "NUMBER_ORDER",
  "SHIFT_TOTAL",
  // what is derived from the journal
  "COUNTER_WRONG",
  "SALE_ROWS",
  "REVERSAL_ROWS",
  "STOCK_ROWS",
  "SHIFT_ROWS",
  // the talk with the centre
  "OUTBOX_AHEAD",
  "HEAD_FOREIGN",
  "SETTING_MALFORMED",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something of a till's file that does not hold; `seq` names the entry it shows at. */
export type Finding = {
  readonly code: FindingCode;
  readonly seq: number | null;
  readonly detail: string;
};

/** Found often, a fault is one fault: so many of each code are told. */
const MOST_OF_A_CODE = 20;

/** Collects findings in the order they are made. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();

  add(code: FindingCode, seq: number | null = null, detail = ""): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MOST_OF_A_CODE) this.#kept.push({ code, seq, detail });
  }

  get kept(): readonly Finding[] {
    return this.#kept;
  }

  /** How often each code was found. */
  get counts(): ReadonlyMap<FindingCode, number> {
    return this.#counts;
  }
}
