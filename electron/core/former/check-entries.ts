import { z } from "zod";
import type { FormerEntry } from "../../../shared/contract/former-till.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { entryHash, genesisHash, hashBytes } from "../../../shared/domain/journal.ts";
import { base64urlDecode } from "../../../shared/domain/text.ts";
import { sha256Hex, verifyEd25519 } from "../keys/ed25519.ts";

/** The entry that is to come next, from the newest to the first; seq 0: there is none. */
export type Next = {
  readonly seq: number;
  readonly hash: string;
  /** entries without a signature from here on are vouched for */
  readonly vouchedFrom: number | null;
};

export type EntryFault = {
  readonly code: "GAP" | "HASH" | "SIGNATURE" | "UNVOUCHED" | "CERTIFICATE" | "HEAD";
  readonly seq: number;
};
export type Checked =
  | { readonly ok: true; readonly next: Next }
  | { readonly ok: false; readonly fault: EntryFault };

/** A key that was found to sign a chain from one of its entries on. */
export type ChainKey = Pick<Certificate, "fromSeq" | "publicKey">;

/** Whose chain it is, and its keys, the oldest first. */
export type FormerChain = {
  readonly tillId: string;
  readonly keys: readonly ChainKey[];
};

const Range = z.looseObject({
  kind: z.literal("SIGNER_RESTORED"),
  fromSeq: z.int(),
  toSeq: z.int(),
});

/** Follows a chain downwards from what vouches for its end: places, hashes and signatures. */
export function checkEntries(
  chain: FormerChain,
  from: Next,
  entries: readonly FormerEntry[],
): Checked {
  let next = from;
  for (const entry of entries) {
    const code = faultOf(chain, next, entry);
    if (code !== null) return { ok: false, fault: { code, seq: next.seq } };
    const { seq, prevHash } = entry;
    next = { seq: seq - 1, hash: prevHash, vouchedFrom: vouchedFrom(next, entry) };
  }
  const isTorn = next.seq === 0 && next.hash !== genesisHash(sha256Hex, chain.tillId);
  return isTorn ? { ok: false, fault: { code: "HASH", seq: 1 } } : { ok: true, next };
}

function faultOf(chain: FormerChain, next: Next, entry: FormerEntry): EntryFault["code"] | null {
  const { tillId, keys } = chain;
  const { seq, prevHash, hash, body, signature } = entry;
  if (seq !== next.seq) return "GAP";
  if (hash !== next.hash || entryHash(sha256Hex, { tillId, seq, prevHash, body }) !== hash) {
    return "HASH";
  }
  if (signature === "") {
    return next.vouchedFrom !== null && seq >= next.vouchedFrom ? null : "UNVOUCHED";
  }
  const key = keys.findLast(({ fromSeq }) => fromSeq <= seq)?.publicKey;
  if (key === undefined) return "CERTIFICATE";
  const bytes = base64urlDecode(signature);
  return bytes !== null && verifyEd25519(key, hashBytes(hash), bytes) ? null : "SIGNATURE";
}

/** A signed SIGNER_RESTORED vouches for the unsigned entries right before it. */
function vouchedFrom(next: Next, { seq, body, signature }: FormerEntry): number | null {
  if (signature === "") return next.vouchedFrom;
  if (!body.includes("SIGNER_RESTORED")) return null;
  const range = Range.safeParse(JSON.parse(body));
  return range.success && range.data.toSeq === seq - 1 ? range.data.fromSeq : null;
}
