import { spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";

/** The text of the one QR code a page shows, read off its picture by a reader of others' making. */
export async function readQr(page: Page): Promise<string> {
  const input = await page.screenshot();
  const run = spawnSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-"], {
    input,
    encoding: "utf8",
  });
  return run.stdout.trim();
}
