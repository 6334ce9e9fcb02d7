import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { cardQr, qrPicture, scenePicture } from "../../central/server/demo/cards/card-qr.ts";
import { encodePng } from "../../central/server/demo/cards/png.ts";
import { expectAccessible } from "../support/axe.ts";
import { cameraSwitches, writeCameraVideo } from "../support/fake-camera.ts";
import { openStatus } from "../support/printer-dialog.ts";
import { firstOf, startShift, test } from "../support/selling.ts";

async function openCheck(cashier: Page, device: string) {
  await openStatus(cashier);
  await cashier.getByRole("button", { name: "Periksa perangkat" }).click();
  const dialog = cashier.getByRole("dialog", { name: "Periksa perangkat" });
  await dialog.getByRole("button", { name: new RegExp(`^${device}`) }).click();
  return dialog;
}

test("the camera check measures how sharply the camera sees a card", async ({ shop, open }) => {
  const scene = join(shop.dataDir, "scene.png");
  const video = join(shop.dataDir, "scene.y4m");
  const symbol = qrPicture(cardQr(shop.cardOf(firstOf(shop.people))), 10);
  await writeFile(scene, encodePng(scenePicture(symbol, { width: 1_280, height: 720 }), 4_000));
  await writeCameraVideo(scene, video);
  const till = await open({ dataDir: shop.dataDir, switches: cameraSwitches(video) });
  await startShift(till, shop);
  const dialog = await openCheck(till.cashier, "Kamera");
  await dialog.getByRole("button", { name: "Nyalakan kamera" }).click();
  await expect(dialog.getByText("1280 x 720")).toBeVisible();
  await expect(dialog.getByText(/^(9,[5-9]|10|10,[0-5])$/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Kamera/ })).toContainText("Baik");
  await expectAccessible(till.cashier, "camera check");
  await dialog.getByRole("button", { name: "Matikan kamera" }).click();
  await expect(dialog.getByRole("img", { name: "Gambar kamera" })).toBeHidden();
});

test("the customer display goes to the screen chosen, is remembered there, and survives unplugging", async ({
  till,
  shop,
}) => {
  // A computer with three screens, as the system would tell; this one has but one.
  await till.app.evaluate(({ screen }) => {
    const own = screen.getPrimaryDisplay();
    const beside = (id: number, x: number) => ({
      ...own,
      id,
      label: `Layar uji ${id}`,
      bounds: { x, y: 0, width: 800, height: 600 },
      size: { width: 800, height: 600 },
    });
    const plugged = [own, beside(101, 100), beside(102, 900)];
    screen.getAllDisplays = () => plugged;
    screen.prependListener("display-removed", (_event: unknown, gone: { id: number }) => {
      const at = plugged.findIndex(({ id }) => id === gone.id);
      if (at >= 0) plugged.splice(at, 1);
    });
  });
  const dialog = await openCheck(till.cashier, "Layar pembeli");
  const chosen = dialog.getByRole("listitem").filter({ hasText: "Layar uji 102" });
  await chosen.getByRole("button", { name: "Pakai untuk pembeli" }).click();
  const saved = (): unknown =>
    JSON.parse(readFileSync(join(shop.dataDir, "display.json"), "utf8")) as unknown;
  await expect.poll(saved).toEqual({ screenId: 102 });
  await till.app.evaluate(({ screen }) => {
    const [, , gone] = screen.getAllDisplays();
    screen.emit("display-removed", {}, gone);
  });
  await expect(till.display.getByRole("heading", { name: /Galeri Dekranasda/ })).toBeVisible();
  expect(saved()).toEqual({ screenId: 102 });
});
