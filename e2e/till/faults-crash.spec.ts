import { expect, type Locator, type Page } from "@playwright/test";
import { errorText } from "../../renderer/texts/errors.ts";
import { auditTill } from "../../scripts/faults/till-audit.ts";
import {
  cartLines,
  logIn,
  messages,
  searchField,
  storedStrip,
  tenderByKeys,
  typeByHand,
} from "../support/cashier-page.ts";
import { coreProcessId } from "../shell/processes.ts";
import { firstOf, sharing as test, type Standing } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";
import { entryBodies } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** Ends the core as a power cut does, once it was asked; waits for the window to be back by itself. */
async function dieAsked({ till }: Standing, ask: () => Promise<unknown>): Promise<void> {
  const core = await coreProcessId(till.app);
  // It takes the question in and answers nothing any more.
  process.kill(core, "SIGSTOP");
  await ask();
  process.kill(core, "SIGKILL");
  await comesBack(till, core);
}

/** Waits for the core that follows one that died. The third time in a minute a person has to ask. */
async function comesBack({ app, cashier }: TillApp, dead: number): Promise<void> {
  const again = cashier.getByRole("button", { name: "Coba lagi" });
  const next = (): Promise<number> => coreProcessId(app).catch(() => dead);
  const isOver = async (): Promise<boolean> => (await again.isVisible()) || (await next()) !== dead;
  await expect.poll(isOver, { timeout: 20_000 }).toBe(true);
  if (await again.isVisible()) await again.click();
  await expect(cashier.getByRole("heading", { name: "Siapa yang bertugas?" })).toBeVisible({
    timeout: 20_000,
  });
  await expect(cashier.getByRole("alertdialog", { name: errorText.CORE_GONE.what })).toBeHidden();
}

async function goOn({ till, shop }: Standing): Promise<void> {
  await logIn(till.cashier, firstOf(shop.cashiers));
  await searchField(till.cashier).waitFor();
}

async function ringUp(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
}

async function sell({ till: { cashier }, shop }: Standing): Promise<void> {
  await ringUp(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

test.afterEach(({ standing: { shop } }) => {
  expect(auditTill(shop).faults).toEqual([]);
});

test("a core that dies at a hold leaves the cart where it was, and at taking it up again where it was held", async ({
  standing,
}) => {
  const { till, shop } = standing;
  const { cashier } = till;
  await ringUp(cashier, firstOf(shop.products).barcode);
  await dieAsked(standing, () => cashier.keyboard.press("F7"));
  await goOn(standing);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F7");
  await expect(cartLines(cashier)).toHaveCount(0);
  await cashier.keyboard.press("Control+H");
  await expect(cashier.locator("dialog[open]")).toContainText("Rp10.000");
  await dieAsked(standing, () => cashier.keyboard.press("Enter"));
  await goOn(standing);
  await expect(cartLines(cashier)).toHaveCount(0);
  await cashier.keyboard.press("Control+H");
  await expect(cashier.locator("dialog[open]")).toContainText("Rp10.000");
  await cashier.keyboard.press("Enter");
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("Control+Delete");
  await cashier.getByRole("button", { name: "Kosongkan", exact: true }).click();
});

test("a core that dies at a void leaves the sale as it was, to be voided once more", async ({
  standing,
}) => {
  const { till, shop } = standing;
  const { cashier } = till;
  await sell(standing);
  const undo = await openVoid(cashier);
  await dieAsked(standing, () => undo.click());
  expect(entryBodies(shop.dataDir, "VOID")).toEqual([]);
  await goOn(standing);
  await (await openVoid(cashier)).click();
  await expect(cashier.getByText("satu orang, tanpa penyelia")).toBeVisible();
  expect(entryBodies(shop.dataDir, "VOID")).toHaveLength(1);
  await cashier.keyboard.press("Escape");
});

/** Opens the void of the last sale, by one person alone; gives the button that does it. */
async function openVoid(cashier: Page): Promise<Locator> {
  await cashier.keyboard.press("F8");
  await cashier.getByRole("button", { name: "Batalkan", exact: true }).click();
  const undo = cashier.getByRole("alertdialog", { name: "Batalkan penjualan" });
  await undo.getByLabel("Tidak ada penyelia yang bisa dihubungi").check();
  await undo.getByLabel("Catatan").fill("kartu tertukar");
  return undo.getByRole("button", { name: "Batalkan, satu orang" });
}

test("a core that dies around a return: what the history shows is what is stored", async ({
  standing,
}) => {
  const { till, shop } = standing;
  const { cashier } = till;
  await sell(standing);
  await cashier.keyboard.press("F8");
  await cashier.getByRole("button", { name: "Retur barang" }).click();
  const back = cashier.getByRole("dialog", { name: "Retur barang" });
  await back.getByRole("button", { name: `Tambah ${firstOf(shop.products).name}` }).click();
  await back.getByRole("button", { name: "Minta persetujuan penyelia" }).click();
  await cashier
    .getByRole("dialog", { name: "Setujui retur" })
    .getByLabel("PIN", { exact: true })
    .focus();
  const core = await coreProcessId(till.app);
  await typeByHand(cashier, shop.cashiers[1]?.pin ?? "");
  process.kill(core, "SIGKILL");
  await comesBack(till, core);
  const returns = entryBodies(shop.dataDir, "RETURN").length;
  await goOn(standing);
  await cashier.keyboard.press("F8");
  const history = cashier.getByRole("dialog", { name: "Riwayat penjualan" });
  await expect(history.getByRole("button", { name: "QR struk" })).toBeVisible();
  await expect(history.getByText(/^Retur KB-01/)).toHaveCount(returns);
  await cashier.keyboard.press("Escape");
});

test("a core that dies at the close of the drawer leaves the shift open", async ({ standing }) => {
  const { till, shop } = standing;
  const { cashier } = till;
  await cashier.keyboard.press("Control+K");
  const cash = cashier.getByRole("dialog", { name: "Kas", exact: true });
  await cash.getByRole("tab", { name: "Laporan saat ini" }).click();
  await cash.getByRole("button", { name: "Tutup kas" }).click();
  const count = cashier.getByRole("dialog", { name: /^Tutup kas/ });
  await count.getByLabel("Rp100.000,").fill("2");
  await dieAsked(standing, () => count.getByRole("button", { name: "Selesai menghitung" }).click());
  expect(entryBodies(shop.dataDir, "SHIFT_CLOSED")).toEqual([]);
  await goOn(standing);
});

test("five wrong PINs lock a cashier out, over a restart too, and nobody else", async ({
  standing,
}) => {
  const { till, shop } = standing;
  const { cashier } = till;
  const [first, second] = shop.cashiers;
  if (first === undefined || second === undefined) throw new Error("the shop lacks cashiers");
  await cashier.keyboard.press("Control+l");
  for (let tries = 0; tries < 5; tries += 1) {
    await logIn(cashier, { name: first.name, pin: "000000" });
    await expect(cashier.getByLabel("PIN", { exact: true })).toHaveValue("");
  }
  await dieAsked(standing, () => Promise.resolve());
  await logIn(cashier, first);
  await expect(messages(cashier).last()).toContainText(errorText.PIN_LOCKED.what);
  await logIn(cashier, second);
  await searchField(cashier).waitFor();
});
