import type { KeyObject } from "node:crypto";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { receiptText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificateAt } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";

/** What the signatures of one entry are worth. MISSING: the text is empty. */
export type SignatureCheck = {
  readonly signature: "VALID" | "INVALID" | "MISSING";
  readonly receipt: "VALID" | "INVALID" | "MISSING";
};

/** The checks of a batch by seq. */
export type SignatureChecks = ReadonlyMap<number, SignatureCheck>;

type Signed = Pick<ReadArrival, "seq" | "hash" | "signature" | "receiptSignature" | "parsed">;

/** Checks both signatures of each entry off the main thread, under the key in force at its seq. */
export function checkSignatures(
  tillId: string,
  certificates: readonly Certificate[],
  entries: readonly Signed[],
): Promise<SignatureCheck[]> {
  const keys = new Map<string, KeyObject | null>();
  const keyAt = (seq: number): KeyObject | null => {
    const publicKey = certificateAt(certificates, seq)?.publicKey ?? "";
    const known = keys.get(publicKey);
    if (known !== undefined) return known;
    const key = publicKeyOf(publicKey);
    keys.set(publicKey, key);
    return key;
  };
  return Promise.all(entries.map((entry) => checkOne(tillId, keyAt(entry.seq), entry)));
}

/** The same, to be looked up by seq. */
export async function signatureChecks(
  tillId: string,
  certificates: readonly Certificate[],
  entries: readonly Signed[],
): Promise<SignatureChecks> {
  return bySeq(entries, await checkSignatures(tillId, certificates, entries));
}

/** What comes out when every signature there is holds, as it nearly always does. */
export function hopedChecks(entries: readonly Signed[]): SignatureChecks {
  const hoped = (signature: string | null) => ((signature ?? "") === "" ? "MISSING" : "VALID");
  const checks = entries.map(({ signature, receiptSignature }): SignatureCheck => {
    return { signature: hoped(signature), receipt: hoped(receiptSignature) };
  });
  return bySeq(entries, checks);
}

/** Whether both say the same of every entry. */
export function areSameChecks(left: SignatureChecks, right: SignatureChecks): boolean {
  return [...left].every(([seq, { signature, receipt }]) => {
    const other = right.get(seq);
    return other?.signature === signature && other.receipt === receipt;
  });
}

function bySeq(entries: readonly Signed[], checks: readonly SignatureCheck[]): SignatureChecks {
  return new Map(checks.map((check, index) => [entries[index]?.seq ?? 0, check]));
}

async function checkOne(
  tillId: string,
  key: KeyObject | null,
  entry: Signed,
): Promise<SignatureCheck> {
  // The hash was computed here, so it is one.
  const signature = worth(key, Buffer.from(entry.hash, "hex"), entry.signature);
  const receipt = worth(key, signedReceipt(tillId, entry), entry.receiptSignature ?? "");
  return { signature: await signature, receipt: await receipt };
}

function worth(
  key: KeyObject | null,
  message: string | Uint8Array | null,
  signature: string,
): SignatureCheck["signature"] | Promise<SignatureCheck["signature"]> {
  if (signature === "") return "MISSING";
  if (key === null || message === null) return "INVALID";
  return verifySignature(key, message, signature).then((isValid) =>
    isValid ? "VALID" : "INVALID",
  );
}

/** The receipt text of a body that has a number and a total; null for one that has none. */
function signedReceipt(tillId: string, { seq, hash, parsed }: Signed): string | null {
  if (parsed.state !== "READ") return null;
  const { number, at, total } = parsed.common;
  if (typeof number !== "string" || typeof total !== "number") return null;
  return receiptText({ tillId, seq, hash, number, at, total });
}
