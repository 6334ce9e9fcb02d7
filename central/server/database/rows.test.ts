import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase } from "../testing/memory-database.ts";
import { columns, type Database } from "./database.ts";

let database: Database;

beforeAll(async () => {
  database = await openMemoryDatabase();
  await database.query("create table kept (no integer, word text, is_so boolean)");
}, 60_000);
afterAll(() => database.close());

const WORDS = [
  "",
  "NULL",
  "null",
  "\\N",
  "\\",
  "a\tb",
  "a\nb\r\nc",
  '{"nama":"Sri \\"Kopi\\""}',
  "{}",
  "a,b",
  "kafé ☕ 𝄞",
  " ",
  "'; drop table kept; --",
  null,
] as const;
const ROWS = WORDS.map((word, no) => ({ no, word, is_so: no % 2 === 0 }));

const stored = () => database.query("select no, word, is_so from kept order by no");

test("rows added by COPY are there as they were given", async () => {
  const target = { table: "kept", columns: ["no", "word", "is_so"] };
  await database.transaction((tx) =>
    tx.copy(
      target,
      ROWS.map(({ no, word, is_so }) => [no, word, is_so]),
    ),
  );
  expect(await stored()).toEqual(ROWS);
});

test("rows given by column are those rows", async () => {
  await database.query("delete from kept");
  await database.query(
    "insert into kept select * from unnest($1::integer[], $2::text[], $3::boolean[])",
    columns(ROWS, ["no", "word", "is_so"]),
  );
  expect(await stored()).toEqual(ROWS);
});
