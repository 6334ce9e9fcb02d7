import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CardChange,
  CategoryChange,
  MakerChange,
  OutletChange,
  PolicyChange,
  ProductChange,
} from "../../../shared/contract/feed.ts";
import { ObligationClass, Uuid } from "../../../shared/contract/primitives.ts";
import { parseNip } from "../../../shared/domain/nip.ts";
import { termOn } from "../../../shared/domain/obligation.ts";
import { periodStartDate } from "../../../shared/domain/period.ts";
import { classifyScan } from "../../../shared/domain/scan.ts";
import { ean13CheckDigit } from "./barcode.ts";
import { DEMO_SEED, type DemoData, generateDemo } from "./generate.ts";
import { KECAMATAN } from "./kecamatan.ts";

const PERIOD = "2026-11";
const seeds = fc.string({ minLength: 1, maxLength: 12 });
const periods = fc
  .tuple(fc.integer({ min: 2025, max: 2035 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

function holdsForAnyDemo(check: (demo: DemoData, period: string) => void): void {
  fc.assert(
    fc.property(seeds, periods, (seed, period) => check(generateDemo(seed, period), period)),
    { numRuns: 12, examples: [["&", "2025-01"]] },
  );
}

function expectUnique(values: readonly (string | number)[]): void {
  expect(new Set(values).size).toBe(values.length);
}

describe("the demo's people", () => {
  it("are 1,200 in every class, PNS and PPPK", () => {
    const { people } = generateDemo(DEMO_SEED, PERIOD);
    expect(people).toHaveLength(1_200);
    const classes = new Set(people.map((person) => person.terms.at(-1)?.class));
    expect(classes).toEqual(new Set(ObligationClass.options));
    const employments = new Set(people.map((person) => person.employment));
    expect(employments).toEqual(new Set(["PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU"]));
  });

  it("have NIPs the product reads without a warning, none twice", () => {
    holdsForAnyDemo(({ people }, period) => {
      expectUnique(people.map((person) => person.nip));
      const odd = people.filter(({ nip, employment }) => {
        const read = parseNip(nip, `${period}-28`);
        const kind = employment.startsWith("PPPK") ? "PPPK" : "PNS";
        return !read.ok || read.value.kind !== kind || read.value.warnings.length > 0;
      });
      expect(odd).toEqual([]);
    });
  });

  it("belong from day to day to an OPD, and to a unit of that OPD if to any", () => {
    holdsForAnyDemo(({ people, offices }) => {
      const byId = new Map(offices.map((office) => [office.officeId, office]));
      const terms = people.flatMap((person) => person.terms);
      expect(terms.filter((term) => byId.get(term.officeId)?.parentId !== null)).toEqual([]);
      const inUnits = terms.filter((term) => term.unitId !== null);
      expect(
        inUnits.filter((term) => byId.get(term.unitId ?? "")?.parentId !== term.officeId),
      ).toEqual([]);
      expectUnique(
        people.flatMap(({ personId, terms }) => terms.map(({ from }) => `${personId} ${from}`)),
      );
    });
  });

  it("are mostly obliged this month; part-time PPPK are not", () => {
    holdsForAnyDemo(({ people }, period) => {
      const obliged = people.filter(
        (person) => termOn(person.terms, periodStartDate(period))?.obliged === true,
      );
      expect(obliged.length).toBeGreaterThan(1_000);
      expect(obliged.some((person) => person.employment === "PPPK_PARUH_WAKTU")).toBe(false);
    });
  });

  it("hold cards with serials of their own, some of them revoked or expired", () => {
    const { cards, people } = generateDemo(DEMO_SEED, PERIOD);
    const ids = new Set(people.map((person) => person.personId));
    expectUnique(cards.map((card) => card.serial));
    expect(cards.length).toBeGreaterThan(1_100);
    expect(cards.every((card) => ids.has(card.personId))).toBe(true);
    expect(cards.some((card) => card.revoked)).toBe(true);
    expect(cards.some((card) => card.expiresOn < `${PERIOD}-01`)).toBe(true);
    for (const { serial, personId, revoked } of cards) {
      const published = { serial, personId, revoked };
      expect(CardChange.parse(published)).toEqual(published);
    }
  });
});

describe("the demo's offices", () => {
  const { offices } = generateDemo(DEMO_SEED, PERIOD);
  it.each([
    ["DINAS", 19],
    ["BADAN", 5],
    ["KECAMATAN", 24],
    ["BAGIAN", 9],
    ["RSUD", 2],
    ["PUSKESMAS", 33],
    ["INSPEKTORAT", 1],
    ["SATPOL_PP", 1],
    ["SEKRETARIAT_DPRD", 1],
    ["SEKRETARIAT_DAERAH", 1],
    ["SEKOLAH", 48],
  ])("count %s: %i", (kind, count) => {
    expect(offices.filter((office) => office.kind === kind)).toHaveLength(count);
  });

  it("have names and ids of their own", () => {
    expectUnique(offices.map((office) => office.name));
    expectUnique(offices.map((office) => office.officeId));
  });
});

describe("the demo's makers and goods", () => {
  it("are 60 makers in all 24 kecamatan with legal ids, a few of whom do not count", () => {
    holdsForAnyDemo(({ makers }) => {
      expect(makers).toHaveLength(60);
      expectUnique(makers.map((maker) => maker.name));
      expectUnique(makers.map((maker) => maker.nib));
      const places = new Set(makers.map((maker) => maker.kecamatan));
      expect(KECAMATAN.every((name) => places.has(name))).toBe(true);
      for (const { shelf: _shelf, ...maker } of makers) {
        expect(MakerChange.parse(maker)).toEqual(maker);
        expect(maker.nib).toMatch(/^\d{13}$/);
      }
      expect(makers.filter((maker) => !maker.verified)).toHaveLength(4);
      expect(makers.filter((maker) => !maker.ofRegency)).toHaveLength(2);
    });
  });

  it("are 300 products from Rp3.500 to Rp750.000 whose labels a till can scan", () => {
    holdsForAnyDemo(({ products, makers, categories }) => {
      expect(products).toHaveLength(300);
      expectUnique(products.map((product) => product.sku));
      expectUnique(products.flatMap((product) => product.barcode ?? []));
      const prices = products.map((product) => product.unitPrice);
      expect([Math.min(...prices), Math.max(...prices)]).toEqual([3_500, 750_000]);
      const makerIds = new Set(makers.map((maker) => maker.makerId));
      const categoryIds = new Set<string>(categories.map((category) => category.categoryId));
      expect(products.filter((product) => !ProductChange.safeParse(product).success)).toEqual([]);
      expect(products.filter((product) => !makerIds.has(product.makerId))).toEqual([]);
      expect(products.filter((product) => !categoryIds.has(product.categoryId))).toEqual([]);
      const codes = products.map((product) => product.barcode ?? product.sku);
      expect(codes.filter((code) => !isScannable(code))).toEqual([]);
    });
  });

  it("fill every shelf, and only bags, delivery, gold, pulsa and vouchers never count", () => {
    const { categories, products } = generateDemo(DEMO_SEED, PERIOD);
    const filled = new Set(products.map((product) => product.categoryId));
    for (const category of categories) {
      expect(CategoryChange.parse(category)).toEqual(category);
      expect(filled.has(category.categoryId)).toBe(true);
    }
    const never = categories.filter((category) => !category.mayCount);
    expect(never.map((category) => category.categoryId)).toEqual([
      "kantong",
      "antar",
      "emas",
      "pulsa",
      "voucher",
    ]);
  });

  it("each have a picture", () => {
    const pictures = readdirSync(new URL("../../../resources/pictures", import.meta.url));
    const { categories, products } = generateDemo(DEMO_SEED, PERIOD);
    for (const { pictureKey } of [...categories, ...products]) {
      expect(pictures).toContain(`${pictureKey}.svg`);
    }
  });
});

describe("the demo as a whole", () => {
  it("is the same for the same seed and month, and another for another seed", () => {
    fc.assert(
      fc.property(seeds, periods, (seed, period) => {
        const demo = JSON.stringify(generateDemo(seed, period));
        expect(JSON.stringify(generateDemo(seed, period))).toBe(demo);
        expect(JSON.stringify(generateDemo(`${seed}'`, period))).not.toBe(demo);
      }),
      { numRuns: 6 },
    );
  });

  it("names everything by a UUIDv7 of its own", () => {
    const demo = generateDemo(DEMO_SEED, PERIOD);
    const ids = [
      ...demo.people.map((person) => person.personId),
      ...demo.makers.map((maker) => maker.makerId),
      ...demo.products.map((product) => product.productId),
      ...demo.offices.map((office) => office.officeId),
      ...demo.cashiers.map((cashier) => cashier.cashierId),
      ...demo.outlets.map((outlet) => outlet.outletId),
      ...demo.people.flatMap((person) => person.exemptions.map((one) => one.exemptionId)),
    ];
    expectUnique(ids);
    for (const id of ids) expect(Uuid.safeParse(id).success).toBe(true);
  });

  it("has two outlets with stock, three cashiers, two supervisors and a policy in force", () => {
    const { outlets, stock, products, cashiers, policies } = generateDemo(DEMO_SEED, PERIOD);
    expect(outlets.map((outlet) => OutletChange.parse(outlet).code)).toEqual(["KB", "KR"]);
    expect(stock).toHaveLength(outlets.length * products.length);
    expect(cashiers.map((cashier) => cashier.role).sort()).toEqual([
      "CASHIER",
      "CASHIER",
      "CASHIER",
      "SUPERVISOR",
      "SUPERVISOR",
    ]);
    for (const cashier of cashiers) expect(cashier.pin).toMatch(/^\d{6}$/);
    for (const policy of policies) expect(PolicyChange.parse(policy)).toEqual(policy);
  });
});

function isScannable(code: string): boolean {
  const scan = classifyScan(code);
  const isWhole = !/^\d/.test(code) || ean13CheckDigit(code.slice(0, 12)) === code.slice(12);
  return isWhole && scan.kind === "PRODUCT_CODE" && scan.code === code;
}
