import { randomBytes, scryptSync } from "node:crypto";
import type { WriteDb } from "../db/database.ts";
import { upsertCashier } from "../db/stores/cashier.ts";
import {
  upsertCategory,
  upsertMaker,
  upsertOutlet,
  upsertProduct,
  upsertStock,
} from "../db/stores/catalogue.ts";
import { upsertPolicy } from "../db/stores/policy.ts";
import { upsertCard, upsertCardKey, upsertPerson } from "../db/stores/roster.ts";
import { setFeedCursor } from "../db/stores/sync-state.ts";
import type { NewId } from "../ids.ts";
import { nipLookup, sealText } from "../keys/sealing.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import { systemRandom } from "../system.ts";
import { pinHmac } from "../staff/pin.ts";

export type SampleCashier = {
  readonly cashierId: string;
  readonly name: string;
  readonly pin: string;
  readonly cardSerial: number | null;
};
export type SampleProduct = {
  readonly productId: string;
  readonly name: string;
  readonly barcode: string;
  readonly sku: string;
  readonly unitPrice: number;
  readonly makerId: string;
  readonly counts: boolean;
};
export type SamplePerson = {
  readonly personId: string;
  readonly nip: string;
  readonly name: string;
  /** monthly minimum in rupiah */
  readonly obligation: number;
  readonly serial: number;
};

/** What a prepared till can sell, to whom, and who sells. The last product is a bag: never counts. */
export type SampleShop = {
  readonly cashiers: readonly SampleCashier[];
  readonly products: readonly SampleProduct[];
  readonly people: readonly SamplePerson[];
};

type Wanted = {
  readonly keys: TillKeys;
  readonly newId: NewId;
  readonly outletId: string;
  readonly people: number;
  readonly products: number;
  readonly at: number;
  readonly cardKeyId: number;
  readonly cardPublicKey: string;
};

const CLASSES = [
  ["PELAKSANA", 50_000],
  ["PENGAWAS_FUNGSIONAL", 75_000],
  ["ADMINISTRATOR", 100_000],
  ["KEPALA_ESELON_III", 150_000],
  ["JPT_PRATAMA", 200_000],
] as const;
const GOODS = ["Mangga Arumanis", "Bawang Goreng", "Kopi Argopuro", "Keripik Tette", "Madu Bromo"];
const GIVEN = ["Siti", "Budi", "Agus", "Dewi", "Rina", "Joko"];
const FAMILY = ["Aminah", "Santoso", "Wibowo", "Lestari", "Hidayat"];
const SAMPLE_CASHIERS = [
  { name: "Kasir Satu", pin: "135790", role: "CASHIER", cardSerial: null },
  { name: "Kasir Dua", pin: "246801", role: "SUPERVISOR", cardSerial: 901 },
] as const;
const FEED_SEQ = 1;

/** Writes a shop as the change feed would. */
export function fillShop(db: WriteDb, wanted: Wanted): SampleShop {
  const { outletId, cardKeyId, cardPublicKey: publicKey } = wanted;
  upsertOutlet(db, {
    outletId,
    code: "KB",
    name: "Galeri Dekranasda Kantor Bupati",
    address: "Jl. Contoh No. 1, Kraksaan",
    feedSeq: FEED_SEQ,
  });
  upsertPolicy(db, {
    validFrom: "2025-01-01",
    obligations: JSON.stringify(Object.fromEntries(CLASSES)),
    cashRounding: 100,
    printObligationLine: 1,
    returnRule: "Barang rusak dapat ditukar dalam 3 hari dengan struk ini.",
    feedSeq: FEED_SEQ,
  });
  upsertCardKey(db, { cardKeyId, publicKey, feedSeq: FEED_SEQ });
  setFeedCursor(db, { from: 0, cursor: FEED_SEQ, pulledAt: wanted.at });
  return {
    cashiers: SAMPLE_CASHIERS.map((sample) => cashier(db, wanted, sample)),
    products: productsOf(db, wanted),
    people: Array.from({ length: wanted.people }, (_, index) => person(db, wanted, index)),
  };
}

function cashier(
  db: WriteDb,
  wanted: Wanted,
  { name, pin, role, cardSerial }: (typeof SAMPLE_CASHIERS)[number],
): SampleCashier {
  const cashierId = wanted.newId();
  const salt = randomBytes(16);
  const record = scryptSync(pin, salt, 32, { N: 16_384, r: 8, p: 1 });
  upsertCashier(db, {
    cashierId,
    name,
    role,
    salt: salt.toString("base64url"),
    pinHmac: pinHmac(wanted.keys.deviceSecret, record),
    cardSerial,
    active: 1,
    feedSeq: FEED_SEQ,
  });
  return { cashierId, name, pin, cardSerial };
}

function productsOf(db: WriteDb, wanted: Wanted): SampleProduct[] {
  const makers = ["UMKM Sari Bromo", "UMKM Anggur Jaya"].map((name) => maker(db, wanted, name));
  const shelf = { pictureKey: "mangga", sort: 1, feedSeq: FEED_SEQ };
  upsertCategory(db, { categoryId: "camilan", name: "Camilan", mayCount: 1, ...shelf });
  upsertCategory(db, { categoryId: "kantong", name: "Kantong", mayCount: 0, ...shelf });
  return Array.from({ length: wanted.products }, (_, index) => {
    const bag = index === wanted.products - 1;
    return product(db, wanted, { index, bag, makerId: makers[index % makers.length] ?? "" });
  });
}

function maker(db: WriteDb, wanted: Wanted, name: string): string {
  const makerId = wanted.newId();
  const papers = { nib: "1234567890123", pirt: null, halal: null };
  const state = { verified: 1, ofRegency: 1, active: 1 } as const;
  upsertMaker(db, { makerId, name, kecamatan: "Kraksaan", ...papers, ...state, feedSeq: FEED_SEQ });
  return makerId;
}

function product(
  db: WriteDb,
  wanted: Wanted,
  { index, bag, makerId }: { index: number; bag: boolean; makerId: string },
): SampleProduct {
  const productId = wanted.newId();
  const name = bag ? "Kantong Belanja" : `${GOODS[index % GOODS.length]} ${index + 1}`;
  const unitPrice = bag ? 2_000 : 10_000 + 2_500 * (index % 20);
  const barcode = String(8_990_000_000_000 + index);
  const sku = `PRB-${String(index + 1).padStart(5, "0")}`;
  upsertProduct(db, {
    productId,
    sku,
    barcode,
    name,
    makerId,
    categoryId: bag ? "kantong" : "camilan",
    unitPrice,
    shareBp: 1_000,
    pictureKey: "mangga",
    active: 1,
    feedSeq: FEED_SEQ,
  });
  upsertStock(db, { productId, outletId: wanted.outletId, qty: 100, feedSeq: FEED_SEQ });
  return { productId, name, barcode, sku, unitPrice, makerId, counts: !bag };
}

function person(db: WriteDb, wanted: Wanted, index: number): SamplePerson {
  const { keys } = wanted;
  const personId = wanted.newId();
  const nip = nipOf(index);
  const name = `${GIVEN[index % GIVEN.length]} ${FAMILY[index % FAMILY.length]} ${index + 1}`;
  const [obligationClass, obligation] = CLASSES[index % CLASSES.length] ?? CLASSES[0];
  const office = { unitName: "Bagian Umum", officeName: "Sekretariat Daerah" };
  const terms = [{ from: "2025-01-01", class: obligationClass, obliged: true }];
  const serial = 7_001 + index;
  upsertPerson(db, {
    personId,
    nipLookup: nipLookup(keys.nipLookupKey, nip),
    identitySealed: sealText(keys.dataKey, JSON.stringify({ nip, name, ...office }), systemRandom),
    terms: JSON.stringify(terms),
    exemptions: "[]",
    active: 1,
    feedSeq: FEED_SEQ,
  });
  upsertCard(db, { serial, personId, revoked: 0, feedSeq: FEED_SEQ });
  return { personId, nip, name, obligation, serial };
}

/** A plausible PNS number for each index; no real person's. */
function nipOf(index: number): string {
  const year = 1_970 + (index % 25);
  const month = 1 + (Math.floor(index / 25) % 12);
  const day = 1 + (Math.floor(index / 300) % 28);
  const serial = 1 + (Math.floor(index / 8_400) % 999);
  const two = (value: number): string => String(value).padStart(2, "0");
  const birth = `${year}${two(month)}${two(day)}`;
  return `${birth}${year + 25}01${1 + (index % 2)}${String(serial).padStart(3, "0")}`;
}
