import { receiptText } from "../../../shared/domain/journal.ts";
import { rawPublicKeyOf, signatureBytes } from "../keys/ed25519.ts";
import type { SignedItem } from "../keys/signed-item.ts";
import { verifyMany } from "../keys/verify-many.ts";
import type { ChainKey } from "../stores/held-key.ts";
import { certificateAt } from "../stores/till.ts";
import { type Arrival, type ReadArrival, readArrival } from "./arrival.ts";

/** What the signatures of one entry are worth. MISSING: the text is empty. */
export type SignatureCheck = {
  readonly signature: "VALID" | "INVALID" | "MISSING";
  readonly receipt: "VALID" | "INVALID" | "MISSING";
};

/** The checks of a batch by seq. */
export type SignatureChecks = ReadonlyMap<number, SignatureCheck>;

type Signed = Pick<ReadArrival, "seq" | "hash" | "signature" | "receiptSignature" | "parsed">;

/** So many entries are read before their signatures go to other threads. */
const READ_AT_ONCE = 100;

/** Checks both signatures of each entry, under the key in force at its seq. */
export async function checkSignatures(
  tillId: string,
  chainKeys: readonly ChainKey[],
  entries: readonly Signed[],
): Promise<SignatureCheck[]> {
  const keyAt = keysBySeq(chainKeys);
  const items: SignedItem[] = [];
  /** its worth, or where it stands among the items */
  const placed = (claim: Claim): SignatureCheck["signature"] | number => {
    if (claim.text === "") return "MISSING";
    const signature = signatureBytes(claim.text);
    const { key, message } = claim;
    if (key === null || message === null || signature === null) return "INVALID";
    return items.push({ key, message, signature }) - 1;
  };
  const claims = entries.map((entry) => {
    const key = keyAt(entry.seq);
    // The hash was computed here, so it is one.
    const message = Buffer.from(entry.hash, "hex");
    return {
      signature: placed({ key, message, text: entry.signature }),
      receipt: placed({
        key,
        message: signedReceipt(tillId, entry),
        text: entry.receiptSignature ?? "",
      }),
    };
  });
  const holds = await verifyMany(items);
  const worth = (place: SignatureCheck["signature"] | number): SignatureCheck["signature"] => {
    if (typeof place !== "number") return place;
    return holds[place] === true ? "VALID" : "INVALID";
  };
  return claims.map(({ signature, receipt }) => {
    return { signature: worth(signature), receipt: worth(receipt) };
  });
}

type Claim = {
  readonly key: Uint8Array | null;
  readonly message: Uint8Array | null;
  /** base64url, or "" */
  readonly text: string;
};

function keysBySeq(chainKeys: readonly ChainKey[]): (seq: number) => Uint8Array | null {
  const keys = new Map<string, Uint8Array | null>();
  return (seq) => {
    const publicKey = certificateAt(chainKeys, seq)?.publicKey ?? "";
    const known = keys.get(publicKey);
    if (known !== undefined) return known;
    const key = rawPublicKeyOf(publicKey);
    keys.set(publicKey, key);
    return key;
  };
}

/** The same, to be looked up by seq. */
export async function signatureChecks(
  tillId: string,
  chainKeys: readonly ChainKey[],
  entries: readonly Signed[],
): Promise<SignatureChecks> {
  return bySeq(entries, await checkSignatures(tillId, chainKeys, entries));
}

/** Reads arrivals here while other threads check the signatures of those read before. */
export function readAndCheck(
  tillId: string,
  chainKeys: readonly ChainKey[],
  arrivals: readonly Arrival[],
): { readonly entries: readonly ReadArrival[]; readonly checking: Promise<SignatureChecks> } {
  const entries: ReadArrival[] = [];
  const checking: Promise<SignatureCheck[]>[] = [];
  for (let from = 0; from < arrivals.length; from += READ_AT_ONCE) {
    const some = arrivals.slice(from, from + READ_AT_ONCE).map(readArrival);
    entries.push(...some);
    checking.push(checkSignatures(tillId, chainKeys, some));
  }
  const checks = Promise.all(checking).then((all) => bySeq(entries, all.flat()));
  // Whoever waits for them learns of it, however late.
  checks.catch(() => undefined);
  return { entries, checking: checks };
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

/** The receipt's bytes of a body that has a number and a total; null for one that has none. */
function signedReceipt(tillId: string, { seq, hash, parsed }: Signed): Uint8Array | null {
  if (parsed.state !== "READ") return null;
  const { number, at, total } = parsed.common;
  if (typeof number !== "string" || typeof total !== "number") return null;
  return Buffer.from(receiptText({ tillId, seq, hash, number, at, total }));
}
