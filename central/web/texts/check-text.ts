import type { EntryCheck } from "../../../shared/contract/centre-api.ts";

/** `fault` speaks against the entry; `open` is neither proof nor fault. */
export type Verdict = "sound" | "fault" | "open";

/** One examination of a journal entry, as it is told to a person. */
export type CheckText = {
  readonly key: keyof EntryCheck;
  readonly title: string;
  readonly verdict: Verdict;
  readonly word: string;
  readonly explanation: string;
};

type Saying = Pick<CheckText, "verdict" | "word" | "explanation">;

const sound = (explanation: string, word = "Sah"): Saying => ({
  verdict: "sound",
  word,
  explanation,
});
const fault = (explanation: string, word = "Tidak sah"): Saying => ({
  verdict: "fault",
  word,
  explanation,
});
const open = (word: string, explanation: string): Saying => ({
  verdict: "open",
  word,
  explanation,
});

const SIGNATURE: Record<EntryCheck["signature"], Saying> = {
  VALID: sound("Ditandatangani mesin kasir yang terdaftar, dan tanda tangannya cocok."),
  INVALID: fault("Tanda tangan tidak cocok dengan kunci mesin kasir."),
  MISSING: open("Menyusul", "Kunci mesin kasir sedang tidak dapat dipakai saat catatan dibuat."),
  VOUCHED: sound("Dibuat tanpa tanda tangan, lalu dijamin catatan bertanda tangan sesudahnya."),
};

const RECEIPT_SIGNATURE: Record<EntryCheck["receiptSignature"], Saying> = {
  VALID: sound("QR pada struk membuktikan nomor, waktu, dan jumlah yang sama dengan catatan ini."),
  INVALID: fault("Tanda tangan pada QR struk tidak cocok dengan catatan ini."),
  MISSING: open("Tidak ada", "Catatan ini tidak membawa tanda tangan struk."),
};

const PRIVATE: Record<EntryCheck["private"], Saying> = {
  VALID: sound("Data pribadi disimpan terpisah dan cocok dengan sidiknya di catatan."),
  INVALID: fault("Data pribadi yang tersimpan berbeda dari yang dicatat mesin kasir."),
  NONE: open("Tidak ada", "Catatan ini tidak menyertakan data pribadi."),
  DESTROYED: open(
    "Dimusnahkan",
    "Data pribadinya sudah dihapus sesuai aturan; catatan tetap utuh.",
  ),
};

function yes(holds: boolean, whenSound: string, whenFault: string): Saying {
  return holds ? sound(whenSound) : fault(whenFault);
}

/** Every examination of an entry in words, in the order a reader would ask. */
export function checkTexts(check: EntryCheck): readonly CheckText[] {
  const hash = yes(
    check.hash,
    "Isi catatan dihitung ulang dan sidiknya tetap sama: tidak ada yang diubah.",
    "Sidik hasil hitung ulang berbeda: isi catatan telah berubah.",
  );
  const chain = yes(
    check.chain,
    "Menyambung tepat pada catatan sebelumnya: tidak ada yang disisipkan atau dibuang.",
    "Tidak menyambung pada catatan sebelumnya.",
  );
  const certificate = yes(
    check.certificate,
    "Kunci mesin kasir diterbitkan pusat dan berlaku untuk nomor urut ini.",
    "Kunci mesin kasir tidak diterbitkan pusat untuk nomor urut ini.",
  );
  const countersigned = check.countersigned
    ? sound("Pusat sudah menandatangani balik saat menerimanya; mesin kasir menyimpan buktinya.")
    : open("Belum", "Pusat belum menandatangani balik urutan ini.");
  return [
    { key: "hash", title: "Isi catatan", ...hash },
    { key: "chain", title: "Rantai jurnal", ...chain },
    { key: "signature", title: "Tanda tangan mesin kasir", ...SIGNATURE[check.signature] },
    { key: "receiptSignature", title: "QR struk", ...RECEIPT_SIGNATURE[check.receiptSignature] },
    { key: "certificate", title: "Sertifikat mesin kasir", ...certificate },
    { key: "private", title: "Data pribadi", ...PRIVATE[check.private] },
    { key: "countersigned", title: "Tanda terima pusat", ...countersigned },
  ];
}
