import path from "node:path";
import Sqlite from "better-sqlite3";
import { KeyChangedBody } from "../../../shared/contract/till-bodies.ts";
import { entryHash, genesisHash, hashBytes } from "../../../shared/domain/journal.ts";
import { sha256Hex, verifyEd25519 } from "../keys/ed25519.ts";

/** Rows of a till's file, read beside the core that runs on it. */
export function readTill(dataDir: string, sql: string, ...values: unknown[]): unknown[] {
  const db = new Sqlite(path.join(dataDir, "till.db"), { readonly: true });
  try {
    return db.prepare(sql).all(...values);
  } finally {
    db.close();
  }
}

/** One number out of a till's file. */
export function countTill(dataDir: string, sql: string, ...values: unknown[]): number {
  const [row] = readTill(dataDir, sql, ...values) as Record<string, number>[];
  return Object.values(row ?? {})[0] ?? Number.NaN;
}

/**
 * The kinds of a till's entries in order, after its chain and every signature were checked: each
 * under the key that the changes before it lead to.
 */
export function soundJournal(dataDir: string, tillId: string, publicKey: string): string[] {
  const rows = readTill(dataDir, "SELECT * FROM journal ORDER BY seq") as {
    seq: number;
    kind: string;
    prev_hash: string;
    hash: string;
    signature: string;
    body: string;
  }[];
  let key = publicKey;
  let prevHash = genesisHash(sha256Hex, tillId);
  for (const [index, row] of rows.entries()) {
    const { body } = row;
    const hash = entryHash(sha256Hex, { tillId, seq: index + 1, prevHash, body });
    if (row.seq !== index + 1 || row.prev_hash !== prevHash || row.hash !== hash) {
      throw new Error(`the chain breaks at entry ${index + 1}`);
    }
    const signature = Buffer.from(row.signature, "base64url");
    if (row.signature !== "" && !verifyEd25519(key, hashBytes(hash), signature)) {
      throw new Error(`the signature of entry ${row.seq} does not hold`);
    }
    if (row.kind === "KEY_CHANGED") key = KeyChangedBody.parse(JSON.parse(body)).newPublicKey;
    prevHash = hash;
  }
  return rows.map(({ kind }) => kind);
}
