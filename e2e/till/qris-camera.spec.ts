import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import encodeQR from "qr";
import { expect, type Locator } from "@playwright/test";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { qrPicture, scenePicture } from "../../central/server/demo/cards/card-qr.ts";
import { encodePng } from "../../central/server/demo/cards/png.ts";
import { logIn, openShift } from "../support/cashier-page.ts";
import { cameraSwitches, writeCameraVideo } from "../support/fake-camera.ts";
import { qrisCode, STICKER } from "../support/qris-codes.ts";
import { firstOf, test } from "../support/selling.ts";
import { type TillApp, type TillOptions } from "../support/till-app.ts";

type Opening = { shop: PreparedTill; open: (options: TillOptions) => Promise<TillApp> };

/** A supervisor's till with the set-up open and a sticker before its only camera. */
async function holdBeforeCamera(text: string, { shop, open }: Opening): Promise<Locator> {
  const [scene, video] = [join(shop.dataDir, "sticker.png"), join(shop.dataDir, "sticker.y4m")];
  const framed = encodeQR(text, "raw", { ecc: "medium", border: 1 });
  const symbol = qrPicture(
    framed.slice(1, -1).map((row) => row.slice(1, -1)),
    8,
  );
  await writeFile(scene, encodePng(scenePicture(symbol, { width: 1_280, height: 720 }), 4_000));
  await writeCameraVideo(scene, video);
  const { cashier } = await open({ dataDir: shop.dataDir, switches: cameraSwitches(video) });
  await logIn(cashier, shop.cashiers[1] ?? firstOf(shop.cashiers));
  await openShift(cashier, "200.000");
  await cashier.keyboard.press("F10");
  await cashier.getByRole("button", { name: "Pasang kode QRIS" }).click();
  const setUp = cashier.getByRole("dialog", { name: "Kode QRIS galeri" });
  await setUp.getByRole("button", { name: "Pindai dengan kamera" }).click();
  return cashier.locator("body");
}

test("the shop's sticker held before the camera is read, compared and set", async ({
  shop,
  open,
}) => {
  const screen = await holdBeforeCamera(STICKER, { shop, open });
  await expect(screen.getByText("Bandingkan dengan stiker")).toBeVisible();
  await expect(screen.getByText("GALERI DEKRANASDA UJI")).toBeVisible();
  await screen.getByRole("button", { name: "Sama, pasang kode ini" }).click();
  const section = screen.getByRole("region", { name: "QRIS galeri" });
  await expect(section).toContainText("ID1000000000001");
});

test("a sticker without an NMID is refused by what is wrong with it, and nothing is set", async ({
  shop,
  open,
}) => {
  const screen = await holdBeforeCamera(qrisCode("neg-static-with-no-tag51"), { shop, open });
  await expect(screen.getByRole("alert").first()).toContainText("tidak memuat NMID");
  await expect(screen.getByText("Bandingkan dengan stiker")).toBeHidden();
  await screen.page().keyboard.press("Escape");
  const section = screen.getByRole("region", { name: "QRIS galeri" });
  await expect(section).not.toContainText("ID1");
});
