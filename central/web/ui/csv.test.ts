import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv.ts";

test("amounts stay whole numbers and text stays text", () => {
  expect(csvText([["Dinas Kesehatan", 50_000, null]])).toBe("\uFEFFDinas Kesehatan;50000;\r\n");
});

test("a separator, a quote and a line break inside a name do not break the row", () => {
  expect(csvText([['Bagian "Umum"; lama\nbaru', 1]])).toBe(
    '\uFEFF"Bagian ""Umum""; lama\nbaru";1\r\n',
  );
});

test("no text is ever run as a formula by a spreadsheet", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (start, rest) => {
      const field = csvText([[start + rest]]).slice(1);
      expect(field.startsWith("'") || field.startsWith("\"'")).toBe(true);
    }),
    { seed: 3513 },
  );
});
