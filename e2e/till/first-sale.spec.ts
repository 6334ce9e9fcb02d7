import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { cardQr, qrPicture, scenePicture } from "../../central/server/demo/cards/card-qr.ts";
import { encodePng } from "../../central/server/demo/cards/png.ts";
import { buyerPanel, storedStrip, tenderByKeys, typeByHand } from "../support/cashier-page.ts";
import { cameraSwitches, writeCameraVideo } from "../support/fake-camera.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

test("a sale by keyboard and scanner alone", async ({ till, shop, printer }) => {
  const { cashier, display } = till;
  const [product, person] = [firstOf(shop.products), firstOf(shop.people)];
  const before = printer.jobs().length;
  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, shop.cardOf(person));
  await expect(buyerPanel(cashier)).toContainText(person.name);
  await expect(display.getByText("Belanja Anda")).toBeVisible();
  await tenderByKeys(cashier, "100000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Struk tercetak");
  await expect(display.getByText("Terima kasih")).toBeVisible();
  expect(storedSales(shop.dataDir)).toMatchObject([
    { total: product.unitPrice, assurance: "SIGNED_CARD", buyer_kind: "ASN" },
  ]);
  const printed = Buffer.concat(printer.jobs().slice(before)).toString("latin1");
  expect(printed).toContain(product.name);
  expect(printed).toContain(`****${person.nip.slice(-4)}`);
  expect(printed).not.toContain(person.nip);
});

test("a sale by typing: search, NIP confirmed, amount", async ({ till, shop }) => {
  const { cashier } = till;
  const [product, person] = [firstOf(shop.products), firstOf(shop.people)];
  await cashier.keyboard.press("F2");
  await typeByHand(cashier, product.name);
  await cashier.keyboard.press("Enter");
  await cashier.keyboard.press("F4");
  await cashier.getByLabel("NIP atau NI PPPK").waitFor();
  await typeByHand(cashier, person.nip);
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("button", { name: "Bayar" })).toBeDisabled();
  await cashier.keyboard.press("F9");
  await expect(cashier.getByRole("button", { name: "Ya, cocok" })).toBeFocused();
  await cashier.keyboard.press("Enter");
  await expect(cashier.getByRole("button", { name: "Ya, cocok" })).toBeHidden();
  await tenderByKeys(cashier, "100000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedSales(shop.dataDir)).toMatchObject([{ assurance: "TYPED_NIP" }]);
});

test("a sale by finger is three touches: goods, pay, the money", async ({ till, shop }) => {
  const { cashier } = till;
  await cashier.getByRole("gridcell").getByRole("button").first().click();
  await cashier.getByRole("button", { name: "Bayar" }).click();
  await cashier.getByRole("button", { name: "Uang pas" }).click();
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
  expect(storedSales(shop.dataDir)).toMatchObject([{ buyer_kind: "PUBLIC", counted: 0 }]);
});

test("the camera reads a card held before it", async ({ shop, open }) => {
  const person = firstOf(shop.people);
  const folder = await mkdtemp(join(tmpdir(), "bela-beli-camera-"));
  const [scene, video] = [join(folder, "card.png"), join(folder, "card.y4m")];
  const symbol = qrPicture(cardQr(shop.cardOf(person)), 10);
  await writeFile(scene, encodePng(scenePicture(symbol, { width: 1_280, height: 720 }), 4_000));
  await writeCameraVideo(scene, video);
  const till = await open({ dataDir: shop.dataDir, switches: cameraSwitches(video) });
  await startShift(till, shop);
  await till.cashier.keyboard.press("F3");
  await expect(buyerPanel(till.cashier)).toContainText(person.name);
  await expect(buyerPanel(till.cashier)).toContainText("Kartu ASN sah");
  await expect(till.cashier.getByRole("dialog")).toBeHidden();
  await rm(folder, { recursive: true });
});
