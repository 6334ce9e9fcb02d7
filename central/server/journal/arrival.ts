import type { PushRequest } from "../../../shared/contract/sync.ts";
import { entryHash } from "../../../shared/domain/journal.ts";
import { sha256Hex } from "../keys/digest.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";

/** An entry as it came, with its place in the chain recomputed. */
export type Arrival = {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
  readonly receiptSignature: string | null;
  readonly private: string | null;
};
export type ReadArrival = Arrival & { readonly parsed: ParsedBody };

/** The entries of a push with their hashes, each over the one before. */
export function arrivalsOf(request: PushRequest): Arrival[] {
  let prevHash = request.prevHash;
  return request.entries.map(({ seq, body, signature, receiptSignature, private: text }) => {
    const hash = entryHash(sha256Hex, { tillId: request.tillId, seq, prevHash, body });
    const arrival = {
      seq,
      prevHash,
      hash,
      body,
      signature,
      receiptSignature: receiptSignature ?? null,
      private: text ?? null,
    };
    prevHash = hash;
    return arrival;
  });
}

/** Reads the body of an arrival. */
export function readArrival(arrival: Arrival): ReadArrival {
  return { ...arrival, parsed: parseBody(arrival.body) };
}
