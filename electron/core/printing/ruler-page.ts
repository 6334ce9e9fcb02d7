import { formatRupiah } from "../../../shared/domain/money.ts";
import { row, wrap, wrapCentred } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET, rule, tall } from "./print-line.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];

/** The test page: shows which width fits, the sizes in use, and a code to scan. */
export function rulerPage(columns: Columns): PrintLine[] {
  const amount = formatRupiah(10_000_000);
  return [
    ...tall(wrapCentred("HALAMAN UJI PRINTER", columns)),
    AIR,
    ...plain(wrapCentred(`Lebar yang dipilih: ${columns} kolom`, columns)),
    rule(columns),
    ...plain(wrap("Pilih lebar terbesar yang garisnya utuh dalam satu baris:", columns)),
    ...WIDTHS.flatMap((width) => plain([ruler(width)])),
    rule(columns),
    ...plain(row({ left: "Biasa", amount }, columns)),
    ...bold(row({ left: "Tebal", amount }, columns)),
    ...tall(row({ left: "Tinggi", amount }, columns)),
    QUIET,
    { kind: "QR", data: "UJI PRINTER BELA BELI" },
    QUIET,
    ...plain(wrapCentred("Kode ini harus terbaca oleh kamera ponsel.", columns)),
  ];
}

/** `32:+----+----+…|`: exactly so many characters, a bar at the end. */
function ruler(width: number): string {
  const label = `${width}:`;
  const scale = "----+".repeat(width).slice(0, width - label.length - 1);
  return `${label}${scale}|`;
}
