import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { openBrowser } from "../../e2e/centre-pages/browser.ts";

/** What the pages are opened with. */
export type CentreVisit = {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** pages to picture: name of the file, path, a heading that is there when the page is */
  readonly pages: readonly (readonly [name: string, path: string, heading: string])[];
  /** the address behind a printed receipt's QR */
  readonly receiptUrl: string;
};

const SCREEN = { width: 1_366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Pictures of the centre's pages as an administrator sees them, and of a receipt's page on a phone. */
export async function photographCentre(visit: CentreVisit, folder: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: SCREEN, baseURL: visit.url });
    await signIn(page, visit);
    for (const [name, path, heading] of visit.pages) {
      await page.goto(path);
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await expect(page.getByRole("status", { name: "Sedang memuat" })).toHaveCount(0);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    }
    const phone = await browser.newPage({ viewport: PHONE });
    await phone.goto(visit.receiptUrl);
    await phone.screenshot({ path: join(folder, "struk-di-telepon.png"), fullPage: true });
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, { username, password }: CentreVisit): Promise<void> {
  await page.goto("/masuk");
  await page.getByRole("textbox", { name: "Nama pengguna" }).fill(username);
  await page.getByRole("textbox", { name: "Sandi" }).fill(password);
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.getByRole("heading", { name: "Perangkat daerah" }).waitFor();
}
