import { generateKeyPairSync, sign } from "node:crypto";
import { beforeEach, describe, expect, it, test } from "vitest";
import type { FormerEntry } from "../../../shared/contract/former-till.ts";
import { entryHash, genesisHash, hashBytes } from "../../../shared/domain/journal.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { newId } from "../testing/test-core.ts";
import { checkEntries, type Next } from "./check-entries.ts";

const tillId = newId();
const keys = generateKeyPairSync("ed25519");
const publicKey = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");
const chain = { tillId, keys: [{ fromSeq: 1, publicKey }] };
let entries: FormerEntry[];
let top: Next;

/** Five entries, of which the second and third were written while the key was away. */
beforeEach(() => {
  entries = [];
  write({ kind: "TILL_STARTED" });
  write({ kind: "CASH_MOVED", amount: 1 }, false);
  write({ kind: "CASH_MOVED", amount: 2 }, false);
  write({ kind: "SIGNER_RESTORED", fromSeq: 2, toSeq: 3 });
  write({ kind: "CASH_MOVED", amount: 3 });
  entries.reverse();
  top = { seq: 5, hash: entries[0]?.hash ?? "", vouchedFrom: null };
});

function write(value: object, signed = true): void {
  const seq = entries.length + 1;
  const prevHash = entries.at(-1)?.hash ?? genesisHash(sha256Hex, tillId);
  const body = JSON.stringify(value);
  const hash = entryHash(sha256Hex, { tillId, seq, prevHash, body });
  const bytes = sign(null, hashBytes(hash), keys.privateKey);
  const signature = signed ? bytes.toString("base64url") : "";
  entries.push({ seq, prevHash, hash, body, signature, receiptSignature: null });
}

test("a sound chain comes down to its first entry, in one page or in many", () => {
  expect(checkEntries(chain, top, entries)).toMatchObject({ ok: true, next: { seq: 0 } });
  let next = top;
  for (const entry of entries) {
    const checked = checkEntries(chain, next, [entry]);
    if (!checked.ok) throw new Error(checked.fault.code);
    next = checked.next;
  }
  expect(next.seq).toBe(0);
});

describe("refused, and named by code and place, is", () => {
  const change = (index: number, fields: Partial<FormerEntry>) =>
    entries.with(index, { ...(entries[index] as FormerEntry), ...fields });
  it.each([
    ["a body that was changed", () => change(0, { body: '{"amount":9}' }), "HASH", 5],
    ["an entry left out", () => entries.toSpliced(1, 1), "GAP", 4],
    ["another signature", () => change(0, { signature: "A".repeat(86) }), "SIGNATURE", 5],
    ["a signature taken away", () => change(0, { signature: "" }), "UNVOUCHED", 5],
    ["another end than the one vouched for", () => entries.slice(1), "GAP", 5],
  ])("%s", (_, spoiled, code, seq) => {
    expect(checkEntries(chain, top, spoiled())).toEqual({ ok: false, fault: { code, seq } });
  });

  it("a chain under no certificate of that till, and one that begins nowhere", () => {
    const nobody = { tillId, keys: [] };
    expect(checkEntries(nobody, top, entries)).toMatchObject({ fault: { code: "CERTIFICATE" } });
    const other = { ...chain, tillId: newId() };
    expect(checkEntries(other, top, entries)).toMatchObject({ fault: { code: "HASH", seq: 5 } });
  });
});
