import type { Page } from "@playwright/test";
import {
  buyerPanel,
  cartTotal,
  storedStrip,
  tenderByKeys,
  tillStatus,
  touchProduct,
} from "../../e2e/support/cashier-page.ts";
import { paintedAt } from "../../e2e/support/stopwatch.ts";
import { scanWithWedge, typeAsWedge } from "../../e2e/support/wedge.ts";
import { formatRupiah } from "../../shared/domain/money.ts";
import type { Album } from "./album.ts";
import type { LabelledProduct } from "./goods.ts";

/** What was measured by looking at the windows, one for each sale in turn. */
export type Lap = { scanToName: number | null; payToCommitted: number };

/** Plays single acts of a sale on the cashier's window, keeping times and pictures. */
export type Player = {
  readonly laps: readonly Lap[];
  scanGoods(products: readonly LabelledProduct[]): Promise<void>;
  touchGoods(products: readonly LabelledProduct[]): Promise<void>;
  /** A scanner reads this text; the buyer panel then shows `shown`. */
  scanBuyer(text: string, shown: string): Promise<void>;
  /** The camera is opened and sees the card that lies before it. */
  cameraBuyer(shown: string): Promise<void>;
  publicBuyer(): Promise<void>;
  confirmBuyer(): Promise<void>;
  /** Takes cash and waits for the sale to be shown as stored. */
  pay(amount: string, step: string): Promise<void>;
  waitForReceipt(): Promise<void>;
  waitForStatus(words: string, withinMs: number): Promise<void>;
};

const STORED = "Transaksi tersimpan";
const BUYER = "Pembeli";

export function createPlayer(cashier: Page, album: Album): Player {
  const laps: Lap[] = [];
  let scanToName: number | null = null;
  const timed = async (shown: string, act: () => Promise<void>): Promise<void> => {
    const painted = paintedAt(cashier, BUYER, shown);
    const startedMs = Date.now();
    await act();
    scanToName = (await painted) - startedMs;
  };
  return {
    laps,
    scanGoods: async (products) => {
      for (const { barcode, name } of products) {
        await scanWithWedge(cashier, barcode);
        await cashier.getByRole("listitem", { name: `${name},` }).waitFor();
      }
    },
    touchGoods: async (products) => {
      for (const { name } of products) {
        await touchProduct(cashier, name);
        await cashier.getByRole("listitem", { name: `${name},` }).waitFor();
      }
    },
    scanBuyer: async (text, shown) => {
      await typeAsWedge(cashier, text);
      await timed(shown, () => cashier.keyboard.press("Enter"));
    },
    cameraBuyer: (shown) => timed(shown, () => cashier.keyboard.press("F3")),
    publicBuyer: async () => {
      await cashier.keyboard.press("F6");
      await buyerPanel(cashier).getByText("Pembeli umum").waitFor();
    },
    confirmBuyer: () => cashier.getByRole("button", { name: "Ya, cocok" }).click(),
    pay: async (amount, step) => {
      const total = await cartTotal(cashier).innerText();
      await tenderByKeys(cashier, amount);
      await album.take(`${step}-bayar`);
      const painted = paintedAt(cashier, STORED, `Tersimpan, ${total}`);
      const startedMs = Date.now();
      await cashier.keyboard.press("Enter");
      laps.push({ scanToName, payToCommitted: (await painted) - startedMs });
      scanToName = null;
    },
    waitForReceipt: () => storedStrip(cashier).getByText("Struk tercetak").waitFor(),
    waitForStatus: (words, withinMs) =>
      tillStatus(cashier).getByText(words).first().waitFor({ timeout: withinMs }),
  };
}

/** Rupiah as a cashier types them: whole, without marks. */
export function inNotes(amount: number): string {
  const notes = Math.ceil(amount / 50_000) * 50_000;
  return formatRupiah(notes).replace(/\D/g, "");
}
