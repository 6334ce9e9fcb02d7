import type { SaleRow } from "../../../shared/contract/centre-api.ts";
import type { EntryKind, TenderBody } from "../../../shared/contract/journal-bodies.ts";
import type { BuyerAssurance, ObligationClass } from "../../../shared/contract/primitives.ts";
import type { CentreRole, DeviceKind, StaffRole } from "../../../shared/contract/roles.ts";

export const ROLE_WORD: Record<CentreRole, string> = {
  ADMIN: "Administrator",
  DKUPP: "DKUPP",
  BKPSDM: "BKPSDM",
  OPD_HEAD: "Kepala perangkat daerah",
  AUDITOR: "Pemeriksa",
  OUTLET_MANAGER: "Pengelola galeri",
  ASN: "ASN",
};

export const CLASS_WORD: Record<ObligationClass, string> = {
  PELAKSANA: "Pelaksana",
  PENGAWAS_FUNGSIONAL: "Pengawas / fungsional",
  ADMINISTRATOR: "Administrator",
  KEPALA_ESELON_III: "Kepala unit eselon III",
  JPT_PRATAMA: "JPT pratama",
};

export const BUYER_WORD: Record<SaleRow["buyerKind"], string> = {
  ASN: "ASN",
  PUBLIC: "Umum",
  INSTITUTION: "Lembaga",
};

const ASSURANCE_WORD: Record<BuyerAssurance, string> = {
  SIGNED_CARD: "Kartu ASN",
  ENROLLED_QR: "QR terdaftar",
  NIP_QR: "QR berisi NIP",
  TYPED_NIP: "NIP diketik",
};

/** How the buyer's identity was proven, in words. */
export function assuranceWord(assurance: string): string {
  return (ASSURANCE_WORD as Record<string, string>)[assurance] ?? assurance;
}

const TENDER_WORD: Record<TenderBody["kind"], string> = {
  CASH: "Tunai",
  QRIS: "QRIS",
  TRANSFER: "Transfer",
  CARD: "Kartu",
};

/** A means of payment in words. */
export function tenderWord(kind: string): string {
  return (TENDER_WORD as Record<string, string>)[kind] ?? kind;
}

export const DEVICE_WORD: Record<DeviceKind, string> = { till: "Kasir", kiosk: "Kios" };

const KIND_WORD: Record<EntryKind, string> = {
  TILL_STARTED: "Mesin mulai dipakai",
  RESUMED: "Dilanjutkan dari mesin lama",
  KEY_CHANGED: "Kunci diganti",
  SHIFT_OPENED: "Sif dibuka",
  SHIFT_CLOSED: "Sif ditutup",
  SALE: "Penjualan",
  VOID: "Pembatalan",
  RETURN: "Retur",
  CASH_MOVED: "Uang kas keluar masuk",
  DRAWER_OPENED: "Laci dibuka",
  REPRINTED: "Struk dicetak ulang",
  PRICE_CHANGED: "Harga diubah",
  CARD_BOUND: "QR didaftarkan",
  PIN_LOCKED: "PIN terkunci",
  CLOCK_MOVED: "Jam bergeser",
  CLOCK_SET: "Jam diatur",
  OUTAGE: "Gangguan",
  SIGNER_RESTORED: "Tanda tangan pulih",
  MONTH_NULL: "Pembukaan bulan",
  TRAINING: "Latihan",
  GOODS_RECEIVED: "Barang masuk",
  GOODS_RETURNED: "Barang dikembalikan",
  GOODS_LOST: "Barang hilang",
  GOODS_COUNTED: "Barang dihitung",
  GOODS_MOVED: "Barang dipindah",
  MAKER_PAID: "UMKM dibayar",
  SETTING_CHANGED: "Pengaturan diubah",
  TILL_CLOSED: "Mesin ditutup",
};

/** A journal entry's kind in words; a kind of a later version is shown as it is. */
export function kindWord(kind: string): string {
  return (KIND_WORD as Record<string, string>)[kind] ?? kind;
}

const OFFICE_KIND_WORD: Readonly<Record<string, string>> = {
  SEKRETARIAT_DAERAH: "Sekretariat Daerah",
  SEKRETARIAT_DPRD: "Sekretariat DPRD",
  BAGIAN: "Bagian",
  BADAN: "Badan",
  DINAS: "Dinas",
  INSPEKTORAT: "Inspektorat",
  SATPOL_PP: "Satpol PP",
  RSUD: "RSUD",
  KECAMATAN: "Kecamatan",
  PUSKESMAS: "Puskesmas",
  SEKOLAH: "Sekolah",
};

/** The kind of an office in words; a kind added later is shown as it is. */
export function officeKindWord(kind: string): string {
  return OFFICE_KIND_WORD[kind] ?? kind;
}

export const STAFF_WORD: Record<StaffRole, string> = { CASHIER: "Kasir", SUPERVISOR: "Penyelia" };
