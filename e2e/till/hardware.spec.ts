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
  const listed = (name: string) => dialog.getByRole("listitem").filter({ hasText: name });
  const chosen = dialog.getByRole("listitem").filter({ hasText: "Layar uji 102" });
  await chosen.getByRole("button", { name: "Pakai untuk pembeli" }).click();
  const saved = (): unknown =>
    JSON.parse(readFileSync(join(shop.dataDir, "display.json"), "utf8")) as unknown;
  const chosenOne = { screenId: 102, label: "Layar uji 102", bounds: { x: 900, width: 800 } };
  await expect.poll(saved).toMatchObject(chosenOne);
  await till.app.evaluate(({ screen }) => {
    const [, , gone] = screen.getAllDisplays();
    screen.emit("display-removed", {}, gone);
  });
  await expect(listed("Layar uji 102")).toHaveCount(0);
  await expect(till.display.getByRole("heading", { name: /Galeri Dekranasda/ })).toBeVisible();
  expect(saved()).toMatchObject(chosenOne);

  // Plugged into another socket it comes back under another number, and is still the one chosen.
  const moved = await till.app.evaluate(({ screen, BrowserWindow }) => {
    const [own] = screen.getAllDisplays();
    const bounds = { x: 1700, y: 0, width: 800, height: 600 };
    const back = { ...own, id: 205, label: "Layar uji 102", bounds, size: bounds };
    const xs: (number | undefined)[] = [];
    for (const window of BrowserWindow.getAllWindows()) {
      window.setBounds = ({ x }) => void xs.push(x);
    }
    screen.getAllDisplays().push(back as typeof own & object);
    screen.emit("display-added", {}, back);
    return xs;
  });
  expect(moved).toEqual([1_700]);
  await expect(listed("Layar uji 102")).toBeVisible();
});
