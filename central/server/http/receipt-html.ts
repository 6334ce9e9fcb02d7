import { formatRupiah } from "../../../shared/domain/money.ts";
import { formatWibDateTime, instantMs } from "../../../shared/domain/period.ts";
import type { ReceiptFinding } from "./receipt-finding.ts";

type Genuine = Extract<ReceiptFinding, { state: "GENUINE" }>;

const HELD_TEXT: Readonly<Record<Genuine["held"], string>> = {
  HELD: "Sudah tercatat di pusat.",
  CHECKING: "Sudah diterima pusat dan sedang diperiksa petugas.",
  NOT_YET: "Belum diterima pusat. Kasir mungkin sedang luring; catatannya menyusul.",
  DIFFERS: "Catatan pusat pada urutan ini berbeda. Mohon tunjukkan struk ini kepada petugas.",
};

/** The page behind a receipt's QR code: small, without script, readable on any phone. */
export function receiptHtml(finding: ReceiptFinding): string {
  switch (finding.state) {
    case "GENUINE":
      return page("Struk asli", genuine(finding));
    case "FALSE":
      return page(
        "Struk tidak dikenal",
        verdict(
          "bad",
          "Struk ini tidak asli",
          "Tanda tangan pada kode ini bukan dari kasir yang terdaftar. Mohon laporkan kepada petugas galeri.",
        ),
      );
    case "MALFORMED":
      return page(
        "Alamat struk tidak lengkap",
        verdict(
          "warn",
          "Alamat struk tidak terbaca",
          "Kode pada struk mungkin terpotong. Silakan pindai ulang kode QR-nya.",
        ),
      );
  }
}

function genuine(finding: Genuine): string {
  const { fields, outletName, code } = finding;
  return `${genuineVerdict(finding)}
    <p class="total"><span>Total belanja</span><strong>${formatRupiah(fields.total)}</strong></p>
    <dl>
      <div><dt>Tempat</dt><dd>${escapeHtml(outletName)}</dd></div>
      <div><dt>Nomor</dt><dd>${escapeHtml(fields.number)}</dd></div>
      <div><dt>Waktu</dt><dd>${formatWibDateTime(instantMs(fields.at))} WIB</dd></div>
      <div><dt>Kode struk</dt><dd class="code">${escapeHtml(code)}</dd></div>
    </dl>
    <p class="hint">Cocokkan nomor, waktu, total, dan kode dengan struk di tangan Anda.</p>`;
}

function genuineVerdict({ held, reversed }: Genuine): string {
  if (reversed !== null) return reversedVerdict(reversed);
  const isSound = held !== "DIFFERS";
  const title = isSound ? "Struk ini asli" : "Perlu diperiksa";
  return verdict(isSound ? "good" : "warn", title, HELD_TEXT[held]);
}

/** The paper is true and the sale is not what it was: both must be said. */
function reversedVerdict({ kind, lastAt, took, left }: NonNullable<Genuine["reversed"]>): string {
  const when = `${formatWibDateTime(lastAt)} WIB`;
  const back = `${formatRupiah(took)} sudah dikembalikan`;
  switch (kind) {
    case "VOIDED":
      return verdict(
        "bad",
        "Penjualan ini dibatalkan",
        `Struknya asli, tetapi dibatalkan pada ${when}. Tidak berlaku lagi sebagai bukti belanja.`,
      );
    case "RETURNED":
      return verdict(
        "bad",
        "Semua barang sudah diretur",
        `Struknya asli, tetapi ${back}, terakhir pada ${when}. Tidak berlaku lagi sebagai bukti belanja.`,
      );
    case "PARTLY_RETURNED":
      return verdict(
        "warn",
        "Struk asli, sebagian diretur",
        `${back}, terakhir pada ${when}. Yang masih berlaku ${formatRupiah(left)}.`,
      );
  }
}

function verdict(tone: "good" | "warn" | "bad", title: string, text: string): string {
  return `<section class="verdict ${tone}">${MARK[tone]}<div><h1>${title}</h1><p>${text}</p></div></section>`;
}

const mark = (path: string) =>
  `<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="${path}"/></svg>`;
const MARK = {
  good: mark("M14 25l7 7 13-15"),
  warn: mark("M24 13v14M24 34v.5"),
  bad: mark("M16 16l16 16M32 16L16 32"),
} as const;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="theme-color" content="#0f5c56">
  <title>${title} – Bela Beli</title>
  <link rel="icon" href="/r-assets/icon.svg">
  <link rel="stylesheet" href="/r-assets/receipt.css">
</head>
<body>
  <header><p class="brand">Bela Beli</p><p>Galeri Dekranasda Kabupaten Probolinggo</p></header>
  <main>
    ${body}
  </main>
  <footer><p>Halaman ini tidak memuat data pribadi pembeli.</p></footer>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
