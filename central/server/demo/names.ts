import type { Random } from "./random.ts";

export type Sex = "L" | "P";
export type Profession = "OFFICIAL" | "TEACHER" | "NURSE" | "CLERK";

// Parts that are common in Java and Madura. They are put together by chance: no name is taken from anybody.
const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  L: "Abdul Agus Ahmad Anang Arif Bambang Budi Dedi Didik Dwi Eko Fathor Hari Hasan Imam Joko Misbah Moh. Mulyadi Nanang Nur Rudi Slamet Sholeh Subhan Sugeng Sunardi Taufik Tri Wahyu Yudi Zainal".split(
    " ",
  ),
  P: "Anis Ayu Dewi Diah Eka Endang Erna Faridatul Fitri Halimatus Hosnia Ika Indah Khoirun Lilik Luluk Maryam Ninik Novi Nur Ratna Retno Rina Siti Sri Sulis Titik Tutik Ummi Wiwik Yuli Yuni".split(
    " ",
  ),
};
const FAMILY: Readonly<Record<Sex, readonly string[]>> = {
  L: "Basri Efendi Faruq Fauzi Firmansyah Hadi Hakim Hamzah Hariyanto Hidayat Huda Junaidi Kholil Kurniawan Mahfud Mustofa Nugroho Prasetyo Purnomo Rahman Rofiq Rosyid Santoso Saputra Setiawan Sugianto Susanto Syafi'i Utomo Wibowo Widodo Yulianto".split(
    " ",
  ),
  P: "Aisyah Aminah Anggraini Astuti Fauziyah Handayani Hasanah Hidayati Jannah Kartika Khotimah Kusuma Lestari Maharani Maimunah Mufidah Mulyani Nurhayati Purwanti Puspita Rahayu Rahmawati Rosyidah Sa'diyah Safitri Setyowati Susilowati Utami Wahyuni Wulandari Zahro Zulaikha".split(
    " ",
  ),
};
const MIDDLE: Readonly<Record<Sex, readonly string[]>> = {
  L: "Adi Aziz Bagus Cahyo Fajar Hendra Ilham Jaya Lutfi Nurul Panca Rizal".split(" "),
  P: "Ananda Citra Dian Fatma Intan Kurnia Laila Mega Nurul Putri Ratih Tri".split(" "),
};
const DEGREES: Readonly<Record<Profession, readonly string[]>> = {
  OFFICIAL: [
    "S.Sos., M.Si.",
    "S.E., M.M.",
    "S.H., M.H.",
    "S.STP., M.Si.",
    "S.T., M.T.",
    "S.P., M.M.",
  ],
  TEACHER: ["S.Pd.", "S.Pd.", "S.Pd., M.Pd.", "S.Pd.I."],
  NURSE: ["S.Kep., Ners", "A.Md.Keb.", "A.Md.Kep.", "S.KM.", "S.Tr.Keb."],
  CLERK: ["", "", "", "A.Md.", "S.E.", "S.Sos.", "S.Kom.", "S.H."],
};

/** A person's name with the degrees of the trade, put together from parts. */
export function demoName(random: Random, sex: Sex, profession: Profession): string {
  const words = [random.pick(GIVEN[sex]), random.pick(FAMILY[sex])];
  if (random.chance(0.35)) words.splice(1, 0, random.pick(MIDDLE[sex]));
  const degrees = random.pick(DEGREES[profession]);
  const hajj = random.chance(profession === "OFFICIAL" ? 0.2 : 0.05);
  const doctor = profession === "NURSE" && random.chance(0.08);
  const title = doctor ? "dr. " : hajj ? (sex === "L" ? "H. " : "Hj. ") : "";
  const name = title + words.join(" ");
  return degrees === "" || doctor ? name : `${name}, ${degrees}`;
}
