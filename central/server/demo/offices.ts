import { demoId } from "./demo-id.ts";
import { KECAMATAN } from "./kecamatan.ts";

export type OfficeKind =
  | "SEKRETARIAT_DAERAH"
  | "SEKRETARIAT_DPRD"
  | "INSPEKTORAT"
  | "SATPOL_PP"
  | "DINAS"
  | "BADAN"
  | "RSUD"
  | "KECAMATAN"
  | "BAGIAN"
  | "PUSKESMAS"
  | "SEKOLAH";

/** An OPD, or a unit inside one: `parentId` is null for the OPD. */
export type DemoOffice = {
  readonly officeId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: OfficeKind;
};

const DINAS = [
  "Dinas Kepemudaan, Olahraga dan Pariwisata",
  "Dinas Kependudukan dan Pencatatan Sipil",
  "Dinas Kesehatan",
  "Dinas Ketahanan Pangan",
  "Dinas Komunikasi, Informatika, Statistik dan Persandian",
  "Dinas Koperasi, Usaha Mikro, Perdagangan dan Perindustrian",
  "Dinas Lingkungan Hidup",
  "Dinas Pekerjaan Umum dan Penataan Ruang",
  "Dinas Pemberdayaan Masyarakat dan Desa",
  "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB",
  "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
  "Dinas Pendidikan dan Kebudayaan",
  "Dinas Perhubungan",
  "Dinas Perikanan",
  "Dinas Perpustakaan dan Kearsipan",
  "Dinas Pertanian",
  "Dinas Perumahan, Kawasan Permukiman dan Pertanahan",
  "Dinas Sosial",
  "Dinas Tenaga Kerja",
];
const BADAN = [
  "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
  "Badan Kesatuan Bangsa dan Politik",
  "Badan Penanggulangan Bencana Daerah",
  "Badan Pengelolaan Pendapatan, Keuangan dan Aset Daerah",
  "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
];
const BAGIAN = [
  "Bagian Pemerintahan",
  "Bagian Hukum",
  "Bagian Kesejahteraan Rakyat",
  "Bagian Perekonomian dan Sumber Daya Alam",
  "Bagian Administrasi Pembangunan",
  "Bagian Pengadaan Barang dan Jasa",
  "Bagian Organisasi",
  "Bagian Umum",
  "Bagian Protokol dan Komunikasi Pimpinan",
];
const FURTHER_PUSKESMAS = [
  "Condong",
  "Curahtulis",
  "Glagah",
  "Jabungsisir",
  "Jorongan",
  "Klenang Kidul",
  "Ranugedang",
  "Suko",
  "Wonorejo",
];
const TOP: readonly (readonly [OfficeKind, readonly string[]])[] = [
  ["SEKRETARIAT_DAERAH", ["Sekretariat Daerah"]],
  ["SEKRETARIAT_DPRD", ["Sekretariat DPRD"]],
  ["INSPEKTORAT", ["Inspektorat"]],
  ["SATPOL_PP", ["Satuan Polisi Pamong Praja"]],
  ["DINAS", DINAS],
  ["BADAN", BADAN],
  ["RSUD", ["RSUD Waluyo Jati", "RSUD Tongas"]],
  ["KECAMATAN", KECAMATAN.map((name) => `Kecamatan ${name}`)],
];
/** Which OPD a kind of unit belongs to. */
const UNITS: readonly (readonly [OfficeKind, string, readonly string[]])[] = [
  ["BAGIAN", "Sekretariat Daerah", BAGIAN],
  [
    "PUSKESMAS",
    "Dinas Kesehatan",
    [...KECAMATAN, ...FURTHER_PUSKESMAS].map((name) => `Puskesmas ${name}`),
  ],
  [
    "SEKOLAH",
    "Dinas Pendidikan dan Kebudayaan",
    KECAMATAN.flatMap((name) => [`SMP Negeri 1 ${name}`, `SD Negeri 1 ${name}`]),
  ],
];

/** Every OPD of the kabupaten with its bagian and puskesmas, and two schools in each kecamatan. */
export function demoOffices(): DemoOffice[] {
  const offices: DemoOffice[] = [];
  const add = (name: string, kind: OfficeKind, parentId: string | null): void => {
    offices.push({ officeId: demoId("office", offices.length), parentId, name, kind });
  };
  for (const [kind, names] of TOP) {
    for (const name of names) add(name, kind, null);
  }
  for (const [kind, parentName, names] of UNITS) {
    const parent = offices.find((office) => office.name === parentName);
    if (parent === undefined) throw new RangeError(`no OPD named ${parentName}`);
    for (const name of names) add(name, kind, parent.officeId);
  }
  return offices;
}
