import { kindsOf, type ProductKind } from "./kind.ts";

/** What grows, is cooked or is drunk in the kabupaten. Prices are plausible, not quoted. */
export const FOOD_KINDS: readonly ProductKind[] = [
  ...kindsOf("buah", [
    [
      "mangga-hijau",
      "Mangga Arumanis",
      [
        ["1 kg", 22_000],
        ["3 kg", 62_000],
        ["besek 5 kg", 98_000],
      ],
    ],
    [
      "mangga",
      "Mangga Manalagi",
      [
        ["1 kg", 20_000],
        ["3 kg", 56_000],
      ],
    ],
    [
      "anggur",
      "Anggur Prabu Bestari",
      [
        ["500 g", 35_000],
        ["1 kg", 65_000],
      ],
    ],
    [
      "alpukat",
      "Alpukat Mentega Krucil",
      [
        ["1 kg", 28_000],
        ["2 kg", 54_000],
      ],
    ],
    [
      "durian",
      "Durian Tiris",
      [
        ["1 buah", 55_000],
        ["kupas 400 g", 75_000],
      ],
    ],
    [
      "jagung",
      "Jagung Manis",
      [
        ["3 tongkol", 9_000],
        ["1 kg", 12_000],
      ],
    ],
  ]),
  ...kindsOf("bumbu", [
    [
      "bawang-merah",
      "Bawang Merah Biru Lancor",
      [
        ["500 g", 19_000],
        ["1 kg", 36_000],
        ["rangkai 2 kg", 70_000],
      ],
    ],
    [
      "bawang-goreng",
      "Bawang Goreng",
      [
        ["100 g", 18_000],
        ["250 g", 42_000],
        ["toples 400 g", 68_000],
      ],
    ],
    [
      "sambal",
      "Sambal Bawang",
      [
        ["original 150 g", 24_000],
        ["teri 150 g", 27_000],
        ["cumi 150 g", 32_000],
      ],
    ],
    [
      "terasi",
      "Terasi Udang",
      [
        ["100 g", 12_500],
        ["250 g", 28_000],
      ],
    ],
    [
      "petis",
      "Petis Udang",
      [
        ["200 g", 17_500],
        ["400 g", 32_500],
      ],
    ],
    [
      "gula-merah",
      "Gula Merah Siwalan",
      [
        ["500 g", 16_500],
        ["1 kg", 31_500],
      ],
    ],
  ]),
  ...kindsOf("camilan", [
    [
      "keripik-kentang",
      "Keripik Kentang Bromo",
      [
        ["original 150 g", 17_500],
        ["balado 150 g", 18_500],
        ["keju 150 g", 19_500],
      ],
    ],
    [
      "keripik-pisang",
      "Keripik Pisang",
      [
        ["manis 200 g", 15_000],
        ["cokelat 200 g", 17_000],
      ],
    ],
    [
      "keripik-singkong",
      "Keripik Singkong",
      [
        ["asin 200 g", 12_000],
        ["pedas 200 g", 13_000],
      ],
    ],
    [
      "rengginang",
      "Rengginang",
      [
        ["terasi 250 g", 14_500],
        ["manis 250 g", 14_500],
      ],
    ],
    [
      "kacang",
      "Kacang Goreng Pasir",
      [
        ["250 g", 13_500],
        ["500 g", 25_500],
      ],
    ],
    [
      "marning",
      "Marning Jagung",
      [
        ["asin 200 g", 10_500],
        ["pedas 200 g", 11_000],
      ],
    ],
    [
      "kerupuk-ikan",
      "Kerupuk Ikan Tengiri",
      [
        ["mentah 250 g", 19_000],
        ["matang 150 g", 16_000],
        ["mentah 500 g", 36_000],
      ],
    ],
  ]),
  ...kindsOf("laut", [
    [
      "ikan-asin",
      "Ikan Asin",
      [
        ["layang 250 g", 21_000],
        ["jambal 250 g", 38_000],
        ["kembung 500 g", 40_000],
      ],
    ],
    [
      "teri",
      "Teri Nasi Kering",
      [
        ["200 g", 34_000],
        ["500 g", 82_000],
      ],
    ],
    [
      "bandeng",
      "Bandeng Presto",
      [
        ["isi 2", 38_000],
        ["isi 4", 72_000],
      ],
    ],
    [
      "udang",
      "Ebi Udang",
      [
        ["100 g", 26_000],
        ["250 g", 60_000],
      ],
    ],
    [
      "abon",
      "Abon",
      [
        ["ikan tongkol 100 g", 27_500],
        ["ikan lele 100 g", 26_500],
        ["sapi 100 g", 39_500],
      ],
    ],
    [
      "kerupuk-ikan",
      "Kerupuk Udang",
      [
        ["200 g", 18_500],
        ["400 g", 35_000],
      ],
    ],
  ]),
  ...kindsOf("kue", [
    [
      "dodol-mangga",
      "Dodol Mangga",
      [
        ["200 g", 19_500],
        ["400 g", 36_500],
      ],
    ],
    [
      "manisan-mangga",
      "Manisan Mangga",
      [
        ["kering 150 g", 21_500],
        ["basah 300 g", 24_500],
      ],
    ],
    [
      "tape",
      "Tape Singkong",
      [
        ["besek 500 g", 15_000],
        ["besek 1 kg", 28_000],
      ],
    ],
    [
      "kue-kering",
      "Nastar",
      [
        ["toples 400 g", 58_000],
        ["toples 600 g", 82_000],
      ],
    ],
    [
      "kue-lapis",
      "Lapis Tape",
      [
        ["utuh", 48_000],
        ["iris isi 4", 18_000],
      ],
    ],
    [
      "wingko",
      "Wingko Jagung",
      [
        ["isi 10", 25_000],
        ["isi 20", 47_000],
      ],
    ],
  ]),
  ...kindsOf("minuman", [
    [
      "sirup",
      "Sirup Mangga",
      [
        ["350 ml", 26_000],
        ["620 ml", 42_000],
      ],
    ],
    [
      "sirup",
      "Sirup Anggur",
      [
        ["350 ml", 28_000],
        ["620 ml", 45_000],
      ],
    ],
    [
      "madu",
      "Madu Hutan Argopuro",
      [
        ["250 ml", 65_000],
        ["500 ml", 120_000],
        ["650 ml", 150_000],
      ],
    ],
    [
      "jamu",
      "Jamu",
      [
        ["kunyit asam 250 ml", 9_500],
        ["beras kencur 250 ml", 9_500],
        ["temulawak 250 ml", 10_500],
      ],
    ],
    [
      "susu",
      "Susu Segar Krucil",
      [
        ["250 ml", 8_500],
        ["cokelat 250 ml", 9_500],
        ["1 liter", 26_500],
      ],
    ],
  ]),
  ...kindsOf("kopi-teh", [
    [
      "kopi",
      "Kopi Robusta Krucil",
      [
        ["bubuk 100 g", 16_500],
        ["bubuk 250 g", 38_500],
        ["biji 500 g", 78_500],
      ],
    ],
    [
      "kopi",
      "Kopi Arabika Argopuro",
      [
        ["bubuk 100 g", 29_500],
        ["bubuk 200 g", 55_000],
        ["biji 500 g", 135_000],
      ],
    ],
    [
      "kopi",
      "Kopi Tiris Tubruk",
      [
        ["sachet isi 10", 19_000],
        ["bubuk 200 g", 27_000],
      ],
    ],
    [
      "teh",
      "Teh Daun Kelor",
      [
        ["celup isi 20", 22_500],
        ["kering 100 g", 24_500],
      ],
    ],
    ["teh", "Teh Mawar Sukapura", [["50 g", 27_500]]],
    [
      "cokelat",
      "Cokelat Batang",
      [
        ["susu 80 g", 23_500],
        ["pekat 80 g", 25_500],
      ],
    ],
  ]),
  ...kindsOf("pangan", [
    [
      "beras",
      "Beras Organik",
      [
        ["putih 2 kg", 42_000],
        ["merah 1 kg", 29_000],
        ["hitam 1 kg", 36_000],
        ["putih 5 kg", 99_000],
      ],
    ],
    [
      "telur-asin",
      "Telur Asin",
      [
        ["isi 4", 18_000],
        ["isi 10", 43_000],
        ["asap isi 6", 31_000],
      ],
    ],
    [
      "minyak-kelapa",
      "Minyak Kelapa",
      [
        ["250 ml", 24_000],
        ["500 ml", 45_000],
      ],
    ],
    [
      "jagung",
      "Tepung Jagung",
      [
        ["500 g", 11_500],
        ["1 kg", 21_500],
      ],
    ],
  ]),
];
