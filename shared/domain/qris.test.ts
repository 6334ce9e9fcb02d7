import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMerchantCode, crc16, parseQris, QRIS_CEILING, toDynamic } from "./qris.ts";

fc.configureGlobal({ seed: 20_261_122 });

type QrisCase = {
  readonly id: string;
  readonly payload: string;
  readonly expect: string;
  readonly crc_calculated: string;
  readonly summary?: {
    readonly point_of_initiation: string;
    readonly currency: string;
    readonly amount: string | null;
    readonly country: string;
    readonly merchant: string;
    readonly city: string;
    readonly mcc: string;
    readonly nmid: string | null;
    readonly criteria: string | null;
  };
};
const vectors = (
  JSON.parse(readFileSync(new URL("../vectors/qris.json", import.meta.url), "utf8")) as {
    readonly vectors: readonly QrisCase[];
  }
).vectors;
const payloadOf = (id: string): string => vectors.find((one) => one.id === id)?.payload ?? "";
const fixed = payloadOf("syn-static-01");
const amountOf = (text: string | null): number | null => (text === null ? null : Number(text));
/** The same code with other fields before its CRC. */
const rewritten = (from: string, to: string): string => {
  const body = fixed.slice(0, -4).replace(from, to);
  return body + crc16(body);
};

describe("the QRIS vectors", () => {
  const taken = vectors.filter((one) => !one.expect.startsWith("reject"));
  test.each(taken)("$id is read as its summary says", ({ payload, summary, crc_calculated }) => {
    const qris = parseQris(payload);
    expect(qris).toMatchObject({
      ok: true,
      value: {
        pointOfInitiation: summary?.point_of_initiation,
        currency: summary?.currency,
        country: summary?.country,
        merchant: summary?.merchant,
        city: summary?.city,
        mcc: summary?.mcc,
        nmid: summary?.nmid,
        criteria: summary?.criteria,
        amount: amountOf(summary?.amount ?? null),
        payload: payload.slice(0, -4) + crc_calculated,
      },
    });
  });

  test.each([
    ["neg-crc-one-digit-off", "QRIS_CRC"],
    ["neg-no-crc-tag", "QRIS_NO_CRC"],
    ["neg-wrong-currency", "QRIS_CURRENCY"],
    ["neg-plain-url", "QRIS_NOT_EMVCO"],
  ])("%s is refused with %s", (id, code) => {
    expect(parseQris(payloadOf(id))).toEqual({ ok: false, code });
  });

  test("every refused vector has a reason of its own", () => {
    const refused = vectors.filter((one) => one.expect.startsWith("reject"));
    expect(refused).toHaveLength(4);
    expect(refused.every(({ payload }) => !parseQris(payload).ok)).toBe(true);
  });

  test("a code without NMID is read with a warning and never converted", () => {
    const payload = payloadOf("neg-static-with-no-tag51");
    expect(parseQris(payload)).toMatchObject({ ok: true, value: { warnings: ["NO_NMID"] } });
    expect(toDynamic(payload, 50_000)).toEqual({ ok: false, code: "QRIS_NO_NMID" });
  });
});

describe("a static code made dynamic", () => {
  test("is the vector's dynamic code, byte for byte", () => {
    const dynamic = toDynamic(fixed, 75_000);
    expect(dynamic).toEqual({ ok: true, value: payloadOf("syn-dynamic-75000") });
  });

  test("is refused above Rp10.000.000, and for what is no amount", () => {
    expect(toDynamic(fixed, QRIS_CEILING).ok).toBe(true);
    expect(toDynamic(fixed, QRIS_CEILING + 1)).toEqual({ ok: false, code: "QRIS_CEILING" });
    for (const amount of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(toDynamic(fixed, amount)).toEqual({ ok: false, code: "AMOUNT_MALFORMED" });
    }
  });

  test("comes only from a static code of this country without tip or surcharge", () => {
    const refusals: [string, string][] = [
      [payloadOf("syn-dynamic-75000"), "QRIS_NOT_STATIC"],
      [rewritten("5303360", "5303360540575000"), "QRIS_NOT_STATIC"],
      [rewritten("010211", ""), "QRIS_NOT_STATIC"],
      [rewritten("5802ID", "5802MY"), "QRIS_COUNTRY"],
      [rewritten("5802ID", "5502015802ID"), "QRIS_SURCHARGE"],
      [rewritten("5802ID", "560410005802ID"), "QRIS_SURCHARGE"],
      [rewritten("5802ID", "570255802ID"), "QRIS_MALFORMED"],
      [rewritten("0215ID1000", "0215XX1000"), "QRIS_NO_NMID"],
    ];
    for (const [payload, code] of refusals) {
      expect(toDynamic(payload, 10_000)).toEqual({ ok: false, code });
    }
  });

  test("reads back as itself with the amount, and never holds tags 55 to 57", () => {
    const amounts = fc.integer({ min: 1, max: QRIS_CEILING });
    const names = fc.stringMatching(/^[A-Z0-9 .,&'-]{1,25}$/);
    fc.assert(
      fc.property(amounts, names, (amount, name) => {
        const length = String(name.length).padStart(2, "0");
        const code = rewritten("5921GALERI DEKRANASDA UJI", `59${length}${name}`);
        const before = checkMerchantCode(code);
        const dynamic = toDynamic(code, amount);
        if (!before.ok || !dynamic.ok) throw new Error("refused");
        const after = parseQris(dynamic.value);
        expect(after).toEqual({
          ok: true,
          value: {
            ...before.value,
            payload: dynamic.value,
            pointOfInitiation: "dynamic",
            amount,
          },
        });
      }),
    );
  });
});

describe("what scanners and people do to a code", () => {
  test("an AIM id, blanks around it and a CRC in small letters change nothing", () => {
    const plain = parseQris(payloadOf("syn-dynamic-75000"));
    expect(parseQris(`]Q1${payloadOf("syn-lowercase-crc")}\r\n`)).toEqual(plain);
  });

  test("one changed, lost or added character is never taken silently", () => {
    const original = parseQris(fixed);
    const characters = fc.stringMatching(/^[\x20-\x7e]$/);
    const places = fc.nat(fixed.length - 1);
    fc.assert(
      fc.property(places, characters, fc.constantFrom(0, 1), (at, character, kept) => {
        const changed = fixed.slice(0, at) + character + fixed.slice(at + kept);
        const read = parseQris(changed);
        if (read.ok) expect(read).toEqual(original);
      }),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(places, (at) => {
        expect(parseQris(fixed.slice(0, at) + fixed.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test("a code that breaks the standard under a right CRC is refused", () => {
    for (const payload of [
      rewritten("5303360", "53033605303360"),
      rewritten("5921", "5920"),
      rewritten("5921", "5999"),
      rewritten("6015KAB PROBOLINGGO", "6016KAB PROBOLINGGO1"),
      rewritten("5204", "5904"),
      rewritten("010211", "010213"),
      rewritten("000201", "000202"),
    ]) {
      expect(parseQris(payload).ok).toBe(false);
    }
  });

  test("any text at all is answered, never thrown on", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 600 }),
      fc.string().map((text) => {
        const body = `000201${text}6304`;
        return body + crc16(body);
      }),
    );
    fc.assert(
      fc.property(texts, fc.double(), (text, amount) => {
        parseQris(text);
        expect(typeof toDynamic(text, amount).ok).toBe("boolean");
      }),
      { numRuns: 2_000 },
    );
  });

  test("the check value of the standard is 29B1", () => {
    expect(crc16("123456789")).toBe("29B1");
  });
});
