import { join } from "node:path";
import type { Page } from "@playwright/test";
import { languageNames } from "../../renderer/texts/settings-words.ts";
import { expectAccessible } from "../support/axe.ts";
import { everyScreen } from "../support/every-screen.ts";
import { expectFits, expectFitsTwice } from "../support/screen-fit.ts";
import { test } from "../support/selling.ts";

test.describe.configure({ mode: "parallel" });

const SHOTS = process.env["SCREEN_SHOTS"];

/** A screen is looked at by axe, and holds its texts and buttons at either size. */
async function judge(page: Page, screen: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${screen}.png`) });
  const twice = SHOTS === undefined ? undefined : join(SHOTS, `${screen}, twice.png`);
  await expectAccessible(page, screen, screen.startsWith("en"));
  await expectFits(page, screen);
  // The buyer's words are large already, and nobody sets their size.
  if (!screen.includes("display")) await expectFitsTwice(page, screen, twice);
}

test("axe finds nothing at the enrolment, and everything fits", async ({ shop, open }) => {
  const { cashier } = await open({ dataDir: join(shop.dataDir, "baru") });
  await cashier.getByLabel("Kode pendaftaran").waitFor();
  await judge(cashier, "id, enrolment");
  await cashier.getByRole("radio", { name: "English" }).click();
  await cashier.getByLabel("Enrolment code").waitFor();
  await judge(cashier, "en, enrolment");
});

for (const language of ["id", "en"] as const) {
  test(`axe finds nothing on any screen, and everything fits, in ${languageNames[language]}`, async ({
    shop,
    open,
  }) => {
    test.setTimeout(480_000);
    const till = await open({ dataDir: shop.dataDir });
    await everyScreen({ till, shop }, language, judge);
  });
}
