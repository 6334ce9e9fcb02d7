import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { prepareTill } from "../../electron/core/testing/prepare-till.ts";
import type { SampleShop } from "../../electron/core/testing/sample-shop.ts";

type Folders = {
  /** an empty folder, gone after the test */
  emptyFolder: string;
  /** the folder of a till that is enrolled and has a shop, but no centre */
  shop: SampleShop & { readonly dataDir: string };
};

/** Tests of the shell: each has a data folder of its own. */
export const test = base.extend<Folders>({
  emptyFolder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "bela-beli-shell-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  shop: async ({ emptyFolder }, use) => {
    const shop = await prepareTill(emptyFolder, {});
    await use({ ...shop, dataDir: emptyFolder });
  },
});
