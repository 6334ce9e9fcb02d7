import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_PREFIX, STAFF_CARD_PREFIX } from "./card.ts";
import { classifyScan, foreignCardText, MAX_SCAN_LENGTH } from "./scan.ts";

fc.configureGlobal({ seed: 20_261_122 });

const qris = JSON.parse(readFileSync(new URL("../vectors/qris.json", import.meta.url), "utf8")) as {
  readonly vectors: readonly { readonly id: string; readonly payload: string }[];
};

describe("a scanned text", () => {
  test("that starts like our card is a card, whole or not", () => {
    expect(classifyScan(`${CARD_PREFIX}ABC`)).toEqual({ kind: "CARD", text: `${CARD_PREFIX}ABC` });
    expect(classifyScan(`${CARD_PREFIX.toLowerCase()}abc`).kind).toBe("CARD");
  });

  test("of eighteen digits is a NIP, however it is written", () => {
    for (const text of [
      "198503152010011991",
      "NIP : 19850315 201001 1 991",
      "19901231.201903.2.992",
    ]) {
      expect(classifyScan(text)).toEqual({ kind: "NIP", text });
    }
  });

  test.each(["8991234567895", "BB-0012", "KOPI001", "12345678", "00012345678905"])(
    "%s is a product's code",
    (code) => expect(classifyScan(`${code}\r\n`)).toEqual({ kind: "PRODUCT_CODE", code }),
  );

  test("loses its AIM identifier and the scanner's line end", () => {
    expect(classifyScan("]E08991234567895\r")).toEqual({
      kind: "PRODUCT_CODE",
      code: "8991234567895",
    });
    expect(classifyScan(`]Q1${CARD_PREFIX}ABC\n`).kind).toBe("CARD");
  });

  test.each([
    ["3513990101900001", "SCAN_NIK"],
    ["NIK 3513990101900001", "SCAN_UNKNOWN"],
    ["3513 9901 0190 0001", "SCAN_NIK"],
    ["131234567", "SCAN_OLD_NIP"],
    ["00020101021126", "SCAN_PAYMENT_CODE"],
    ["https://pusat.contoh.go.id/r/abc", "SCAN_URL"],
    ["HTTPS://PUSAT.CONTOH.GO.ID/R/ABC", "SCAN_URL"],
    ["www.contoh.id", "SCAN_URL"],
    ["wa.me/628123", "SCAN_URL"],
    ["javascript:alert(1)", "SCAN_URL"],
    ["mailto:x@contoh.id", "SCAN_URL"],
    ["19850315201001199", "NIP_MALFORMED"],
    ["1985031520100119911", "NIP_MALFORMED"],
    ["19850315201OO11991", "NIP_MALFORMED"],
    ["NIP: 1985", "NIP_MALFORMED"],
    ['{"nip":"198503152010011991"}', "SCAN_UNKNOWN"],
    ["\u0661\u0669\u0668\u0665", "SCAN_UNKNOWN"],
    ["", "SCAN_UNKNOWN"],
    [" \r\n", "SCAN_UNKNOWN"],
    ["dua kata", "SCAN_UNKNOWN"],
    ["1".repeat(MAX_SCAN_LENGTH + 1), "SCAN_TOO_LONG"],
  ])("%j is refused as %s", (text, code) => {
    expect(classifyScan(text)).toEqual({ kind: "REFUSED", code });
  });

  test.each(qris.vectors.filter(({ payload }) => payload.startsWith("000201")))(
    "the payment code $id is never taken for goods",
    ({ payload }) => {
      expect(classifyScan(payload)).toEqual({ kind: "REFUSED", code: "SCAN_PAYMENT_CODE" });
    },
  );

  test("with any web address is never anything but refused", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(classifyScan(url.slice(0, MAX_SCAN_LENGTH))).toEqual({
          kind: "REFUSED",
          code: "SCAN_URL",
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test("never throws, and a refusal carries nothing of it", () => {
    const near = fc.string({
      unit: fc.constantFrom(..."0123456789 .-:/]QNIPABb\r\n"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 1_500 }), near), (text) => {
        const scan = classifyScan(text);
        if (scan.kind === "REFUSED") expect(Object.keys(scan)).toEqual(["kind", "code"]);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("a code that may be on a foreign card", () => {
  test.each([
    "PEGAWAI-7F3A9C0B51D2",
    "5f1d7c84e0b94a0fb7f0b3b1",
    '{"nip":"198503152010011991"}',
    "NIK 3513990101900001",
  ])("%s", (text) => expect(foreignCardText(text)).toBe(text));

  test("is the same from every scanner", () => {
    for (const text of ["]Q1PEGAWAI-7F3A9C0B51D2\r\n", " PEGAWAI-7F3A9C0B51D2 "]) {
      expect(foreignCardText(text)).toBe("PEGAWAI-7F3A9C0B51D2");
    }
  });

  test.each([
    ["fewer than 16 letters and digits", "PEGAWAI-7F3A9C0"],
    ["an EAN or another number", "00012345678905123456"],
    ["a NIP", "198503152010011991"],
    ["a NIK", "3513990101900001"],
    ["nearly a NIP", "19850315201OO11991"],
    ["a payment code", "00020101021126610014ID.CO.CONTOH"],
    ["a web address", "https://contoh.test/kartu?id=7f3a9c"],
    ["our own card", `${CARD_PREFIX}ABCDEFGHIJKLMNOP`],
    ["our own staff card", `${STAFF_CARD_PREFIX}ABCDEFGHIJKLMNOP`],
    ["too long a text", "A".repeat(MAX_SCAN_LENGTH + 1)],
  ])("is not %s", (_what, text) => expect(foreignCardText(text)).toBeNull());
});
