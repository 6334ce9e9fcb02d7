/** What the gallery sells, by shelf; goods of the last five never count towards an ASN's month. */
export const CATEGORY_IDS = [
  "buah",
  "bumbu",
  "camilan",
  "laut",
  "kue",
  "minuman",
  "kopi-teh",
  "pangan",
  "batik",
  "anyaman",
  "kriya",
  "rawat-diri",
  "cendera-mata",
  "kantong",
  "antar",
  "emas",
  "pulsa",
  "voucher",
] as const;

export type CategoryId = (typeof CATEGORY_IDS)[number];

export type DemoCategory = {
  readonly categoryId: CategoryId;
  readonly name: string;
  readonly pictureKey: string;
  readonly mayCount: boolean;
  readonly sort: number;
};

const NAMES: Readonly<Record<CategoryId, string>> = {
  buah: "Buah & kebun",
  bumbu: "Bumbu & bawang",
  camilan: "Camilan",
  laut: "Olahan laut",
  kue: "Kue & manisan",
  minuman: "Minuman & madu",
  "kopi-teh": "Kopi & teh",
  pangan: "Bahan pangan",
  batik: "Batik & busana",
  anyaman: "Anyaman & bambu",
  kriya: "Kayu & gerabah",
  "rawat-diri": "Sabun & wewangian",
  "cendera-mata": "Cendera mata",
  kantong: "Kantong belanja",
  antar: "Jasa antar",
  emas: "Perhiasan emas",
  pulsa: "Pulsa & token",
  voucher: "Voucher",
};
const NEVER_COUNTS: ReadonlySet<CategoryId> = new Set([
  "kantong",
  "antar",
  "emas",
  "pulsa",
  "voucher",
]);
/** What is eaten or drunk needs P-IRT and halal. */
const FOOD: ReadonlySet<CategoryId> = new Set([
  "bumbu",
  "camilan",
  "laut",
  "kue",
  "minuman",
  "kopi-teh",
  "pangan",
]);

/** The shelves in the order of the cashier's list. */
export function demoCategories(): DemoCategory[] {
  return CATEGORY_IDS.map((categoryId, sort) => ({
    categoryId,
    name: NAMES[categoryId],
    pictureKey: `kategori-${categoryId}`,
    mayCount: !NEVER_COUNTS.has(categoryId),
    sort,
  }));
}

/** True when makers of this shelf are asked for P-IRT and halal. */
export function isFood(categoryId: CategoryId): boolean {
  return FOOD.has(categoryId);
}
