import type { KeyObject } from "node:crypto";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { hashBytes, receiptText } from "../../../shared/domain/journal.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { certificateAt } from "../stores/till.ts";
import type { ReadArrival } from "./arrival.ts";

/** What the signatures of one entry are worth. MISSING: the text is empty. */
export type SignatureCheck = {
  readonly signature: "VALID" | "INVALID" | "MISSING";
  readonly receipt: "VALID" | "INVALID" | "MISSING";
};

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

async function checkOne(
  tillId: string,
  key: KeyObject | null,
  entry: Signed,
): Promise<SignatureCheck> {
  const [signature, receipt] = await Promise.all([
    worth(key, hashBytes(entry.hash), entry.signature),
    worth(key, signedReceipt(tillId, entry), entry.receiptSignature ?? ""),
  ]);
  return { signature, receipt };
}

async function worth(
  key: KeyObject | null,
  message: string | Uint8Array | null,
  signature: string,
): Promise<SignatureCheck["signature"]> {
  if (signature === "") return "MISSING";
  if (key === null || message === null) return "INVALID";
  return (await verifySignature(key, message, signature)) ? "VALID" : "INVALID";
}

/** The receipt text of a body that has a number and a total; null for one that has none. */
function signedReceipt(tillId: string, { seq, hash, parsed }: Signed): string | null {
  if (parsed.state !== "READ") return null;
  const { number, at, total } = parsed.common;
  if (typeof number !== "string" || typeof total !== "number") return null;
  return receiptText({ tillId, seq, hash, number, at, total });
}
