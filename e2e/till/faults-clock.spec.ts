import { expect } from "@playwright/test";
import type { Clock } from "../../electron/core/adapters.ts";
import { systemClock } from "../../electron/core/system.ts";
import { prepareTill } from "../../electron/core/testing/prepare-till.ts";
import {
  openShop,
  pay,
  startCore,
  temporaryFolder,
} from "../../electron/core/testing/test-core.ts";
import { dateOf, periodOf } from "../../shared/domain/period.ts";
import { expectAccessible } from "../support/axe.ts";
import {
  logIn,
  searchField,
  storedStrip,
  tenderByKeys,
  touchProduct,
} from "../support/cashier-page.ts";
import { openStatus } from "../support/printer-dialog.ts";
import { firstOf, test } from "../support/selling.ts";
import { entryBodies, storedSales } from "../support/till-file.ts";

const HOUR_MS = 3_600_000;
const WIB_MS = 7 * HOUR_MS;

/** Twenty minutes past midnight WIB, on the first of next month. */
function nextMonth(nowMs: number): number {
  const wib = new Date(nowMs + WIB_MS);
  return Date.UTC(wib.getUTCFullYear(), wib.getUTCMonth() + 1, 1) - WIB_MS + HOUR_MS / 3;
}

const folder = temporaryFolder();
test.afterAll(() => folder.remove());

test("a clock moved back over midnight and month: the cashier sees the doubt, sells on, and no number repeats", async ({
  open,
}) => {
  const aheadMs = nextMonth(Date.now());
  const ahead: Clock = { ...systemClock, wallMs: () => aheadMs };
  const shop = await prepareTill(folder.path, { people: 2, products: 4, clock: ahead });
  const core = await startCore(shop.dataDir, { clock: ahead });
  await openShop(core, shop);
  await core.cashier.cart.add.mutate({ productId: firstOf(shop.products).productId, qty: 1 });
  await core.cashier.buyer.setPublic.mutate();
  await pay(core);
  await core.close();
  // The computer's own clock is behind that by up to a month.
  const { cashier } = await open({ dataDir: shop.dataDir });
  await logIn(cashier, firstOf(shop.cashiers));
  await searchField(cashier).waitFor();
  await expect(cashier.getByText("jam diragukan")).toBeVisible();
  await touchProduct(cashier, firstOf(shop.products).name);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  await openStatus(cashier);
  const dialog = cashier.getByRole("dialog", { name: "Keadaan kasir" });
  await expect(dialog).toContainText("Penjualan tetap tercatat");
  await expectAccessible(cashier, "clock in doubt");
  const now = Date.now();
  expect(entryBodies(shop.dataDir, "SALE")).toMatchObject([
    { clock: "WALL", period: periodOf(aheadMs) },
    { clock: "DOUBTFUL", period: periodOf(now) },
  ]);
  const date = (ms: number): string => dateOf(ms).slice(2).replaceAll("-", "");
  expect(storedSales(shop.dataDir).map(({ number }) => number)).toEqual([
    `KB-01-${date(aheadMs)}-000001`,
    `KB-01-${date(now)}-000002`,
  ]);
});
