import type { CategoryId } from "./catalogue/categories.ts";
import { isFood } from "./catalogue/categories.ts";
import { demoId } from "./demo-id.ts";
import { KECAMATAN } from "./kecamatan.ts";
import type { Random } from "./random.ts";

/** An invented UMKM. `shelf` is what it makes; only verified ones of the kabupaten count. */
export type DemoMaker = {
  readonly makerId: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly nib: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly verified: boolean;
  readonly ofRegency: boolean;
  readonly active: boolean;
  readonly shelf: CategoryId;
};

/** How many makers fill each shelf: 59, and the gallery itself for what never counts. */
const SHELVES: readonly (readonly [CategoryId, number, readonly string[]])[] = [
  ["buah", 6, ["Kebun", "Tani Makmur", "Kelompok Tani"]],
  ["bumbu", 6, ["Dapur", "Bumbu", "UD"]],
  ["camilan", 8, ["Camilan", "Rumah Keripik", "Pawon"]],
  ["laut", 8, ["Bahari", "UD Laut", "Pesisir"]],
  ["kue", 5, ["Roti & Kue", "Jajanan", "Pawon Kue"]],
  ["minuman", 5, ["Sari", "Rumah Minum", "Segar"]],
  ["kopi-teh", 5, ["Kopi", "Kedai", "Sangrai"]],
  ["pangan", 3, ["Lumbung", "Pangan", "UD Padi"]],
  ["batik", 5, ["Batik", "Griya Batik", "Omah Wastra"]],
  ["anyaman", 3, ["Anyaman", "Griya Bambu", "Kriya Pandan"]],
  ["kriya", 2, ["Ukir", "Tembikar"]],
  ["rawat-diri", 2, ["Rumah Sabun", "Wangi"]],
  ["cendera-mata", 1, ["Cendera"]],
];
const SECOND_NAMES =
  "Arum Argo Asri Barokah Berkah Bestari Biru Cahaya Cempaka Damai Gemilang Harum Indah Jaya Kenanga Kencana Lestari Lumintu Makmur Mandiri Mekar Melati Mulia Nusa Pelangi Permata Pertiwi Rejeki Rukun Sakinah Santoso Sari Sekar Sejahtera Selaras Sentosa Subur Sumber Surya Tentrem Timur Tirta Utama Wangi Waluyo Wijaya".split(
    " ",
  );
const NOT_VERIFIED = new Set([11, 27, 39, 52]);
const WITHOUT_HALAL = new Set([18, 27]);
const OUTSIDE: Readonly<Record<number, string>> = {
  16: "Kecamatan Mayangan, Kota Probolinggo",
  45: "Kecamatan Klakah, Kabupaten Lumajang",
};
const CLOSED = 33;

/** 60 makers in all 24 kecamatan; a few are not verified, not of the kabupaten, or gave up. */
export function demoMakers(regencyId: string, random: Random): DemoMaker[] {
  const places = random.shuffle([...KECAMATAN, ...KECAMATAN, ...KECAMATAN]).slice(0, 36);
  const kecamatan = [...random.shuffle(KECAMATAN), ...places];
  const seconds = random.shuffle([...SECOND_NAMES, ...SECOND_NAMES]);
  const makers: DemoMaker[] = [gallery(random)];
  for (const [shelf, count, firsts] of SHELVES) {
    for (let made = 0; made < count; made += 1) {
      const index = makers.length;
      const name = freshName(firsts, seconds, random, makers);
      const place = kecamatan[index] ?? random.pick(KECAMATAN);
      makers.push(demoMaker({ index, name, place, shelf, regencyId, random }));
    }
  }
  return makers;
}

function demoMaker(of: {
  index: number;
  name: string;
  place: string;
  shelf: CategoryId;
  regencyId: string;
  random: Random;
}): DemoMaker {
  const { index, name, place, shelf, regencyId, random } = of;
  const food = isFood(shelf);
  return {
    makerId: demoId("maker", index),
    name,
    kecamatan: OUTSIDE[index] ?? place,
    nib: nib(index, random),
    pirt: food ? pirt(regencyId, index, random) : null,
    halal: food && !WITHOUT_HALAL.has(index) ? halal(regencyId, random) : null,
    verified: !NOT_VERIFIED.has(index),
    ofRegency: OUTSIDE[index] === undefined,
    active: index !== CLOSED,
    shelf,
  };
}

/** The gallery sells bags, delivery and the like itself. */
function gallery(random: Random): DemoMaker {
  return {
    makerId: demoId("maker", 0),
    name: "Galeri Dekranasda",
    kecamatan: "Kraksaan",
    nib: nib(0, random),
    pirt: null,
    halal: null,
    verified: true,
    ofRegency: true,
    active: true,
    shelf: "kantong",
  };
}

function freshName(
  firsts: readonly string[],
  seconds: string[],
  random: Random,
  makers: readonly DemoMaker[],
): string {
  for (;;) {
    const name = `${random.pick(firsts)} ${seconds.pop() ?? random.pick(SECOND_NAMES)}`;
    if (!makers.some((maker) => maker.name === name)) return name;
  }
}

/** NIB: 13 digits, since 2021 the day of issue and a running number. */
function nib(index: number, random: Random): string {
  const day = `${two(random.int(1, 28))}${two(random.int(1, 12))}${two(random.int(22, 25))}`;
  return day + String(1_000_000 + index * 1_371 + random.int(0, 999)).slice(-7);
}

/** P-IRT: 15 digits; kind of pack, kind of food, regency, food, running number, last year. */
function pirt(regencyId: string, index: number, random: Random): string {
  const kind = `${random.int(1, 3)}${two(random.int(1, 16))}`;
  return `${kind}${regencyId}${two(random.int(1, 9))}${String(index + 1).padStart(4, "0")}-${random.int(27, 30)}`;
}

function halal(regencyId: string, random: Random): string {
  const running = String(random.int(1, 9_999_999_999)).padStart(10, "0");
  return `ID${regencyId.slice(0, 2)}1${running}${two(random.int(1, 12))}${random.int(23, 25)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
