import { expect, type Page } from "@playwright/test";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { expectAccessible } from "../support/axe.ts";
import {
  buyerPanel,
  cartLines,
  cartTotal,
  messages,
  storedStrip,
  tenderByKeys,
  typeByHand,
} from "../support/cashier-page.ts";
import { firstOf, test } from "../support/selling.ts";
import { entryBodies } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

function dialog(cashier: Page) {
  return cashier.locator("dialog[open]");
}

function supervisorOf({ cashiers }: PreparedTill) {
  const found = cashiers.find(({ cardSerial }) => cardSerial !== null);
  if (found === undefined || found.cardSerial === null) throw new Error("no supervisor has a card");
  return { ...found, cardSerial: found.cardSerial };
}

function cardOfSupervisor(shop: PreparedTill): string {
  const { cashierId, cardSerial } = supervisorOf(shop);
  return shop.cardOf({ personId: cashierId, serial: cardSerial, kind: "STAFF" });
}

test("a line's price is changed by keyboard, and a supervisor's card allows it", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await cashier.keyboard.press("F6");
  await cashier.keyboard.press("Control+U");
  await expect(dialog(cashier)).toContainText("Harga daftar Rp10.000");
  await expectAccessible(cashier, "price");
  await typeByHand(cashier, "8500");
  await cashier.keyboard.press("Enter");
  await expect(dialog(cashier)).toContainText("Rp8.500");
  await expectAccessible(cashier, "approval of a price");

  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  await expect(dialog(cashier).getByRole("alert")).toContainText("bukan kartu penyelia");
  await scanWithWedge(cashier, cardOfSupervisor(shop));
  await expect(dialog(cashier)).toHaveCount(0);
  await expect(cartTotal(cashier)).toHaveText("Rp8.500");
  await expect(cartLines(cashier).first()).toContainText("Harga diubah dari Rp10.000");
  await expect(buyerPanel(cashier)).not.toContainText(firstOf(shop.people).name);

  await cashier.keyboard.press("Control+Z");
  await expect(cartTotal(cashier)).toHaveText("Rp10.000");
  await cashier.keyboard.press("Control+Z");
  await expect(cartTotal(cashier)).toHaveText("Rp8.500");
  await tenderByKeys(cashier, "8500");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toBeVisible();
  const { cashierId } = supervisorOf(shop);
  expect(entryBodies(shop.dataDir, "PRICE_CHANGED")).toMatchObject([
    {
      actorId: firstOf(shop.cashiers).cashierId,
      approval: { approverId: cashierId, action: "PRICE", by: "CARD" },
      oldPrice: 10_000,
      newPrice: 8_500,
    },
  ]);
  expect(entryBodies(shop.dataDir, "SALE")).toMatchObject([{ total: 8_500 }]);
});

test("a supervisor's card is no buyer's card", async ({ till, shop }) => {
  const { cashier } = till;
  await scanWithWedge(cashier, cardOfSupervisor(shop));
  await expect(messages(cashier)).toContainText("Ini kartu petugas, bukan kartu ASN.");
  await expect(buyerPanel(cashier)).toContainText("Siapa pembelinya?");
});
