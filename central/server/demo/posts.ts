import type { ObligationClass } from "../../../shared/contract/primitives.ts";
import type { Profession } from "./names.ts";
import type { DemoOffice, OfficeKind } from "./offices.ts";
import type { Random } from "./random.ts";

/** A place somebody fills: `structural` posts are filled by PNS of some years. */
export type Post = {
  readonly office: DemoOffice;
  readonly class: ObligationClass;
  readonly profession: Profession;
  readonly structural: boolean;
};

const LEADERS: Readonly<Record<OfficeKind, readonly ObligationClass[]>> = {
  SEKRETARIAT_DAERAH: repeat<ObligationClass>("JPT_PRATAMA", 7),
  SEKRETARIAT_DPRD: ["JPT_PRATAMA", ...repeat<ObligationClass>("ADMINISTRATOR", 4)],
  INSPEKTORAT: ["JPT_PRATAMA", ...repeat<ObligationClass>("ADMINISTRATOR", 5)],
  SATPOL_PP: ["JPT_PRATAMA", ...repeat<ObligationClass>("ADMINISTRATOR", 4)],
  DINAS: ["JPT_PRATAMA", ...repeat<ObligationClass>("ADMINISTRATOR", 4)],
  BADAN: ["JPT_PRATAMA", ...repeat<ObligationClass>("ADMINISTRATOR", 4)],
  RSUD: ["KEPALA_ESELON_III", ...repeat<ObligationClass>("ADMINISTRATOR", 2)],
  KECAMATAN: ["KEPALA_ESELON_III", "ADMINISTRATOR", "PENGAWAS_FUNGSIONAL"],
  BAGIAN: ["KEPALA_ESELON_III", "PENGAWAS_FUNGSIONAL"],
  PUSKESMAS: ["PENGAWAS_FUNGSIONAL"],
  SEKOLAH: ["PENGAWAS_FUNGSIONAL"],
};
/** How the remaining posts fall on kinds of office, and who works there. */
const STAFF: Readonly<
  Record<OfficeKind, { weight: number; functional: number; trade: Profession }>
> = {
  SEKRETARIAT_DAERAH: { weight: 2, functional: 0.3, trade: "CLERK" },
  SEKRETARIAT_DPRD: { weight: 6, functional: 0.2, trade: "CLERK" },
  INSPEKTORAT: { weight: 10, functional: 0.6, trade: "OFFICIAL" },
  SATPOL_PP: { weight: 10, functional: 0.1, trade: "CLERK" },
  DINAS: { weight: 8, functional: 0.3, trade: "CLERK" },
  BADAN: { weight: 7, functional: 0.3, trade: "CLERK" },
  RSUD: { weight: 20, functional: 0.8, trade: "NURSE" },
  KECAMATAN: { weight: 4, functional: 0.1, trade: "CLERK" },
  BAGIAN: { weight: 3, functional: 0.25, trade: "CLERK" },
  PUSKESMAS: { weight: 6, functional: 0.8, trade: "NURSE" },
  SEKOLAH: { weight: 5, functional: 0.85, trade: "TEACHER" },
};

/** Exactly `count` posts: every office has its leaders, the rest falls by weight. */
export function demoPosts(offices: readonly DemoOffice[], count: number, random: Random): Post[] {
  const posts = offices.flatMap((office) =>
    LEADERS[office.kind].map((level) => leaderPost(office, level)),
  );
  if (posts.length > count) throw new RangeError("fewer people than leading posts");
  const urn = offices.flatMap((office) => repeat(office, STAFF[office.kind].weight));
  while (posts.length < count) posts.push(staffPost(random.pick(urn), random));
  return posts;
}

function leaderPost(office: DemoOffice, level: ObligationClass): Post {
  const trade = STAFF[office.kind].trade;
  const profession = trade === "TEACHER" || trade === "NURSE" ? trade : "OFFICIAL";
  return { office, class: level, profession, structural: true };
}

function staffPost(office: DemoOffice, random: Random): Post {
  const { functional, trade } = STAFF[office.kind];
  const isFunctional = random.chance(functional);
  return {
    office,
    class: isFunctional ? "PENGAWAS_FUNGSIONAL" : "PELAKSANA",
    profession: isFunctional ? trade : "CLERK",
    structural: false,
  };
}

function repeat<T>(item: T, times: number): T[] {
  return Array.from({ length: times }, () => item);
}
