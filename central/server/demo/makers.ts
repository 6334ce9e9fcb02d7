import type { CategoryId } from "./catalogue/categories.ts";
import { isFood } from "./catalogue/categories.ts";
import { demoId } from "./demo-id.ts";
import type { Kecamatan } from "./kecamatan.ts";
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

/** Who makes what where: names start with one of the words, one maker in each place named. */
const SHELVES: readonly (readonly [CategoryId, readonly string[], readonly Kecamatan[]])[] = [
  [
    "buah",
    ["Kebun", "Tani Makmur", "Kelompok Tani"],
    ["Wonomerto", "Bantaran", "Tongas", "Kuripan", "Sumberasih", "Krucil"],
  ],
  [
    "bumbu",
    ["Dapur", "Bumbu", "UD"],
    ["Dringu", "Tegalsiwalan", "Leces", "Gending", "Banyuanyar", "Paiton"],
  ],
  [
    "camilan",
    ["Camilan", "Rumah Keripik", "Pawon"],
    ["Sukapura", "Sumber", "Leces", "Maron", "Besuk", "Kraksaan", "Gading", "Kotaanyar"],
  ],
  [
    "laut",
    ["Bahari", "UD Laut", "Pesisir"],
    ["Paiton", "Kraksaan", "Pajarakan", "Gending", "Dringu", "Sumberasih", "Tongas", "Kraksaan"],
  ],
  [
    "kue",
    ["Roti & Kue", "Jajanan", "Pawon Kue"],
    ["Kraksaan", "Maron", "Besuk", "Banyuanyar", "Krejengan"],
  ],
  [
    "minuman",
    ["Sari", "Rumah Minum", "Segar"],
    ["Krucil", "Tiris", "Leces", "Wonomerto", "Pakuniran"],
  ],
  ["kopi-teh", ["Kopi", "Kedai", "Sangrai"], ["Krucil", "Tiris", "Sumber", "Lumbang", "Sukapura"]],
  ["pangan", ["Lumbung", "Pangan", "UD Padi"], ["Krejengan", "Gading", "Banyuanyar"]],
  [
    "batik",
    ["Batik", "Griya Batik", "Omah Wastra"],
    ["Kraksaan", "Maron", "Pajarakan", "Paiton", "Krejengan"],
  ],
  ["anyaman", ["Anyaman", "Griya Bambu", "Kriya Pandan"], ["Kotaanyar", "Pakuniran", "Lumbang"]],
  ["kriya", ["Ukir", "Tembikar"], ["Maron", "Kuripan"]],
  ["rawat-diri", ["Rumah Sabun", "Wangi"], ["Krucil", "Leces"]],
  ["cendera-mata", ["Cendera"], ["Sukapura"]],
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
  const seconds = random.shuffle([...SECOND_NAMES, ...SECOND_NAMES]);
  const makers: DemoMaker[] = [gallery(random)];
  for (const [shelf, firsts, places] of SHELVES) {
    for (const place of places) {
      const name = freshName({ firsts, seconds, taken: makers }, random);
      makers.push(demoMaker({ index: makers.length, name, place, shelf, regencyId, random }));
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
  from: {
    readonly firsts: readonly string[];
    readonly seconds: string[];
    readonly taken: readonly DemoMaker[];
  },
  random: Random,
): string {
  for (;;) {
    const second = from.seconds.pop() ?? random.pick(SECOND_NAMES);
    const name = `${random.pick(from.firsts)} ${second}`;
    if (!from.taken.some((maker) => maker.name === name)) return name;
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
