import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../testing/test-core.ts";
import { openDatabase } from "../open.ts";
import { FAVOURITE_COUNT } from "./favourite.ts";

test("favourites are counted from the marks, however many goods there are", () => {
  const folder = temporaryFolder();
  const db = openDatabase(path.join(folder.path, "till.db"));
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${FAVOURITE_COUNT}`).all() as { detail: string }[];
  expect(plan[0]?.detail).toMatch(/^SCAN v/);
  expect(plan.map(({ detail }) => detail).join()).not.toMatch(/SCAN (p|m)\b/);
  db.close();
  folder.remove();
});
