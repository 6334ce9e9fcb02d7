import { kindsOf, type ProductKind } from "./kind.ts";

/** What is woven, dyed, carved or fired, and what the gallery sells that never counts. */
export const CRAFT_KINDS: readonly ProductKind[] = [
  ...kindsOf("batik", [
    [
      "batik-tulis",
      "Batik Tulis Kain 2 m",
      [
        ["mangga", 350_000],
        ["anggur", 365_000],
        ["sutra Tengger", 750_000],
      ],
    ],
    [
      "batik-cap",
      "Batik Cap Kain 2 m",
      [
        ["daun mangga", 145_000],
        ["ombak Gending", 150_000],
        ["lereng Bromo", 155_000],
      ],
    ],
    [
      "kemeja-batik",
      "Kemeja Batik",
      [
        ["M", 185_000],
        ["L", 185_000],
        ["XL", 195_000],
        ["tulis L", 425_000],
      ],
    ],
    [
      "udeng",
      "Udeng Tengger",
      [
        ["dewasa", 65_000],
        ["anak", 48_000],
      ],
    ],
    [
      "sarung",
      "Sarung Tenun",
      [
        ["kotak", 125_000],
        ["polos", 110_000],
      ],
    ],
    [
      "selendang",
      "Selendang Batik",
      [
        ["katun", 85_000],
        ["sutra", 225_000],
      ],
    ],
    [
      "kaos",
      "Kaos Bromo",
      [
        ["M", 75_000],
        ["L", 75_000],
        ["XL", 80_000],
      ],
    ],
    [
      "dompet",
      "Dompet Batik",
      [
        ["kecil", 35_000],
        ["panjang", 58_000],
      ],
    ],
  ]),
  ...kindsOf("anyaman", [
    [
      "tas-anyaman",
      "Tas Anyaman Pandan",
      [
        ["kecil", 55_000],
        ["sedang", 85_000],
        ["besar", 125_000],
      ],
    ],
    [
      "tikar",
      "Tikar Mendong",
      [
        ["100 x 150", 78_000],
        ["150 x 200", 118_000],
      ],
    ],
    [
      "keranjang-bambu",
      "Keranjang Bambu",
      [
        ["kecil", 32_000],
        ["besar", 64_000],
      ],
    ],
    [
      "topi",
      "Topi Pandan",
      [
        ["dewasa", 42_000],
        ["anak", 34_000],
      ],
    ],
    [
      "tampah",
      "Tampah Hias",
      [
        ["30 cm", 28_000],
        ["45 cm", 44_000],
      ],
    ],
    [
      "lampu-hias",
      "Lampu Hias Bambu",
      [
        ["meja", 95_000],
        ["gantung", 135_000],
      ],
    ],
    [
      "vas-bambu",
      "Vas Bambu",
      [
        ["20 cm", 27_000],
        ["30 cm", 39_000],
      ],
    ],
  ]),
  ...kindsOf("kriya", [
    [
      "kayu",
      "Topeng Kayu",
      [
        ["20 cm", 120_000],
        ["30 cm", 195_000],
      ],
    ],
    [
      "nampan",
      "Nampan Kayu",
      [
        ["kecil", 62_000],
        ["besar", 98_000],
      ],
    ],
    [
      "gerabah",
      "Kendi Gerabah",
      [
        ["1 liter", 38_000],
        ["2 liter", 54_000],
      ],
    ],
    [
      "cobek",
      "Cobek Batu",
      [
        ["18 cm", 55_000],
        ["24 cm", 82_000],
      ],
    ],
    [
      "kotak-hantaran",
      "Kotak Hantaran Ukir",
      [
        ["kecil", 145_000],
        ["besar", 245_000],
      ],
    ],
  ]),
  ...kindsOf("rawat-diri", [
    [
      "sabun",
      "Sabun Susu Krucil",
      [
        ["80 g", 16_000],
        ["isi 3", 45_000],
      ],
    ],
    ["sabun", "Sabun Sereh", [["80 g", 14_500]]],
    [
      "lilin",
      "Lilin Aromaterapi",
      [
        ["kecil", 28_000],
        ["besar", 52_000],
      ],
    ],
    [
      "minyak-atsiri",
      "Minyak Sereh Wangi",
      [
        ["10 ml", 29_500],
        ["30 ml", 72_500],
      ],
    ],
    ["lulur", "Lulur Bengkuang", [["200 g", 33_500]]],
  ]),
  ...kindsOf("cendera-mata", [
    [
      "bros",
      "Bros Kain Perca",
      [
        ["bunga", 15_000],
        ["kupu-kupu", 17_500],
      ],
    ],
    [
      "gantungan-kunci",
      "Gantungan Kunci",
      [
        ["mangga", 10_000],
        ["jip Bromo", 12_500],
      ],
    ],
    [
      "magnet",
      "Magnet Bromo",
      [
        ["kayu", 15_000],
        ["resin", 22_500],
      ],
    ],
    [
      "kotak-hantaran",
      "Paket Oleh-oleh",
      [
        ["hemat", 99_000],
        ["lengkap", 249_000],
      ],
    ],
  ]),
];
export const NEVER_COUNTING_KINDS: readonly ProductKind[] = [
  ...kindsOf("kantong", [
    [
      "tas-belanja",
      "Kantong Kertas",
      [
        ["kecil", 3_500],
        ["besar", 5_000],
      ],
    ],
    ["tas-belanja", "Tas Belanja Kain", [["", 15_000]]],
  ]),
  ...kindsOf("antar", [
    [
      "ongkir",
      "Jasa Antar",
      [
        ["dalam kecamatan", 10_000],
        ["luar kecamatan", 20_000],
      ],
    ],
  ]),
  ...kindsOf("emas", [
    [
      "emas",
      "Cincin Emas Muda",
      [
        ["0,5 g", 425_000],
        ["0,8 g", 680_000],
      ],
    ],
  ]),
  ...kindsOf("pulsa", [
    [
      "pulsa",
      "Pulsa & Token",
      [
        ["25.000", 27_000],
        ["50.000", 52_000],
      ],
    ],
  ]),
  ...kindsOf("voucher", [
    [
      "voucher",
      "Voucher Galeri",
      [
        ["50.000", 50_000],
        ["100.000", 100_000],
      ],
    ],
  ]),
];
