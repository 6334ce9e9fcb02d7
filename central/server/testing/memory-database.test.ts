import { expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { openMemoryDatabase } from "./memory-database.ts";

test("the schema is laid once and a second migration changes nothing", async () => {
  const database = await openMemoryDatabase();
  const newest = await migrate(database);
  expect(newest).toBeGreaterThan(0);
  expect(await migrate(database)).toBe(newest);
  const rows = await database.query(
    "select * from unnest($1::text[], $2::bigint[], $3::boolean[], $4::uuid[]) as t(a, b, c, d)",
    [
      ["x", null],
      [1, 2_000_000_000_000],
      [true, null],
      ["019a41c2-7c00-7000-8000-000000000001", null],
    ],
  );
  expect(rows).toEqual([
    { a: "x", b: 1, c: true, d: "019a41c2-7c00-7000-8000-000000000001" },
    { a: null, b: 2_000_000_000_000, c: null, d: null },
  ]);
  await database.close();
});
