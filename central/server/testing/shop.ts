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
    await saveOutlets(tx, regencyId, [
      { outletId: SHOP.outletId, code: "KB", name: "Galeri Uji", address: "Jalan Uji 1" },
    ]);
    await saveOffices(tx, regencyId, [
      { officeId: SHOP.officeId, parentId: null, name: "Dinas Uji", kind: "DINAS" },
      { officeId: SHOP.otherOfficeId, parentId: null, name: "Badan Uji", kind: "BADAN" },
    ]);
    await savePolicies(tx, regencyId, [POLICY]);
    await savePeople(tx, regencyId, PEOPLE);
    await saveCategories(tx, regencyId, [
      { categoryId: "kopi", name: "Kopi", pictureKey: "kopi", mayCount: true, sort: 1 },
      { categoryId: "kantong", name: "Kantong", pictureKey: "kantong", mayCount: false, sort: 2 },
    ]);
    await saveMakers(tx, regencyId, [
      maker(SHOP.makerId, "Kopi Uji", true),
      maker(SHOP.strangerMakerId, "Luar Daerah", false),
    ]);
    await saveProducts(tx, regencyId, [
      product(SHOP.productId, "KOPI-1", { name: "Kopi 200 g", unitPrice: 35_000 }),
      product(SHOP.bagId, "KTG-1", { name: "Kantong", unitPrice: 2_000, categoryId: "kantong" }),
      product(SHOP.strangerProductId, "LUAR-1", {
        name: "Kue luar",
        unitPrice: 20_000,
        makerId: SHOP.strangerMakerId,
      }),
    ]);
    await saveStock(tx, regencyId, [
      { productId: SHOP.productId, outletId: SHOP.outletId, qty: 20 },
    ]);
    await saveCards(tx, regencyId, [
      {
        serial: SHOP.cardSerial,
        personId: SHOP.personId,
        expiresOn: "2030-12-31",
        revoked: false,
      },
    ]);
    const cashier = { outletId: SHOP.outletId, active: true };
    await saveCashiers(
      tx,
      regencyId,
      [
        {
          ...cashier,
          cashierId: SHOP.cashierId,
          name: "Kasir Uji",
          role: "CASHIER",
          pin: SHOP.cashierPin,
        },
        {
          ...cashier,
          cashierId: SHOP.supervisorId,
          name: "Penyelia Uji",
          role: "SUPERVISOR",
          pin: SHOP.supervisorPin,
        },
      ],
      keys.box,
    );
  });
}

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

function maker(makerId: string, name: string, ofRegency: boolean) {
  const papers = { nib: "1234567890123", pirt: null, halal: null };
  return {
    makerId,
    name,
    kecamatan: "Kraksaan",
    ...papers,
    verified: true,
    ofRegency,
    active: true,
  };
}

function product(
  productId: string,
  sku: string,
  rest: { name: string; unitPrice: number; categoryId?: string; makerId?: string },
) {
  return {
    ...{ productId, sku, barcode: null, makerId: SHOP.makerId, categoryId: "kopi" },
    ...{ shareBp: 1_000, pictureKey: "kopi", active: true },
    ...rest,
  };
}
