import path from "node:path";
import Sqlite from "better-sqlite3";
import { ReturnBody, SaleBody } from "../../shared/contract/journal-bodies.ts";
import { entryHash, genesisHash, hashBytes } from "../../shared/domain/journal.ts";
import { checkSaleSums } from "../../shared/domain/sale-sums.ts";
import { sha256Hex, verifyEd25519 } from "../../electron/core/keys/ed25519.ts";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";

type EntryRow = {
  seq: number;
  kind: string;
  prev_hash: string;
  hash: string;
  signature: string;
  body: string;
};

/** What a till's file holds, read by nothing of the core. */
export type TillAudit = {
  /** everything that does not hold, in words; empty when the file is sound */
  readonly faults: readonly string[];
  /** command id -> total, for each sale */
  readonly sales: ReadonlyMap<string, number>;
};

/** Checks a till's file from outside: integrity, chain, signatures, sums, and that sales are whole. */
export function auditTill(till: PreparedTill): TillAudit {
  const db = new Sqlite(path.join(till.dataDir, "till.db"), { readonly: true });
  try {
    const faults: string[] = [];
    const integrity = db.pragma("integrity_check", { simple: true });
    if (integrity !== "ok") faults.push(`integrity: ${String(integrity)}`);
    const orphans = db.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) faults.push(`${orphans.length} rows without their parent`);
    const entries = db.prepare("SELECT * FROM journal ORDER BY seq").all() as EntryRow[];
    faults.push(...chainFaults(entries, till));
    const bodies = entries
      .filter(({ kind }) => kind === "SALE")
      .map(({ body }) => SaleBody.parse(JSON.parse(body)));
    faults.push(...saleFaults(db, bodies), ...numberFaults(db, entries));
    return { faults, sales: new Map(bodies.map(({ commandId, total }) => [commandId, total])) };
  } finally {
    db.close();
  }
}

function chainFaults(entries: readonly EntryRow[], till: PreparedTill): string[] {
  const faults: string[] = [];
  let prevHash = genesisHash(sha256Hex, till.tillId);
  for (const [index, { seq, prev_hash, hash, body, signature }] of entries.entries()) {
    if (seq !== index + 1) faults.push(`entry ${seq} stands at place ${index + 1}`);
    if (prev_hash !== prevHash) faults.push(`entry ${seq} does not follow the one before`);
    if (entryHash(sha256Hex, { tillId: till.tillId, seq, prevHash, body }) !== hash) {
      faults.push(`entry ${seq} has another hash`);
    }
    if (!verifyEd25519(till.publicKey, hashBytes(hash), Buffer.from(signature, "base64url"))) {
      faults.push(`entry ${seq} is not signed by the till`);
    }
    prevHash = hash;
  }
  return faults;
}

function saleFaults(db: Sqlite.Database, bodies: readonly SaleBody[]): string[] {
  const faults: string[] = [];
  let turnover = 0;
  for (const body of bodies) {
    const { saleId, number, total } = body;
    turnover += total;
    if (body.turnover !== turnover) faults.push(`${number}: turnover ${body.turnover}`);
    if (!checkSaleSums(body).ok) faults.push(`${number}: sums`);
    const kept = db
      .prepare(
        `SELECT (SELECT total FROM sale WHERE sale_id = @saleId) AS total,
           (SELECT sum(net) FROM sale_line WHERE sale_id = @saleId) AS lines,
           (SELECT count(*) FROM stock_movement m JOIN sale s ON s.seq = m.seq
             WHERE s.sale_id = @saleId) AS movements,
           (SELECT sum(amount) - @change FROM tender WHERE sale_id = @saleId) AS paid,
           (SELECT count(*) FROM print_job
             WHERE document_kind = 'SALE' AND document_ref = @saleId) AS receipts`,
      )
      .get({ saleId, change: body.change });
    const whole = { total, lines: total, movements: body.lines.length, paid: total, receipts: 1 };
    if (JSON.stringify(kept) !== JSON.stringify(whole)) faults.push(`${number} is not whole`);
  }
  const sales = db.prepare("SELECT count(*) FROM sale").pluck().get() as number;
  if (sales !== bodies.length) faults.push(`${sales} sales, ${bodies.length} in the journal`);
  return faults;
}

/** Sales and returns draw their numbers from one counter, without a gap. */
function numberFaults(db: Sqlite.Database, entries: readonly EntryRow[]): string[] {
  const faults: string[] = [];
  const numbers = entries.flatMap(({ kind, body }) => {
    if (kind === "SALE") return [SaleBody.parse(JSON.parse(body)).number];
    return kind === "RETURN" ? [ReturnBody.parse(JSON.parse(body)).number] : [];
  });
  for (const [index, number] of numbers.entries()) {
    if (!number.endsWith(`-${String(index + 1).padStart(6, "0")}`)) faults.push(`${number}: gap`);
  }
  const receipt = db.prepare("SELECT receipt FROM counter").pluck().get() as number;
  if (receipt !== numbers.length) faults.push(`the receipt counter stands at ${receipt}`);
  return faults;
}
