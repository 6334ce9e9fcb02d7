import type { Sex } from "./names.ts";
import type { Random } from "./random.ts";

export type Employment = "PNS" | "CPNS" | "PPPK" | "PPPK_PARUH_WAKTU";

const PPPK_SINCE = 2_019;
const OLDEST_PPPK_YEAR_BACK = 6;

/** Whom a number is for, in the year of the demo. */
export type NipHolder = {
  readonly employment: Employment;
  readonly sex: Sex;
  readonly senior: boolean;
  readonly year: number;
};

/** A plausible NIP or NI PPPK that is new to `taken`. */
export function demoNip(random: Random, holder: NipHolder, taken: Set<string>): string {
  for (;;) {
    const nip = drawNip(random, holder);
    if (!taken.has(nip)) {
      taken.add(nip);
      return nip;
    }
  }
}

function drawNip(random: Random, holder: NipHolder): string {
  const { employment, sex, senior, year } = holder;
  const age = senior ? random.int(40, 57) : random.int(24, 55);
  const appointed = appointmentYear(random, holder, age);
  const birth = [String(year - age), two(random.int(1, 12)), two(random.int(1, 28))].join("");
  const isContract = employment === "PPPK" || employment === "PPPK_PARUH_WAKTU";
  const month = isContract ? `2${random.int(1, 3)}` : two(random.int(1, 12));
  const serial = String(random.int(1, 40)).padStart(3, "0");
  return `${birth}${appointed}${month}${sex === "L" ? 1 : 2}${serial}`;
}

/** Everybody was at least 19 when appointed; a CPNS came last year, a PPPK since 2019. */
function appointmentYear(random: Random, { employment, year }: NipHolder, age: number): number {
  if (employment === "CPNS") return year - 1;
  if (employment === "PNS") return random.int(Math.max(year - 33, year - age + 20), year - 2);
  const first = Math.max(PPPK_SINCE, year - OLDEST_PPPK_YEAR_BACK);
  return random.int(first, Math.max(first, year - 1));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
