import type { Sex } from "./names.ts";
import type { Random } from "./random.ts";

export type Employment = "PNS" | "CPNS" | "PPPK" | "PPPK_PARUH_WAKTU";

const PPPK_SINCE = 2_019;
const OLDEST_PPPK_YEAR_BACK = 6;

/** A plausible NIP or NI PPPK that is new to `taken`; `year` is the year of the demo. */
export function demoNip(
  random: Random,
  who: { readonly employment: Employment; readonly sex: Sex; readonly senior: boolean },
  year: number,
  taken: Set<string>,
): string {
  for (;;) {
    const nip = drawNip(random, who, year);
    if (!taken.has(nip)) {
      taken.add(nip);
      return nip;
    }
  }
}

function drawNip(
  random: Random,
  who: { readonly employment: Employment; readonly sex: Sex; readonly senior: boolean },
  year: number,
): string {
  const age = who.senior ? random.int(40, 57) : random.int(24, 55);
  const appointed = appointmentYear(random, who.employment, year, age);
  const birth = [String(year - age), two(random.int(1, 12)), two(random.int(1, 28))].join("");
  const isContract = who.employment === "PPPK" || who.employment === "PPPK_PARUH_WAKTU";
  const month = isContract ? `2${random.int(1, 3)}` : two(random.int(1, 12));
  const serial = String(random.int(1, 40)).padStart(3, "0");
  return `${birth}${appointed}${month}${who.sex === "L" ? 1 : 2}${serial}`;
}

/** Everybody was at least 19 when appointed; a CPNS came last year, a PPPK since 2019. */
function appointmentYear(
  random: Random,
  employment: Employment,
  year: number,
  age: number,
): number {
  if (employment === "CPNS") return year - 1;
  if (employment === "PNS") return random.int(Math.max(year - 33, year - age + 20), year - 2);
  const first = Math.max(PPPK_SINCE, year - OLDEST_PPPK_YEAR_BACK);
  return random.int(first, Math.max(first, year - 1));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
