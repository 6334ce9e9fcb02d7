import { cpSync } from "node:fs";
import path from "node:path";
import { type PreparedTill, prepareTill, type Wanted } from "./prepare-till.ts";
import { temporaryFolder } from "./test-core.ts";

/** A prepared till that each test gets a copy of: making its keys and PINs takes longest. */
export type TillTemplate = {
  readonly till: PreparedTill;
  /** A new data folder of the same till. */
  readonly copy: () => string;
  readonly remove: () => void;
};

export async function createTillTemplate(wanted: Wanted = {}): Promise<TillTemplate> {
  const folder = temporaryFolder();
  const till = await prepareTill(path.join(folder.path, "template"), wanted);
  let copies = 0;
  return {
    till,
    copy: () => {
      copies += 1;
      const dataDir = path.join(folder.path, `till-${copies}`);
      cpSync(till.dataDir, dataDir, { recursive: true });
      return dataDir;
    },
    remove: folder.remove,
  };
}
