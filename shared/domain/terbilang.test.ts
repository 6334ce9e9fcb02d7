import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TERBILANG, terbilang, terbilangRupiah } from "./terbilang.ts";

fc.configureGlobal({ seed: 20_261_125 });

const DIGITS: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
};
const SCALES: Readonly<Record<string, number>> = {
  ribu: 1e3,
  juta: 1e6,
  miliar: 1e9,
  triliun: 1e12,
};

/** Reads the words back, written without a look at how they are made. */
function readBack(words: string): number {
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words.split(" ")) {
    const scale = SCALES[word];
    if (word === "seribu") total += 1_000;
    else if (word === "belas") last += 10;
    else if (word === "puluh") last *= 10;
    else if (word === "ratus") last *= 100;
    else if (scale !== undefined) {
      total += (group + last) * scale;
      group = 0;
      last = 0;
    } else {
      group += last;
      last = DIGITS[word] ?? Number.NaN;
    }
  }
  return total + group + last;
}

describe("an amount in words", () => {
  test.each([
    [0, "nol"],
    [1, "satu"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [15, "lima belas"],
    [20, "dua puluh"],
    [100, "seratus"],
    [111, "seratus sebelas"],
    [1_000, "seribu"],
    [1_100, "seribu seratus"],
    [11_000, "sebelas ribu"],
    [21_000, "dua puluh satu ribu"],
    [101_000, "seratus satu ribu"],
    [1_000_000, "satu juta"],
    [1_001_000, "satu juta seribu"],
    [1_250_500, "satu juta dua ratus lima puluh ribu lima ratus"],
    [1_000_000_000_000, "satu triliun"],
  ])("%i is %s", (amount, words) => {
    expect(terbilang(amount)).toBe(words);
  });

  test("reads back as the same amount, from nothing to a million million", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (amount) => {
        expect(readBack(terbilang(amount))).toBe(amount);
      }),
      { numRuns: 2_000 },
    );
  });

  test("holds plain words, one blank apart, and no two amounts share them", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_TERBILANG }), (amount) => {
        const words = terbilang(amount);
        expect(words).toMatch(/^[a-z]+(?: [a-z]+)*$/);
        expect(seen.get(words) ?? amount).toBe(amount);
        seen.set(words, amount);
      }),
    );
  });

  test("never says `satu ratus` or `satu puluh`", () => {
    for (let amount = 0; amount < 100_000; amount += 1) {
      expect(terbilang(amount)).not.toMatch(/satu (?:ratus|puluh|belas)|^satu ribu/);
    }
  });

  test.each([-1, 0.5, Number.NaN, MAX_TERBILANG + 1])("%d has none", (amount) => {
    expect(() => terbilang(amount)).toThrow(RangeError);
  });

  test("of money starts with a capital and ends in rupiah", () => {
    expect(terbilangRupiah(85_000)).toBe("Delapan puluh lima ribu rupiah");
  });
});
