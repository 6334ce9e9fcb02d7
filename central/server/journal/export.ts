import type { Transaction } from "../database/database.ts";
import { allCentreKeys } from "../stores/centre-key.ts";
import { entriesAfter, type StoredEntry } from "../stores/entry-view.ts";
import { allCountersigned } from "../stores/head.ts";
import { rootOf } from "../stores/regency.ts";
import { certificatesOf } from "../stores/till.ts";
import { looseJson } from "./parse-body.ts";

const PAGE = 1_000;

/**
 * The whole journal of a regency as JSON Lines, without line ends: keys and certificates, then each
 * till's entries in order and its countersigned heads after them. Run it in one snapshot.
 */
export async function* exportLines(
  tx: Transaction,
  regencyId: string,
): AsyncGenerator<string, void, void> {
  const certificates = await certificatesOf(tx, regencyId, null);
  yield JSON.stringify({
    format: "belabeli-journal/1",
    root: { publicKey: await rootOf(tx, regencyId) },
    centreKeys: await allCentreKeys(tx, regencyId),
    certificates,
  });
  for (const tillId of new Set(certificates.map((certificate) => certificate.tillId))) {
    yield* entryLines(tx, { regencyId, tillId });
    const heads = await allCountersigned(tx, { regencyId, tillId });
    yield* heads.map((head) => JSON.stringify({ head }));
  }
}

async function* entryLines(
  tx: Transaction,
  till: { readonly regencyId: string; readonly tillId: string },
): AsyncGenerator<string, void, void> {
  for (let seq = 0; ; ) {
    const page = await entriesAfter(tx, till, { seq, limit: PAGE });
    yield* page.map(entryLine);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    seq = last.seq;
  }
}

/** One entry in the order of keys that the format shows; `at` and `kind` repeat the body's. */
function entryLine(entry: StoredEntry): string {
  const { at, kind } = envelopeOf(entry.body);
  return JSON.stringify({
    tillId: entry.tillId,
    seq: entry.seq,
    at,
    kind,
    prevHash: entry.prevHash,
    hash: entry.hash,
    signature: entry.signature,
    ...(entry.receiptSignature === null ? {} : { receiptSignature: entry.receiptSignature }),
    body: entry.body,
    ...(entry.private === null ? {} : { private: entry.private }),
  });
}

/** An entry that could not be read is exported too; what its body lacks stays empty. */
function envelopeOf(body: string): { at: string; kind: string } {
  const value = looseJson(body);
  const field = (name: string) => {
    const found: unknown =
      typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
    return typeof found === "string" ? found : "";
  };
  return { at: field("at"), kind: field("kind") };
}
