import type { Language } from "../../shared/contract/preferences.ts";
import { englishCount, inLanguages } from "./language.ts";

/** Each language by its own name, so that who reads only one of them finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  id: "Indonesia",
  en: "English",
};

/** How the till speaks and shows. */
export const preferenceWords = inLanguages(
  {
    language: "Bahasa",
    largeText: "Teks besar",
    size: "Ukuran teks",
    usual: "Biasa",
    large: "Besar",
    sounds: "Bunyi",
    soundsOn: "Berbunyi",
    soundsOff: "Senyap",
  },
  {
    language: "Language",
    largeText: "Large text",
    size: "Size of text",
    usual: "Usual",
    large: "Large",
    sounds: "Sounds",
    soundsOn: "On",
    soundsOff: "Off",
  },
);

/** What the page of settings says. */
export const settingsWords = inLanguages(
  {
    title: "Setelan",
    look: "Tampilan kasir ini",
    lookLead: "Berlaku seketika di layar kasir dan layar pembeli. Struk tetap berbahasa Indonesia.",
    rules: "Aturan galeri",
    rulesLead: "Setiap perubahan dicatat di jurnal kasir.",
    withPin: "Perubahan perlu kartu atau PIN penyelia.",
    discountLimit: "Potongan tanpa persetujuan penyelia, paling banyak",
    noDiscount: "Tidak boleh",
    idleLock: "Layar terkunci sendiri setelah",
    minutes: (minutes: number) => `${minutes} menit`,
    qrisTimeout: "Kode QRIS tampil paling lama",
    obligation: "Kewajiban bulan ini di struk ASN",
    printed: "Dicetak",
    notPrinted: "Tidak dicetak",
    obligationLead: "Baris ini memperlihatkan golongan jabatan pembeli.",
    obligationOff: "Pusat belum mengizinkannya dicetak; pilihan ini berlaku bila diizinkan.",
    saved: "Setelan disimpan dan dicatat.",
    undo: "Urungkan",
    devices: "Perangkat",
    display: "Layar pembeli",
    printers: "Printer dan QRIS",
    hardware: "Pemeriksaan perangkat",
  },
  {
    title: "Settings",
    look: "How this till looks",
    lookLead: "Shown at once on the cashier's and the customer's screen. Receipts stay Indonesian.",
    rules: "Rules of the gallery",
    rulesLead: "Each change is written to the till's journal.",
    withPin: "A change takes a supervisor's card or PIN.",
    discountLimit: "Discount without a supervisor, at most",
    noDiscount: "None",
    idleLock: "The screen locks itself after",
    minutes: (minutes) => englishCount(minutes, "minute"),
    qrisTimeout: "A QRIS code is shown for at most",
    obligation: "This month's duty on an ASN's receipt",
    printed: "Printed",
    notPrinted: "Not printed",
    obligationLead: "This line shows the buyer's rank.",
    obligationOff: "The centre does not allow it yet; this choice holds once it does.",
    saved: "The setting is kept and journalled.",
    undo: "Undo",
    devices: "Devices",
    display: "Customer display",
    printers: "Printers and QRIS",
    hardware: "Hardware check",
  },
);
