import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAX_PUSH_BYTES } from "../../../shared/contract/sync.ts";
import { startTestCentre, type TestCentre } from "../testing/test-centre.ts";
import { newId, type TestTill } from "../testing/test-till.ts";
import { TillShift } from "../testing/till-shift.ts";

const NOON = Date.parse("2026-11-20T05:00:00.000Z");
let nowMs = NOON;
let centre: TestCentre;
let till: TestTill;

beforeAll(async () => {
  centre = await startTestCentre({ clock: { wallMs: () => nowMs } });
  till = await centre.enrolTill();
  new TillShift(till, { startMs: NOON, tillCode: "01" }).sell();
}, 120_000);
afterAll(() => centre.close());

let tillId = "";
beforeEach(async () => {
  nowMs = NOON;
  tillId ||= till.tillId;
  till.tillId = tillId;
  await till.hello();
});

describe("a request", () => {
  const body = () => JSON.stringify(till.pushRequest());

  test("packed with gzip or zstd is signed over the bytes as sent", async () => {
    const gzip = { "content-encoding": "gzip" };
    const zstd = { "content-encoding": "zstd" };
    expect(await till.request("till.push", gzipSync(body()), gzip)).toMatchObject({ status: 200 });
    expect(await till.request("till.push", zstdCompressSync(body()), zstd)).toMatchObject({
      status: 200,
    });
  });
  test("with a wrong signature is refused", async () => {
    const signature = { "x-belabeli-signature": till.sign("something else") };
    expect(await till.request("till.push", body(), signature)).toMatchObject({
      status: 401,
      code: "REQUEST_SIGNATURE",
    });
  });
  test("without a signature is refused", async () => {
    const answer = await till.request("till.push", body(), { "x-belabeli-signature": "" });
    expect(answer).toMatchObject({ status: 401, code: "REQUEST_SIGNATURE" });
  });
  test("with an expired nonce is refused", async () => {
    nowMs = NOON + 10 * 60_000;
    expect(await till.request("till.push", body())).toMatchObject({
      status: 401,
      code: "NONCE_EXPIRED",
    });
  });
  test("with a nonce of another till is refused", async () => {
    const other = await centre.enrolTill({ tillCode: "02" });
    await other.hello();
    till.nonce = other.nonce;
    expect(await till.request("till.push", body())).toMatchObject({ code: "NONCE_EXPIRED" });
  });
  test("of an unknown till is refused", async () => {
    till.tillId = newId();
    expect(await till.request("till.push", body())).toMatchObject({
      status: 401,
      code: "TILL_UNKNOWN",
    });
  });
  test("for another till than the one that signed is refused", async () => {
    const request = { ...till.pushRequest(), tillId: newId() };
    expect(await till.request("till.push", JSON.stringify(request))).toMatchObject({
      code: "REQUEST_SIGNATURE",
    });
  });
  test("of 10 MB is refused", async () => {
    const answer = await till.request("till.push", Buffer.alloc(10_000_000, 0x20));
    expect(answer).toMatchObject({ status: 413, code: "BODY_TOO_LARGE" });
  });
  test("that unpacks to far more than it weighs is refused", async () => {
    const bomb = Buffer.alloc(50 * MAX_PUSH_BYTES, 0x20);
    for (const [encoding, packed] of [
      ["gzip", gzipSync(bomb)],
      ["zstd", zstdCompressSync(bomb)],
    ] as const) {
      const answer = await till.request("till.push", packed, { "content-encoding": encoding });
      expect(answer).toMatchObject({ status: 413, code: "BODY_TOO_LARGE" });
    }
  });
  test("that cannot be unpacked, or is no JSON, is refused without a word of why", async () => {
    const packed = await till.request("till.push", "no gzip", { "content-encoding": "gzip" });
    expect(packed).toMatchObject({ status: 400, code: "BAD_INPUT" });
    const plain = await till.request("till.push", "{");
    expect(plain).toMatchObject({ status: 400, code: "BAD_INPUT" });
    expect(`${packed.text}${plain.text}`).not.toMatch(/stack|node_modules|Unexpected|select/i);
  });
});
