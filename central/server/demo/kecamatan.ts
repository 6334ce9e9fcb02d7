/** The 24 kecamatan of Kabupaten Probolinggo. */
export const KECAMATAN = [
  "Bantaran",
  "Banyuanyar",
  "Besuk",
  "Dringu",
  "Gading",
  "Gending",
  "Kotaanyar",
  "Kraksaan",
  "Krejengan",
  "Krucil",
  "Kuripan",
  "Leces",
  "Lumbang",
  "Maron",
  "Paiton",
  "Pajarakan",
  "Pakuniran",
  "Sukapura",
  "Sumber",
  "Sumberasih",
  "Tegalsiwalan",
  "Tiris",
  "Tongas",
  "Wonomerto",
] as const;

export type Kecamatan = (typeof KECAMATAN)[number];
