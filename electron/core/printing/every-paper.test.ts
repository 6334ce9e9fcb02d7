import { describe, expect, test } from "vitest";
import { formatRupiah } from "../../../shared/domain/money.ts";
import type { Columns } from "./print-line.ts";
import { receiptBytes } from "./receipt-bytes.ts";
import { decodePaper, type PaperItem } from "./testing/decode-paper.ts";
import { EVERY_PAPER, type Paper } from "./testing/every-paper.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
const PAPERS = Object.entries(EVERY_PAPER);
const WHOLE = /^-?Rp(?:0|[1-9]\d{0,2}(?:\.\d{3})*)$/;
/** The test page shows rulers longer than some paper: that is what they are for. */
const RULER = /^\d\d:[-+]+\|$/;

type Printed = { readonly text: string; readonly cells: number };

/** Lines as a decoder that knows nothing of the layout reads them off the bytes. */
function printed(paper: Paper, columns: Columns): Printed[] {
  const items = decodePaper(receiptBytes(paper.lines(columns), { columns, cutter: true }));
  return items
    .filter((item): item is Extract<PaperItem, { kind: "LINE" }> => item.kind === "LINE")
    .map(({ runs }) => ({
      text: runs.map((run) => run.text).join(""),
      cells: runs.reduce((sum, run) => sum + run.text.length * run.width, 0),
    }))
    .filter(({ text }) => !RULER.test(text));
}

describe.each(WIDTHS)("on paper of %i columns", (columns) => {
  test.each(PAPERS)("no line of %s runs over the edge", (_name, paper) => {
    const over = printed(paper, columns).filter(({ cells }) => cells > columns);
    expect(over).toEqual([]);
  });

  test.each(PAPERS)("%s shows each of its amounts whole and at the right edge", (_name, paper) => {
    const atEdge = printed(paper, columns)
      .filter(({ cells }) => cells === columns)
      .map(({ text }) => text.split(" ").at(-1));
    const missing = paper.amounts.map(formatRupiah).filter((amount) => !atEdge.includes(amount));
    expect(missing).toEqual([]);
  });

  test.each(PAPERS)("no amount of %s is broken or touches its label", (_name, paper) => {
    for (const { text, cells } of printed(paper, columns)) {
      const words = text.split(/[ ,;]+/).filter((word) => word.includes("Rp"));
      for (const word of words) expect(word.replace(/\.$/, "")).toMatch(WHOLE);
      const label = /^(.*\S)( +)-?Rp[\d.]*\d$/.exec(text);
      const said = /tercatat|dari|kurang/.test(label?.[1] ?? "");
      if (label === null || said || cells < columns) continue;
      expect(label[2]?.length).toBeGreaterThanOrEqual(2);
    }
  });
});

test("every kind of paper and every way of paying is among them", () => {
  const words = PAPERS.flatMap(([, paper]) => printed(paper, 48).map(({ text }) => text))
    .join(" ")
    .replaceAll(/ +/g, " ");
  for (const said of [
    "Tunai",
    "QRIS",
    "Transfer",
    "Kartu",
    "Potongan belanja",
    "tidak dihitung kewajiban",
    "diwakilkan",
    "menunggu pencocokan",
    "PEMBELI LEMBAGA",
    "SALINAN KE-12",
    "SATU ORANG",
    "RETUR BARANG",
    "PEMBATALAN",
    "LAPORAN X",
    "LAPORAN Z-12",
    "BUKTI UANG KELUAR",
    "BUKTI UANG MASUK",
    "NOTA / KUITANSI",
    "Sepuluh juta seratus dua puluh enam ribu rupiah",
    "HALAMAN UJI PRINTER",
  ]) {
    expect(words).toContain(said);
  }
});
