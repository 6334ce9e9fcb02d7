import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HAND_OVER } from "../../../shared/contract/hand-over.ts";

test("the preload spells the hand-over's texts as the contract does, and no others", async () => {
  const source = await readFile(
    join(import.meta.dirname, "..", "..", "preload", "preload.ts"),
    "utf8",
  );
  const spelled = new Set(source.match(/bela-beli:[a-z-]+/g));
  expect([...spelled].toSorted()).toEqual(Object.values(HAND_OVER).toSorted());
});
