import { describe, expect, it } from "vitest";
import type { BuyerView, MonthStatus, SyncView } from "../../shared/contract/till-state.ts";
import {
  asOfWords,
  assuranceWords,
  countedWords,
  monthShare,
  monthWords,
  warningWords,
} from "./buyer-words.ts";
import { receiptWords } from "./receipt-words.ts";
import { clockWords, printerWords, syncReason, syncWords } from "./status-words.ts";

/** 22 Nov 2026 09.14 WIB */
const NINE_FOURTEEN = Date.UTC(2026, 10, 22, 2, 14);
const NOON = Date.UTC(2026, 10, 22, 5, 0);

const month: MonthStatus = {
  period: "2026-11",
  state: "SHORT",
  obligation: 75_000,
  counted: 45_000,
  short: 30_000,
  asOf: NINE_FOURTEEN,
};

describe("the month in words", () => {
  it("is one line: met, or what is left", () => {
    expect(monthWords(month)).toBe("Kurang Rp30.000");
    expect(monthWords({ ...month, state: "MET" })).toBe("Terpenuhi");
    expect(monthWords({ ...month, state: "NOT_OBLIGED" })).toBe("Tidak wajib bulan ini");
    expect(monthWords({ ...month, state: "EXEMPT" })).toBe("Dibebaskan bulan ini");
    expect(monthWords(null)).toBe("Menunggu pencocokan pusat");
  });

  it("says what is counted and how old the figure is", () => {
    expect(countedWords(month)).toBe("Tercatat Rp45.000 dari Rp75.000");
    expect(countedWords({ ...month, obligation: null })).toBe("Tercatat Rp45.000");
    expect(asOfWords(month, NOON)).toBe("Pusat per 09.14");
    expect(asOfWords(month, NOON + 86_400_000)).toBe("Pusat per 22 Nov 2026 09.14");
    expect(asOfWords({ ...month, asOf: null }, NOON)).toBe("Belum ada angka pusat");
  });

  it("is a share of the minimum, never above one", () => {
    expect(monthShare(month)).toBe(0.6);
    expect(monthShare({ ...month, counted: 90_000 })).toBe(1);
    expect(monthShare({ ...month, state: "MET", obligation: 0 })).toBe(1);
    expect(monthShare({ ...month, obligation: null })).toBe(0);
    expect(monthShare(null)).toBe(0);
  });
});

describe("the buyer in words", () => {
  const buyer: Extract<BuyerView, { kind: "ASN" }> = {
    kind: "ASN",
    personId: null,
    name: null,
    nipLast4: "1991",
    officeName: null,
    assurance: "TYPED_NIP",
    match: "PENDING",
    confirmed: false,
    proxy: false,
    month: null,
    afterCart: null,
    unapprovedCard: false,
    warnings: [],
  };

  it("says how the identity was proven and whether someone still has to look", () => {
    expect(assuranceWords(buyer)).toBe("NIP diketik, belum dicocokkan");
    expect(assuranceWords({ ...buyer, confirmed: true })).toBe("NIP diketik, dicocokkan petugas");
    expect(assuranceWords({ ...buyer, assurance: "SIGNED_CARD" })).toContain("sah");
  });

  it("has words for a warning it does not know", () => {
    expect(warningWords("NIP_UNKNOWN")).toContain("pusat yang mencocokkan");
    expect(warningWords("SOMETHING_NEW")).toContain("diperiksa");
  });
});

describe("the till's state in words", () => {
  const sync: SyncView = {
    state: "ONLINE",
    unsent: 0,
    unsentSince: null,
    lastSuccessAt: NINE_FOURTEEN,
    failureCode: null,
    quarantined: 0,
  };

  it("says what is unsent and since when", () => {
    expect(syncWords(sync, NOON).text).toBe("Tersambung");
    const offline: SyncView = {
      ...sync,
      state: "OFFLINE",
      unsent: 12,
      unsentSince: NINE_FOURTEEN,
      failureCode: "CENTRE_UNREACHABLE",
    };
    expect(syncWords(offline, NOON).text).toBe("Luring: 12 catatan menunggu sejak 09.14");
    expect(syncWords(offline, NOON + 86_400_000).text).toContain("sejak 22 Nov 2026 09.14");
    expect(syncReason(offline)).toContain("Teruskan menjual");
    expect(syncReason(sync)).toBeNull();
  });

  it.each([
    ["TILL_REVOKED", 12, "Kasir dicabut pusat: 12 catatan menunggu"],
    ["KEY_REPLACED", 0, "Data kasir salinan: semua sudah terkirim"],
    ["FORK", 12, "Data kasir salinan: 12 catatan menunggu"],
    ["CORRUPT", 12, "Pengiriman dihentikan: 12 catatan menunggu"],
  ] as const)("says what stopped it: %s", (failureCode, unsent, text) => {
    const stopped = { ...sync, state: "STOPPED", failureCode, unsent } as const;
    expect(syncWords(stopped, NOON)).toEqual({ text, tone: "warn" });
  });

  it("says of what waits for a person", () => {
    expect(syncWords({ ...sync, quarantined: 1 }, NOON)).toEqual({
      text: "Tersambung, 1 menunggu pemeriksaan",
      tone: "warn",
    });
  });

  it("says what becomes of receipts while the printer cannot", () => {
    expect(printerWords({ state: "READY", waiting: 0, failed: 0 }).text).toBe("Printer siap");
    expect(printerWords({ state: "PAPER_OUT", waiting: 0, failed: 0 }).text).toBe(
      "Printer kehabisan kertas: struk disimpan",
    );
    expect(printerWords({ state: "UNREACHABLE", waiting: 3, failed: 0 }).text).toBe(
      "Printer tidak tersambung: 3 struk disimpan",
    );
  });

  it("says whose time the clock shows", () => {
    expect(clockWords({ state: "CENTRE", offsetMs: 0 })).toBeNull();
    expect(clockWords({ state: "DOUBTFUL", offsetMs: 9 })).toBe("jam diragukan");
  });

  it("says what became of a receipt", () => {
    expect(receiptWords({ printOutcome: "PRINTED", printErrorCode: null })).toBe("Struk tercetak");
    expect(receiptWords({ printOutcome: "WAITING", printErrorCode: "PRINTER_PAPER_OUT" })).toBe(
      "Struk disimpan. Kertas printer habis.",
    );
    expect(receiptWords({ printOutcome: "FAILED", printErrorCode: null })).toContain("salinan");
  });
});
