import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_PREFIX, encodeCard } from "../../shared/domain/card.ts";
import { encodeReceiptLink, receiptUrl } from "../../shared/domain/receipt-link.ts";
import { crc16 } from "../../shared/domain/qris.ts";
import { readArguments } from "./arguments.ts";
import { INSPECT_KINDS, inspectLine } from "./inspect-line.ts";
import { linesOf } from "./lines-of.ts";

fc.configureGlobal({ seed: 20_261_125 });

type Case = { readonly id: string; readonly payload: string };
type NipCase = {
  readonly input: string;
  readonly normalised: string | null;
  readonly severity: string;
};
const vectors = <T>(name: string): readonly T[] => {
  const path = new URL(`../../shared/vectors/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly vectors: readonly T[] }).vectors;
};
const codes = vectors<Case>("qris");
const numbers = vectors<NipCase>("nip");
const qrisOf = (id: string): string => codes.find((one) => one.id === id)?.payload ?? "";
const options = { today: "2026-11-22", amount: null };
const card = encodeCard(
  {
    version: 1,
    keyId: 1,
    personId: "019a41c2-7c00-7000-8000-000000000150",
    serial: 7_001,
    expires: 21_183,
  },
  new Uint8Array(64).fill(7),
);
const fields = {
  tillId: "019a41c2-7c00-7000-8000-000000000001",
  seq: 12,
  hash: "ab".repeat(32),
  number: "KB-01-261122-000123",
  at: "2026-11-22T03:00:00.000Z",
  total: 85_000,
};
const address = receiptUrl(
  "https://pusat.contoh.invalid",
  encodeReceiptLink(fields, new Uint8Array(64).fill(9)),
);

describe("inspect", () => {
  test("takes, warns of and refuses each NIP of the vectors as the till does", () => {
    for (const { input, normalised, severity } of numbers) {
      const answer = inspectLine("nip", input, options);
      if (severity.startsWith("block")) {
        expect(answer).toEqual({
          ok: false,
          code: expect.any(String),
          message: expect.any(String),
        });
      } else {
        expect(answer).toMatchObject({ ok: true, nip: normalised ?? input });
        expect(answer["warnings"]).toHaveLength(severity.startsWith("warn") ? 1 : 0);
      }
    }
  });

  test("names what a wrong scan is instead of a NIP", () => {
    const codeOf = (text: string): unknown => inspectLine("nip", text, options)["code"];
    expect(codeOf("3513010101010001")).toBe("SCAN_NIK");
    expect(codeOf(qrisOf("syn-static-01"))).toBe("SCAN_PAYMENT_CODE");
    expect(codeOf("https://contoh.invalid/kartu")).toBe("SCAN_URL");
    expect(codeOf("bukan nomor")).toBe("NIP_MALFORMED");
  });

  test("converts a payment code with an amount, or says why not", () => {
    const at = (id: string, amount: string | null) =>
      inspectLine("qris", qrisOf(id), { ...options, amount });
    const dynamic = qrisOf("syn-dynamic-75000");
    expect(at("syn-static-01", null)).not.toHaveProperty("dynamic");
    expect(at("syn-static-01", "75000")).toMatchObject({ ok: true, dynamic });
    expect(at("syn-static-01", "75.000")).toMatchObject({ dynamic });
    expect(at("syn-static-01", "10000001")).toMatchObject({
      ok: true,
      dynamic: null,
      refused: { code: "QRIS_CEILING" },
    });
    expect(at("neg-static-with-no-tag51", "75000")).toMatchObject({
      ok: true,
      warnings: ["NO_NMID"],
      refused: { code: "QRIS_NO_NMID" },
    });
    expect(at("syn-static-01", "-1")).toMatchObject({ refused: { code: "AMOUNT_MALFORMED" } });
    expect(at("neg-crc-one-digit-off", "75000")).toMatchObject({ ok: false, code: "QRIS_CRC" });
  });

  test("reads a card and a receipt's address", () => {
    expect(inspectLine("card", card.toLowerCase(), options)).toMatchObject({
      ok: true,
      serial: 7_001,
      expiresOn: "2027-12-31",
    });
    expect(inspectLine("receipt", address, options)).toMatchObject({ ok: true, ...fields });
    expect(inspectLine("card", address, options)).toMatchObject({ code: "CARD_MALFORMED" });
    expect(inspectLine("receipt", card, options)).toMatchObject({ code: "LINK_MALFORMED" });
  });

  test("understands its arguments or says how it is called", () => {
    const now = Date.parse("2026-11-24T18:00:00.000Z");
    expect(readArguments(["qris", "--amount", "5000"], now)).toEqual({
      kind: "qris",
      options: { today: "2026-11-25", amount: "5000" },
    });
    const wrong = [[], ["x"], ["nip", "card"], ["nip", "--amount", "1"], ["qris", "--amount"]];
    for (const argv of [...wrong, ["nip", "--today", "2026-13-01"]]) {
      expect(readArguments(argv, now)).toBeNull();
    }
  });

  test("answers 100,000 random and mutated lines, each with a verdict", { timeout: 90_000 }, () => {
    const samples = [...codes.map(({ payload }) => payload), card, address].concat(
      numbers.map(({ input }) => input),
    );
    const mutated = fc
      .tuple(fc.constantFrom(...samples), fc.nat(), fc.string({ unit: "binary", maxLength: 3 }))
      .map(([sample, place, put]) => {
        const at = place % sample.length;
        return sample.slice(0, at) + put + sample.slice(at + (place % 3));
      });
    const summed = fc.string({ maxLength: 60 }).map((text) => {
      const body = `000201${text}6304`;
      return body + crc16(body);
    });
    const cards = fc.stringMatching(/^[A-Za-z2-7]{144}$/).map((text) => CARD_PREFIX + text);
    const lines = fc.oneof(mutated, fc.string({ unit: "binary" }), summed, cards);
    let answered = 0;
    for (const line of fc.sample(lines, 25_000)) {
      for (const kind of INSPECT_KINDS) {
        const { ok } = inspectLine(kind, line, { today: "2026-11-22", amount: "75000" });
        if (typeof ok === "boolean") answered += 1;
      }
    }
    expect(answered).toBe(100_000);
  });

  test("ends a line at LF or CRLF alone, wherever the pieces were cut", async () => {
    const pieces = ["a\rb\u2028", "c\r", "\n\nd", "\ne"];
    const lines: string[] = [];
    for await (const line of linesOf(Readable.from(pieces))) lines.push(line);
    expect(lines).toEqual(["a\rb\u2028c", "", "d", "e"]);
  });

  test("answers more than 1,000 lines a second, one JSON for each", { timeout: 60_000 }, () => {
    const root = join(import.meta.dirname, "..", "..");
    const input = `${Array.from({ length: 5_000 }, () => qrisOf("syn-static-01")).join("\n")}\n`;
    const main = join(root, "scripts", "inspect", "main.ts");
    const args = [main, "qris", "--amount", "75000"];
    const startedMs = performance.now();
    const run = spawnSync(process.execPath, args, { input, encoding: "utf8", maxBuffer: 2 ** 26 });
    const seconds = (performance.now() - startedMs) / 1_000;
    const answers = run.stdout.trimEnd().split("\n");
    expect(answers).toHaveLength(5_000);
    expect(answers.every((answer) => JSON.parse(answer).ok === true)).toBe(true);
    expect(run.status).toBe(0);
    expect(answers.length / seconds).toBeGreaterThan(1_000);
  });
});
