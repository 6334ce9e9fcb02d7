import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { CoreOptions } from "../create-core.ts";
import type { PreparedTill, Wanted } from "./prepare-till.ts";
import { openShop, startCore, type TestCore } from "./test-core.ts";
import { createTillTemplate, type TillTemplate } from "./till-template.ts";

/** What each test of a file finds: a till of its own with its shift open. */
export type OpenShop = {
  /** the prepared till all copies were made from */
  readonly till: PreparedTill;
  readonly dataDir: string;
  readonly core: TestCore;
  /** Ends the core and starts another on the same file, as a restart of the till does. */
  readonly restart: () => Promise<TestCore>;
};

/** Opens a shop before each test of a file and closes it after; to be called once, at its top. */
export function openShops(
  wanted: Wanted = {},
  options: () => Partial<CoreOptions> = () => ({}),
): OpenShop {
  let template: TillTemplate;
  let dataDir: string;
  let core: TestCore;
  beforeAll(async () => {
    template = await createTillTemplate(wanted);
  });
  afterAll(() => template.remove());
  beforeEach(async () => {
    dataDir = template.copy();
    core = await startCore(dataDir, options());
    await openShop(core, template.till);
  });
  afterEach(() => core.close());
  return {
    get till() {
      return template.till;
    },
    get dataDir() {
      return dataDir;
    },
    get core() {
      return core;
    },
    restart: async () => {
      await core.close();
      core = await startCore(dataDir, options());
      return core;
    },
  };
}
