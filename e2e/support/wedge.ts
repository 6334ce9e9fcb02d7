import type { Page } from "@playwright/test";

/** Between two keys of a usual USB scanner. */
const KEY_GAP_MS = 12;

/** Types a code as a wedge scanner does: real key events, fast and even, Enter at the end. */
export async function scanWithWedge(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: KEY_GAP_MS });
  await page.keyboard.press("Enter");
}
