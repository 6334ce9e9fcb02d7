import { z } from "zod";
import { ClockState, InstantText } from "../../../shared/contract/primitives.ts";
import type { Certificate } from "../../../shared/contract/sync.ts";
import { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { entryHash, genesisHash, hashBytes } from "../../../shared/domain/journal.ts";
import { instantMs } from "../../../shared/domain/period.ts";
import type { ReadDb } from "../db/database.ts";
import { eachEntry, type JournalRow, unsignedFrom } from "../db/stores/journal.ts";
import { sha256Hex, verifyEd25519 } from "../keys/ed25519.ts";
import { tiesKeys } from "../keys/tied-keys.ts";
import type { Findings } from "./finding.ts";

/** What every body has, as far as the chain needs it. */
const Head = z.looseObject({
  kind: z.string(),
  at: InstantText,
  clock: ClockState,
  fromSeq: z.int().optional(),
  toSeq: z.int().optional(),
});
type Head = z.infer<typeof Head>;

const CLOCK_KINDS = ["CLOCK_MOVED", "CLOCK_SET"];

export type ChainCheck = {
  readonly tillId: string;
  readonly certificates: readonly Certificate[];
  /** signatures up to here were checked before; 0: all are checked */
  readonly checkedThrough: number;
  readonly findings: Findings;
  /** called with each entry whose body can be read */
  readonly onBody?: (row: JournalRow, body: unknown) => void;
};

/** Where a chain ends that holds from its first entry on. */
export type ChainEnd = { readonly seq: number; readonly hash: string };

/** Follows the whole journal: places, hashes, signatures, clock. Gives its end. */
export function checkChain(db: ReadDb, check: ChainCheck): ChainEnd {
  const walk = new ChainWalk(check);
  for (const row of eachEntry(db)) walk.take(row);
  walk.end(unsignedFrom(db));
  return walk.place;
}

class ChainWalk {
  readonly #check: ChainCheck;
  #place: ChainEnd;
  /** from which entry on which key signs: the certificates, then each change that both keys signed */
  readonly #keys: { readonly fromSeq: number; readonly publicKey: string }[];
  #lastAt = Number.NEGATIVE_INFINITY;
  /** unsigned entries nobody vouched for yet */
  #unsignedFrom: number | null = null;

  constructor(check: ChainCheck) {
    this.#check = check;
    this.#keys = [...check.certificates];
    this.#place = { seq: 0, hash: genesisHash(sha256Hex, check.tillId) };
  }

  get place(): ChainEnd {
    return this.#place;
  }

  take(row: JournalRow): void {
    const { findings, tillId, onBody } = this.#check;
    const { seq, prevHash, hash, body } = row;
    if (seq !== this.#place.seq + 1) findings.add("CHAIN_GAP", seq, `${this.#place.seq + 1}`);
    else if (prevHash !== this.#place.hash) findings.add("CHAIN_BROKEN", seq);
    if (entryHash(sha256Hex, { tillId, seq, prevHash, body }) !== hash) {
      findings.add("CHAIN_HASH", seq);
    }
    const parsed = parse(body);
    const head = Head.safeParse(parsed);
    if (!head.success) findings.add("ENTRY_MALFORMED", seq);
    this.#signature(row, head.success ? head.data : null);
    if (row.kind === "KEY_CHANGED") this.#changeKey(row, parsed);
    if (head.success) this.#clock(row, head.data);
    onBody?.(row, parsed);
    this.#place = { seq, hash };
  }

  end(openFrom: number | null): void {
    const from = this.#unsignedFrom;
    if (from !== null && from !== openFrom) this.#check.findings.add("CHAIN_UNVOUCHED", from);
  }

  #clock(row: JournalRow, head: Head): void {
    const { findings } = this.#check;
    const at = instantMs(head.at);
    if (at !== row.at || head.kind !== row.kind) findings.add("ENTRY_ENVELOPE", row.seq);
    const mayFall = head.clock === "DOUBTFUL" || CLOCK_KINDS.includes(head.kind);
    if (at < this.#lastAt && !mayFall) findings.add("CLOCK_FALLS", row.seq, head.at);
    this.#lastAt = at;
  }

  #signature(row: JournalRow, head: Head | null): void {
    const { findings } = this.#check;
    const { seq, signature } = row;
    if (signature === "") {
      this.#unsignedFrom ??= seq;
      return;
    }
    const from = this.#unsignedFrom;
    if (from !== null) {
      const vouches =
        head?.kind === "SIGNER_RESTORED" && head.fromSeq === from && head.toSeq === seq - 1;
      if (!vouches) findings.add("CHAIN_UNVOUCHED", from);
      this.#unsignedFrom = null;
    }
    if (seq > this.#check.checkedThrough) this.#verify(row);
  }

  #changeKey({ seq, prevHash }: JournalRow, parsed: unknown): void {
    const { tillId, findings } = this.#check;
    const body = KeyChangedBody.safeParse(parsed);
    const old = this.#keyAt(seq);
    if (!body.success || old === undefined) return findings.add("KEY_CHANGE", seq);
    if (!tiesKeys(old, { tillId, seq, prevHash }, body.data)) findings.add("KEY_CHANGE", seq);
    this.#keys.push({ fromSeq: seq + 1, publicKey: body.data.newPublicKey });
  }

  #keyAt(seq: number): string | undefined {
    return this.#keys.findLast(({ fromSeq }) => fromSeq <= seq)?.publicKey;
  }

  #verify({ seq, hash, signature }: JournalRow): void {
    const { findings } = this.#check;
    const key = this.#keyAt(seq);
    if (key === undefined) findings.add("CHAIN_KEY", seq);
    else if (!verifyEd25519(key, bytesOf(hash), Buffer.from(signature, "base64url"))) {
      findings.add("CHAIN_SIGNATURE", seq);
    }
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function bytesOf(hash: string): Uint8Array {
  try {
    return hashBytes(hash);
  } catch {
    return new Uint8Array();
  }
}
