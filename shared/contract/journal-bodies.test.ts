import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SaleBody as DecidedSale } from "../domain/sale.ts";
import { KnownBody, SaleBody } from "./journal-bodies.ts";
import { Certificate, CentreKey, CountersignedHead } from "./sync.ts";

const lines = readFileSync(new URL("../vectors/journal.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

test("the contract takes every body, key and head of the journal vector", () => {
  for (const { body } of lines.slice(1, 4)) {
    expect(JSON.stringify(KnownBody.parse(JSON.parse(body)))).toBe(body);
  }
  expect(Certificate.safeParse(lines[0].certificates[0]).success).toBe(true);
  expect(CentreKey.safeParse(lines[0].centreKeys[0]).success).toBe(true);
  expect(CountersignedHead.safeParse(lines[4].head).success).toBe(true);
});

test("a sale the domain decides and a sale the contract reads are one type", () => {
  const read = SaleBody.parse(JSON.parse(lines[3].body));
  const decided: DecidedSale = read;
  const written: SaleBody = decided;
  expect(written).toBe(read);
});
