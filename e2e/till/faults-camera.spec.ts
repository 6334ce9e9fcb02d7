import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { cardQr, qrPicture, scenePicture } from "../../central/server/demo/cards/card-qr.ts";
import { encodePng } from "../../central/server/demo/cards/png.ts";
import type { CameraError } from "../../renderer/cashier/camera/camera-error.ts";
import { cameraText } from "../../renderer/texts/camera-words.ts";
import { buyerPanel, typeByHand } from "../support/cashier-page.ts";
import { cameraSwitches, writeHalfSeenVideo } from "../support/fake-camera.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import type { TillApp } from "../support/till-app.ts";

/** Chromium's process for the camera, ended as the kernel ends it when the device is pulled out. */
async function unplug(till: TillApp): Promise<void> {
  const capture = await till.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === "Video Capture")?.pid,
  );
  if (capture === undefined) throw new Error("no camera is on");
  process.kill(capture, "SIGKILL");
}

/** The computer's own privacy setting says no; the till's answer is never asked. */
async function denyCamera(till: TillApp): Promise<void> {
  await till.app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
      answer(false),
    );
    session.defaultSession.setPermissionCheckHandler(() => false);
  });
}

/** What Chromium answers while another program holds the camera. */
async function holdCamera(cashier: Page): Promise<void> {
  await cashier.evaluate(() => {
    const { mediaDevices } = navigator;
    const own = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = () => {
      mediaDevices.getUserMedia = own;
      const error = new DOMException("Could not start video source", "NotReadableError");
      return Promise.reject(error);
    };
  });
}

async function expectSaid(dialog: Locator, error: CameraError): Promise<void> {
  const { what, todo } = cameraText[error];
  await expect(dialog.getByRole("alert")).toContainText(what);
  await expect(dialog.getByRole("alert")).toContainText(todo);
}

test("a camera that is missing, taken, pulled out or forbidden is said with what to do, and a typed NIP still works", async ({
  shop,
  open,
}) => {
  const [scene, video] = [join(shop.dataDir, "scene.png"), join(shop.dataDir, "scene.y4m")];
  const person = firstOf(shop.people);
  const symbol = qrPicture(cardQr(shop.cardOf(person)), 10);
  await writeFile(scene, encodePng(scenePicture(symbol, { width: 1_280, height: 720 }), 4_000));
  await writeHalfSeenVideo(scene, video);
  const till = await open({ dataDir: shop.dataDir, switches: cameraSwitches(video) });
  await startShift(till, shop);
  const { cashier } = till;
  const dialog = cashier.getByRole("dialog", { name: "Pindai dengan kamera" });
  const turnOn = dialog.getByRole("button", { name: "Nyalakan kamera" });
  const sees = dialog.locator(".camera-corners");

  await test.step("none", async () => {
    await rename(video, `${video}.away`);
    await cashier.keyboard.press("F3");
    await expectSaid(dialog, "NONE");
    await rename(`${video}.away`, video);
    await turnOn.click();
    await expect(sees).toBeVisible();
  });
  await test.step("pulled out while it looks for a card", async () => {
    await unplug(till);
    await expectSaid(dialog, "GONE");
    await turnOn.click();
    await expect(sees).toBeVisible();
    await cashier.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
  await test.step("taken by another program", async () => {
    await holdCamera(cashier);
    await cashier.keyboard.press("F3");
    await expectSaid(dialog, "BUSY");
    await turnOn.click();
    await expect(sees).toBeVisible();
    await cashier.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
  await test.step("forbidden", async () => {
    await denyCamera(till);
    await cashier.keyboard.press("F3");
    await expectSaid(dialog, "DENIED");
  });
  await test.step("the NIP instead, by the key the dialog names", async () => {
    await cashier.keyboard.press("F4");
    await cashier.getByLabel("NIP atau NI PPPK").waitFor();
    await typeByHand(cashier, person.nip);
    await cashier.keyboard.press("Enter");
    await expect(buyerPanel(cashier)).toContainText(person.name);
  });
});
