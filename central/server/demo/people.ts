import type { ObligationClass } from "../../../shared/contract/primitives.ts";
import { demoId } from "./demo-id.ts";
import { demoName, type Sex } from "./names.ts";
import { demoNip, type Employment } from "./nip.ts";
import type { DemoOffice } from "./offices.ts";
import { shiftPeriod } from "./period-math.ts";
import { demoPosts, type Post } from "./posts.ts";
import type { Random } from "./random.ts";

/** In force from a date: the class, whether obliged, the OPD and the unit inside it. */
export type DemoTerm = {
  readonly from: string;
  readonly class: ObligationClass;
  readonly obliged: boolean;
  readonly officeId: string;
  readonly unitId: string | null;
};
/** Months `from` to `to`, both included. */
export type DemoExemption = {
  readonly exemptionId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly letterNumber: string;
};
/** An invented civil servant. */
export type DemoPerson = {
  readonly personId: string;
  readonly nip: string;
  readonly name: string;
  readonly employment: Employment;
  readonly active: boolean;
  readonly terms: readonly DemoTerm[];
  readonly exemptions: readonly DemoExemption[];
};

/** The mandate's first month. Source: Instruksi Bupati Probolinggo 9/2024. */
export const MANDATE_START = "2025-01-01";

const LOWER: Readonly<Record<ObligationClass, ObligationClass>> = {
  PELAKSANA: "PELAKSANA",
  PENGAWAS_FUNGSIONAL: "PELAKSANA",
  ADMINISTRATOR: "PENGAWAS_FUNGSIONAL",
  KEPALA_ESELON_III: "ADMINISTRATOR",
  JPT_PRATAMA: "KEPALA_ESELON_III",
};
const EXEMPTION_REASONS = [
  "Cuti di luar tanggungan negara",
  "Tugas belajar",
  "Pemberhentian sementara",
] as const;

/** `count` people over all offices, classes and kinds of employment, as of `period`. */
export function demoPeople(
  count: number,
  wanted: { readonly offices: readonly DemoOffice[]; readonly period: string },
  random: Random,
): DemoPerson[] {
  const setting = { ...wanted, taken: new Set<string>(), random };
  return demoPosts(wanted.offices, count, random).map((post, index) =>
    demoPerson(index, post, setting),
  );
}

type Setting = {
  readonly period: string;
  readonly offices: readonly DemoOffice[];
  readonly taken: Set<string>;
  readonly random: Random;
};

function demoPerson(index: number, post: Post, setting: Setting): DemoPerson {
  const { random, period } = setting;
  const sex: Sex = random.chance(0.5) ? "L" : "P";
  const employment = post.structural ? "PNS" : drawEmployment(random);
  const year = Number(period.slice(0, 4));
  const who = { employment, sex, senior: post.structural, year };
  const nip = demoNip(random, who, setting.taken);
  const name = demoName(random, sex, post.profession);
  const left = !post.structural && random.chance(0.01);
  return {
    personId: demoId("person", index),
    nip,
    name,
    employment,
    active: !left,
    terms: left ? leaverTerms(post, employment, period) : demoTerms(post, employment, setting),
    exemptions: employment === "PNS" && random.chance(0.02) ? [demoExemption(index, setting)] : [],
  };
}

function drawEmployment(random: Random): Employment {
  const drawn = random.int(1, 100);
  if (drawn <= 54) return "PNS";
  if (drawn <= 58) return "CPNS";
  return drawn <= 92 ? "PPPK" : "PPPK_PARUH_WAKTU";
}

function demoTerms(post: Post, employment: Employment, setting: Setting): DemoTerm[] {
  const { random, period, offices } = setting;
  const now = termAt(post, MANDATE_START, employment !== "PPPK_PARUH_WAKTU");
  if (employment === "CPNS") return newcomerTerms(post, shiftPeriod(period, -random.int(0, 8)));
  const changed = `${shiftPeriod(period, -random.int(0, 10))}-01`;
  if (employment !== "PNS" || changed <= MANDATE_START) return [now];
  if (random.chance(0.08))
    return [
      { ...now, class: LOWER[post.class] },
      { ...now, from: changed },
    ];
  if (!post.structural && random.chance(0.05)) {
    const before = random.pick(offices.filter((office) => office.parentId === null));
    const moved = { ...now, officeId: before.officeId, unitId: null };
    return [moved, { ...now, from: changed }];
  }
  return [now];
}

/** A newcomer is obliged from the first full month. */
function newcomerTerms(post: Post, arrival: string): DemoTerm[] {
  return [
    termAt(post, `${arrival}-15`, false),
    termAt(post, `${shiftPeriod(arrival, 1)}-01`, true),
  ];
}

/** A leaver is not obliged in the last month. */
function leaverTerms(post: Post, employment: Employment, period: string): DemoTerm[] {
  const last = `${shiftPeriod(period, -1)}-01`;
  const before = termAt(post, MANDATE_START, employment !== "PPPK_PARUH_WAKTU");
  return last > MANDATE_START
    ? [before, termAt(post, last, false)]
    : [{ ...before, obliged: false }];
}

function termAt(post: Post, from: string, obliged: boolean): DemoTerm {
  const { officeId, parentId } = post.office;
  return {
    from,
    class: post.class,
    obliged,
    officeId: parentId ?? officeId,
    unitId: parentId === null ? null : officeId,
  };
}

function demoExemption(index: number, { random, period }: Setting): DemoExemption {
  const year = period.slice(0, 4);
  return {
    exemptionId: demoId("exemption", index),
    from: shiftPeriod(period, -random.int(0, 4)),
    to: shiftPeriod(period, random.int(0, 4)),
    reason: random.pick(EXEMPTION_REASONS),
    letterNumber: `800.1/${random.int(100, 999)}/426.201/${year}`,
  };
}
