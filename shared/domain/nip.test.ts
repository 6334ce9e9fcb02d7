import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { last4, maskName, maskNip, parseNip } from "./nip.ts";

fc.configureGlobal({ seed: 20_261_122 });

type NipCase = {
  readonly id: string;
  readonly input: string;
  readonly kind: "PNS" | "PPPK" | null;
  readonly normalised: string | null;
  readonly severity: string;
  readonly fields?: {
    readonly birth_date: string;
    readonly appointed: string;
    readonly pppk_code: string | null;
    readonly sex: string;
    readonly serial: string;
    readonly masked_for_receipt: string;
  };
};
const file = JSON.parse(readFileSync(new URL("../vectors/nip.json", import.meta.url), "utf8")) as {
  readonly assumed_today: string;
  readonly vectors: readonly NipCase[];
};
const today = file.assumed_today;
const of = (severity: string) => file.vectors.filter((one) => one.severity.startsWith(severity));

describe("the NIP vectors", () => {
  test("are all of one of three severities", () => {
    expect(of("accept").length + of("warn").length + of("block").length).toBe(file.vectors.length);
    expect(file.vectors.length).toBeGreaterThan(20);
  });

  test.each(of("accept"))("$id is accepted", (vector) => {
    const parsed = parseNip(vector.input, today);
    expect(parsed).toEqual({
      ok: true,
      value: {
        nip: vector.normalised,
        kind: vector.kind,
        birthDate: vector.fields?.birth_date,
        appointed: vector.fields?.appointed,
        pppkCode: vector.fields?.pppk_code,
        sex: vector.fields?.sex,
        serial: vector.fields?.serial,
        warnings: [],
      },
    });
    expect(maskNip(vector.normalised ?? "")).toBe(vector.fields?.masked_for_receipt);
  });

  test.each(of("warn"))("$id is taken with a warning and the roster decides", (vector) => {
    const parsed = parseNip(vector.input, today);
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    expect(parsed.value.nip).toBe(vector.input);
    expect(parsed.value.kind).toBe(vector.kind);
    expect(parsed.value.warnings.length).toBeGreaterThan(0);
  });

  test.each(of("block"))("$id is refused", (vector) => {
    const code = vector.id === "bad-nik" ? "SCAN_NIK" : "NIP_MALFORMED";
    expect(parseNip(vector.input, today)).toEqual({ ok: false, code });
  });
});

describe("a NIP", () => {
  test.each([
    ["201503152025011991", "NIP_TOO_YOUNG"],
    ["198503152010211991", "NIP_PPPK_BEFORE_2019"],
    ["198503152027011991", "NIP_FUTURE_APPOINTMENT"],
    ["194601011970011991", "NIP_TOO_OLD"],
  ])("%s warns of %s", (text, warning) => {
    const parsed = parseNip(text, today);
    expect(parsed.ok && parsed.value.warnings).toEqual([warning]);
  });

  test("born after today or before 1945 is no NIP", () => {
    const refused = { ok: false, code: "NIP_MALFORMED" };
    expect(parseNip("202611232030011991", today)).toEqual(refused);
    expect(parseNip("194412312010011991", today)).toEqual(refused);
  });

  test("of the old kind, with nine digits, has its own code", () => {
    expect(parseNip("131234567", today)).toEqual({ ok: false, code: "SCAN_OLD_NIP" });
    expect(parseNip("NIP. 131 234 567", today)).toEqual({ ok: false, code: "SCAN_OLD_NIP" });
  });

  test("means the same however it is grouped and labelled", () => {
    const digits = "198503152010011991";
    const gap = fc.constantFrom("", " ", ".", "-", "\u00a0");
    const label = fc.constantFrom("", "NIP", "NIP.", "nip: ", "NI PPPK ", "NIPPPK:");
    fc.assert(
      fc.property(label, fc.array(gap, { minLength: 18, maxLength: 18 }), (prefix, gaps) => {
        const text = prefix + [...digits].map((digit, i) => digit + gaps[i]).join("");
        const parsed = parseNip(text, today);
        expect(parsed.ok && parsed.value.nip).toBe(digits);
      }),
    );
  });

  test("never throws on any text", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0123456789 .-\r\nNIP:") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
        const parsed = parseNip(text, today);
        if (parsed.ok) expect(parsed.value.nip).toMatch(/^[0-9]{18}$/);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("what a public screen shows", () => {
  test.each([
    ["Siti Aminah", "Siti A."],
    ["Dr. H. Ahmad Fauzi, S.Sos., M.Si.", "Ahmad F."],
    ["Hj Nur Hidayati", "Nur H."],
    ["Sutrisno", "Sutrisno"],
    ["  ", ""],
    ["H. ", "H."],
    ["Élodie élan", "Élodie É."],
  ])("%j is greeted as %j", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  test("is the last four digits at most", () => {
    expect(last4("198503152010011991")).toBe("1991");
    expect(maskNip("198503152010011991")).toBe("**************1991");
    expect(maskNip("12")).toBe("12");
  });
});
