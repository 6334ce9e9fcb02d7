import type { CentreDeps } from "../deps.ts";
import { saveCards } from "../stores/card.ts";
import { saveCashiers } from "../stores/cashier.ts";
import { saveCategories } from "../stores/category.ts";
import { saveMakers } from "../stores/maker.ts";
import { saveOffices } from "../stores/office.ts";
import { saveOutlets } from "../stores/outlet.ts";
import { savePeople } from "../stores/person.ts";
import { savePolicies } from "../stores/policy.ts";
import { saveProducts } from "../stores/product.ts";
import { saveStock } from "../stores/stock.ts";

const id = (last: number) => `019a41c2-7c00-7000-8000-${String(last).padStart(12, "0")}`;

/** One outlet with little in it; nobody in it is real. */
export const SHOP = {
  outletId: id(140),
  officeId: id(200),
  otherOfficeId: id(201),
  personId: id(150),
  shortPersonId: id(151),
  exemptPersonId: id(152),
  makerId: id(170),
  strangerMakerId: id(171),
  productId: id(160),
  bagId: id(161),
  strangerProductId: id(162),
  cashierId: id(101),
  supervisorId: id(102),
  cashierPin: "246810",
  supervisorPin: "135791",
  cardSerial: 7_001,
} as const;
export type Shop = typeof SHOP;

/** Puts the shop's people, goods and rules into a centre through its stores. */
export async function seedShop({ database, regencyId, keys }: CentreDeps): Promise<void> {
  await database.transaction(async (tx) => {
    await saveOutlets(tx, regencyId, [OUTLET]);
    await saveOffices(tx, regencyId, OFFICES);
    await savePolicies(tx, regencyId, [POLICY]);
    await savePeople(tx, regencyId, PEOPLE);
    await saveCategories(tx, regencyId, CATEGORIES);
    await saveMakers(tx, regencyId, MAKERS);
    await saveProducts(tx, regencyId, PRODUCTS);
    await saveStock(tx, regencyId, [STOCK]);
    await saveCards(tx, regencyId, [CARD]);
    await saveCashiers(tx, regencyId, { rows: CASHIERS, box: keys.box });
  });
}

const OUTLET = { outletId: SHOP.outletId, code: "KB", name: "Galeri Uji", address: "Jalan Uji 1" };
const OFFICES = [
  { officeId: SHOP.officeId, parentId: null, name: "Dinas Uji", kind: "DINAS" },
  { officeId: SHOP.otherOfficeId, parentId: null, name: "Badan Uji", kind: "BADAN" },
];
const POLICY = {
  validFrom: "2025-01-01",
  obligations: {
    PELAKSANA: 50_000,
    PENGAWAS_FUNGSIONAL: 75_000,
    ADMINISTRATOR: 100_000,
    KEPALA_ESELON_III: 150_000,
    JPT_PRATAMA: 200_000,
  },
  cashRounding: 1,
  printObligationLine: true,
  returnRule: "Barang rusak dapat ditukar dalam 2 hari dengan struk ini.",
} as const;

const TERM = { from: "2025-01-01", obliged: true, officeId: SHOP.officeId, unitId: null } as const;
const PEOPLE = [
  {
    personId: SHOP.personId,
    nip: "198503152010011991",
    name: "Contoh Satu",
    active: true,
    terms: [{ ...TERM, class: "PELAKSANA" }],
    exemptions: [],
  },
  {
    personId: SHOP.shortPersonId,
    nip: "198802292012102993",
    name: "Contoh Dua",
    active: true,
    terms: [{ ...TERM, class: "JPT_PRATAMA" }],
    exemptions: [],
  },
  {
    personId: SHOP.exemptPersonId,
    nip: "200112012025042995",
    name: "Contoh Tiga",
    active: true,
    terms: [{ ...TERM, class: "PELAKSANA", officeId: SHOP.otherOfficeId }],
    exemptions: [
      {
        exemptionId: id(300),
        from: "2025-01",
        to: "2030-12",
        reason: "Tugas belajar",
        letterNumber: "800/1",
      },
    ],
  },
] as const;

const MAKER = {
  makerId: SHOP.makerId,
  name: "Kopi Uji",
  kecamatan: "Kraksaan",
  nib: "1234567890123",
  pirt: null,
  halal: null,
  verified: true,
  ofRegency: true,
  active: true,
};
const MAKERS = [
  MAKER,
  { ...MAKER, makerId: SHOP.strangerMakerId, name: "Luar Daerah", ofRegency: false },
];

const CATEGORIES = [
  { categoryId: "kopi", name: "Kopi", pictureKey: "kopi", mayCount: true, sort: 1 },
  { categoryId: "kantong", name: "Kantong", pictureKey: "kantong", mayCount: false, sort: 2 },
];
const PRODUCT = {
  productId: SHOP.productId,
  sku: "KOPI-1",
  barcode: null,
  name: "Kopi 200 g",
  makerId: SHOP.makerId,
  categoryId: "kopi",
  unitPrice: 35_000,
  shareBp: 1_000,
  pictureKey: "kopi",
  active: true,
};
const PRODUCTS = [
  PRODUCT,
  {
    ...PRODUCT,
    productId: SHOP.bagId,
    sku: "KTG-1",
    name: "Kantong",
    unitPrice: 2_000,
    categoryId: "kantong",
  },
  {
    ...PRODUCT,
    productId: SHOP.strangerProductId,
    sku: "LUAR-1",
    name: "Kue luar",
    unitPrice: 20_000,
    makerId: SHOP.strangerMakerId,
  },
];
const STOCK = { productId: SHOP.productId, outletId: SHOP.outletId, qty: 20 };
const CARD = {
  serial: SHOP.cardSerial,
  personId: SHOP.personId,
  expiresOn: "2030-12-31",
  revoked: false,
};

const CASHIER = { outletId: SHOP.outletId, active: true };
const CASHIERS = [
  {
    ...CASHIER,
    cashierId: SHOP.cashierId,
    name: "Kasir Uji",
    role: "CASHIER",
    pin: SHOP.cashierPin,
  },
  {
    ...CASHIER,
    cashierId: SHOP.supervisorId,
    name: "Penyelia Uji",
    role: "SUPERVISOR",
    pin: SHOP.supervisorPin,
  },
] as const;

/** The centre makes the shop's supervisor a cashier. */
export async function demoteSupervisor({ database, regencyId, keys }: CentreDeps): Promise<void> {
  const rows = [{ ...CASHIERS[1], role: "CASHIER" as const }];
  await database.transaction((tx) => saveCashiers(tx, regencyId, { rows, box: keys.box }));
}
