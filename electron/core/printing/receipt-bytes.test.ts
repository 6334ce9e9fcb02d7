import { describe, expect, it } from "vitest";
import { formatRupiah } from "../../../shared/domain/money.ts";
import type { ReceiptModel } from "../../../shared/domain/receipt.ts";
import { layoutReceipt } from "./layout-receipt.ts";
import { ascii } from "./paper-text.ts";
import type { Columns } from "./print-line.ts";
import { paperDots } from "./qr-size.ts";
import { drawerKick, receiptBytes } from "./receipt-bytes.ts";
import { rulerPage } from "./ruler-page.ts";
import { decodePaper, type PaperItem } from "./testing/decode-paper.ts";
import {
  asnReceipt,
  fortyLines,
  GALLERY_URL,
  longestReceipt,
  publicReceipt,
  SAMPLES,
  unsignedReceipt,
} from "./testing/sample-receipts.ts";

const WIDTHS: readonly Columns[] = [32, 42, 48];
const CASES = WIDTHS.flatMap((columns) =>
  Object.entries(SAMPLES).map(([name, model]) => ({ name, model, columns })),
);

function printed(model: ReceiptModel, columns: Columns, cutter = false): PaperItem[] {
  return decodePaper(receiptBytes(layoutReceipt(model, columns), { columns, cutter }));
}

type Line = Extract<PaperItem, { kind: "LINE" }>;
function linesOf(items: readonly PaperItem[]): Line[] {
  return items.filter((item): item is Line => item.kind === "LINE");
}
function textOf(items: readonly PaperItem[]): string[] {
  return linesOf(items).map((line) => line.runs.map((run) => run.text).join(""));
}

describe.each(CASES)("the $name receipt on $columns columns", ({ model, columns }) => {
  it("stays within the paper, letters of every size counted", () => {
    for (const line of linesOf(printed(model, columns))) {
      const used = line.runs.reduce((sum, run) => sum + run.text.length * run.width, 0);
      expect(used).toBeLessThanOrEqual(columns);
    }
  });

  it("shows every amount whole, at the right edge", () => {
    const lines = linesOf(printed(model, columns));
    const amounts = [
      ...model.lines.map((line) => line.gross),
      model.subtotal,
      model.total,
      ...model.tenders.map((tender) => tender.amount),
      model.change,
    ];
    const missing = amounts.filter((amount) => {
      const whole = new RegExp(`(^| )${escaped(formatRupiah(amount))}$`);
      return !lines.some((line) => {
        const text = line.runs.map((run) => run.text).join("");
        const cells = line.runs.reduce((sum, run) => sum + run.text.length * run.width, 0);
        return cells === columns && whole.test(text);
      });
    });
    expect(missing).toEqual([]);
  });

  it("names every product and maker word by word", () => {
    const words = textOf(printed(model, columns)).join(" ").replaceAll(" ", "");
    for (const line of model.lines) {
      expect(words).toContain(ascii(line.name).replaceAll(" ", ""));
      expect(words).toContain(ascii(line.makerName).replaceAll(" ", ""));
    }
  });

  it("carries its address in a code that fits with its quiet zone, or says that it is unsigned", () => {
    const items = printed(model, columns);
    const qr = items.find((item) => item.kind === "QR");
    if (model.unsigned) {
      expect(qr).toBeUndefined();
      expect(textOf(items).join("\n")).toContain("tanda tangan menyusul");
      return;
    }
    expect(qr).toMatchObject({ data: GALLERY_URL, align: "CENTRE", correction: "M" });
    const dots = qr?.kind === "QR" ? qr.moduleDots : 0;
    expect(dots).toBeGreaterThanOrEqual(4);
    const modulesOfVersion11 = 61;
    expect((modulesOfVersion11 + 8) * dots).toBeLessThanOrEqual(paperDots(columns));
  });
});

describe("a receipt", () => {
  it("starts from a clean printer and ends with the paper out or cut", () => {
    const torn = printed(publicReceipt, 32);
    expect(torn[0]).toEqual({ kind: "RESET" });
    expect(torn.at(-1)).toEqual({ kind: "FEED", lines: 4 });
    expect(printed(publicReceipt, 48, true).at(-1)).toEqual({ kind: "CUT" });
  });

  it("has its total as the largest thing on the paper", () => {
    const area = (line: Line): number => {
      const run = line.runs[0];
      return run === undefined ? 0 : run.width * run.height;
    };
    for (const columns of WIDTHS) {
      const lines = linesOf(printed(asnReceipt, columns));
      const largest = Math.max(...lines.map(area));
      const total = lines.filter((line) => area(line) === largest);
      expect(total).toHaveLength(1);
      expect(textOf(total)[0]).toMatch(/^TOTAL +Rp83\.500$/);
    }
  });

  it("tells of the buyer the name, four digits and the unit, and what is still short", () => {
    const text = textOf(printed(asnReceipt, 48)).join("\n");
    expect(text).toContain("Nama   Bambang Hermanto, S.Pd.");
    expect(text).toContain("NIP    ****1991");
    expect(text).toContain("Unit   Dinas Pendidikan dan Kebudayaan");
    expect(text).toContain("November 2026: tercatat Rp80.000 dari Rp100.000,\nkurang Rp20.000.");
    expect(text).toContain("(tidak dihitung kewajiban)");
  });

  it("says nothing of a month where the policy does not print it", () => {
    const buyer = asnReceipt.buyer;
    const quiet = { ...asnReceipt, buyer: buyer === null ? null : { ...buyer, month: null } };
    expect(textOf(printed(quiet, 48)).join("\n")).not.toContain("November 2026:");
  });

  it("says nothing of any person for a visitor", () => {
    const text = textOf(printed(publicReceipt, 48)).join("\n");
    expect(text).not.toMatch(/PEMBELI|NIP|Unit|kewajiban/);
  });

  it("marks a copy above and below, a proxy and a pending match in the buyer block", () => {
    const text = textOf(printed(longestReceipt, 32));
    expect(text.filter((line) => line.includes("SALINAN KE-2"))).toHaveLength(2);
    expect(text.map((line) => line.trim())).toContain("diwakilkan");
    expect(text.map((line) => line.trim())).toContain("menunggu pencocokan");
    expect(textOf(printed(asnReceipt, 32)).join("\n")).not.toContain("SALINAN");
  });

  it("shows the twelve letters of its code and the rule on returns", () => {
    const text = textOf(printed(unsignedReceipt, 42)).join(" ");
    expect(text).toContain("Kode K7QW ERTY 2ABC");
    expect(text.replace(/ +/g, " ")).toContain("dapat ditukar dalam 3 hari");
  });

  it("of forty lines stays well under what a printer holds", () => {
    const bytes = receiptBytes(layoutReceipt(fortyLines, 48), { columns: 48, cutter: true });
    expect(bytes.length).toBeLessThan(16_384);
  });

  it("is the same bytes each time: nothing of the last job is left in the next", () => {
    const once = receiptBytes(layoutReceipt(asnReceipt, 32), { columns: 32, cutter: false });
    const again = receiptBytes(layoutReceipt(asnReceipt, 32), { columns: 32, cutter: false });
    expect(again).toEqual(once);
  });
});

describe("other jobs", () => {
  it("kick the drawer with five bytes and nothing else", () => {
    const kick = drawerKick({ pin: 2, onMs: 50, offMs: 500 });
    expect([...kick]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa]);
    expect([...drawerKick({ pin: 5, onMs: 100, offMs: 200 })]).toEqual([0x1b, 0x70, 1, 50, 100]);
    expect(decodePaper(kick)).toEqual([{ kind: "DRAWER" }]);
  });

  it("print a ruler of each width, each exactly as long as it says", () => {
    const page = decodePaper(receiptBytes(rulerPage(48), { columns: 48, cutter: true }));
    const rulers = textOf(page).filter((line) => /^\d\d:-/.test(line));
    expect(rulers.map((line) => line.length)).toEqual([32, 42, 48]);
  });

  it("refuse a line that is not plain ASCII instead of switching code pages", () => {
    const line = { kind: "TEXT", text: "Café", size: "NORMAL", bold: false } as const;
    expect(() => receiptBytes([line], { columns: 32, cutter: false })).toThrow(RangeError);
  });
});

function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
