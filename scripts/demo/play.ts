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
  /** Opens the camera's dialog and waits for its picture. */
  lookAtCamera(): Promise<void>;
  leaveCamera(): Promise<void>;
  /** The camera is opened and sees the card that is held before it. */
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
  const watch = createWatch(cashier);
  const inCart = (name: string): Promise<void> =>
    cashier.getByRole("listitem", { name: `${name},` }).waitFor();
  return {
    laps: watch.laps,
    ...buyerActs(cashier, watch),
    scanGoods: async (products) => {
      for (const { barcode, name } of products) {
        await scanWithWedge(cashier, barcode);
        await inCart(name);
      }
    },
    touchGoods: async (products) => {
      for (const { name } of products) {
        await touchProduct(cashier, name);
        await inCart(name);
      }
    },
    pay: async (amount, step) => {
      const total = await cartTotal(cashier).innerText();
      await tenderByKeys(cashier, amount);
      await album.take(`${step}-bayar`);
      await watch.payment(`Tersimpan, ${total}`, () => cashier.keyboard.press("Enter"));
    },
    waitForReceipt: () => storedStrip(cashier).getByText("Struk tercetak").waitFor(),
    waitForStatus: (words, withinMs) =>
      tillStatus(cashier).getByText(words).first().waitFor({ timeout: withinMs }),
  };
}

type BuyerActs = Pick<
  Player,
  "scanBuyer" | "lookAtCamera" | "leaveCamera" | "cameraBuyer" | "publicBuyer" | "confirmBuyer"
>;

function buyerActs(cashier: Page, watch: Watch): BuyerActs {
  return {
    scanBuyer: async (text, shown) => {
      await typeAsWedge(cashier, text);
      await watch.name(shown, () => cashier.keyboard.press("Enter"));
    },
    lookAtCamera: async () => {
      await cashier.keyboard.press("F3");
      await cashier.getByRole("dialog").locator("video").waitFor();
      await cashier.getByText("Menyalakan kamera").waitFor({ state: "hidden" });
    },
    leaveCamera: async () => {
      await cashier.keyboard.press("Escape");
      await cashier.getByRole("dialog").waitFor({ state: "hidden" });
    },
    cameraBuyer: (shown) => watch.name(shown, () => cashier.keyboard.press("F3")),
    publicBuyer: async () => {
      await cashier.keyboard.press("F6");
      await buyerPanel(cashier).getByText("Pembeli umum").waitFor();
    },
    confirmBuyer: () => cashier.getByRole("button", { name: "Ya, cocok" }).click(),
  };
}

type Watch = {
  readonly laps: readonly Lap[];
  name(shown: string, act: () => Promise<void>): Promise<void>;
  payment(shown: string, act: () => Promise<void>): Promise<void>;
};

/** Measures from an act to the painted answer; a payment ends the lap of its sale. */
function createWatch(cashier: Page): Watch {
  const laps: Lap[] = [];
  let scanToName: number | null = null;
  const timed = async (
    [label, shown]: readonly [string, string],
    act: () => Promise<void>,
  ): Promise<number> => {
    const painted = paintedAt(cashier, label, shown);
    const startedMs = Date.now();
    await act();
    return (await painted) - startedMs;
  };
  return {
    laps,
    name: async (shown, act) => {
      scanToName = await timed([BUYER, shown], act);
    },
    payment: async (shown, act) => {
      const payToCommitted = await timed([STORED, shown], act);
      laps.push({ scanToName, payToCommitted });
      scanToName = null;
    },
  };
}

/** Rupiah as a cashier types them: whole, without marks. */
export function inNotes(amount: number): string {
  const notes = Math.ceil(amount / 50_000) * 50_000;
  return formatRupiah(notes).replace(/\D/g, "");
}
