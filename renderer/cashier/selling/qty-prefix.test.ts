import { expect, test } from "vitest";
import { qtyPrefix } from "./qty-prefix.ts";

test.each([
  ["12*", 12, ""],
  ["12x", 12, ""],
  ["12 X ", 12, ""],
  ["3*kopi", 3, "kopi"],
  ["3x kopi argopuro", 3, "kopi argopuro"],
  ["0*", 0, ""],
])("%s is pieces before what they are of", (text, qty, rest) => {
  expect(qtyPrefix(text)).toEqual({ qty, rest });
});

test.each(["3X-100", "kopi 3x", "8991234567890", "*", "", "x kopi"])(
  "%s is a search and no quantity",
  (text) => {
    expect(qtyPrefix(text)).toEqual({ qty: null, rest: text.trim() });
  },
);
