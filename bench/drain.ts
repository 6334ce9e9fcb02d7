import { generateKeyPairSync, sign, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { connectDatabase } from "../electron/core/db/open.ts";
import { readKeys } from "../electron/core/keys/key-file.ts";
import { createCentreClient } from "../electron/core/sync/centre-client.ts";
import { nextBatch, pushRequest } from "../electron/core/sync/outbox.ts";
import { plainSealBox } from "../electron/core/system.ts";
import { type DrainStage, openDrainStage } from "./draining-till.ts";
import type { MetricSpec } from "./metric.ts";

const SALES = 30_000;
const BATCH = 500;
const FAR_MS = 150;
const VERIFY_MS = 1_500;
/** Of four lines each, so many rows a sale at the centre. */
const TABLES = ["journal_entry", "sale", "sale_line", "tender"] as const;

/** Sales a second from a till's backlog into the centre's durable tables, every check on. */
export const drainPerSecond: MetricSpec = {
  name: "drain_0ms_per_s",
  unit: "per_s",
  bar: 5_000,
  better: "higher",
  rounds: 3,
  open: (log) => onStage((stage) => drainRate(stage, log)),
};

/** That rate against how many Ed25519 signatures one core verifies; each sale carries two. */
export const drainVsVerify: MetricSpec = {
  name: "drain_vs_verify",
  unit: "ratio",
  bar: 0.5,
  better: "higher",
  rounds: 3,
  open: (log) => onStage(async (stage) => (await drainRate(stage, log)) / verifyRate(log)),
};

/** The rate with 150 ms between question and answer, against the rate beside the centre. */
export const drainFarVsNear: MetricSpec = {
  name: "drain_150ms_vs_0ms",
  unit: "ratio",
  bar: 0.5,
  better: "higher",
  rounds: 3,
  open: (log) =>
    onStage(async (stage) => {
      const near = await drainRate(stage, log);
      return (await drainRate(stage, log, FAR_MS)) / near;
    }),
};

/** The rate against PostgreSQL's own COPY of the same rows into tables of the same make. */
export const ingestVsCopy: MetricSpec = {
  name: "ingest_vs_copy",
  unit: "ratio",
  bar: 0.12,
  better: "higher",
  rounds: 3,
  open: (log) =>
    onStage(async (stage) => {
      const rate = await drainRate(stage, log);
      return rate / (await copyRate(stage, log));
    }),
};

/** Bytes on the wire of a sale of four lines, in compressed batches of 500. */
export const wireBytes: MetricSpec = {
  name: "wire_bytes_per_sale",
  unit: "bytes",
  bar: 400,
  better: "lower",
  rounds: 1,
  open: () => onStage(bytesOfASale),
};

async function onStage(round: (stage: DrainStage) => Promise<number>) {
  const stage = await openDrainStage();
  return { round: () => round(stage), close: stage.close };
}

async function drainRate(
  stage: DrainStage,
  log: (line: string) => void,
  delayMs = 0,
): Promise<number> {
  const till = await stage.tillWith(SALES);
  till.line.delay(delayMs);
  const seconds = await stage.drain(till);
  await till.close();
  log(`  ${SALES} sales in ${seconds.toFixed(1)} s at ${delayMs} ms`);
  return SALES / seconds;
}

function verifyRate(log: (line: string) => void): number {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const message = Buffer.alloc(32, 7);
  const signature = sign(null, message, privateKey);
  const from = performance.now();
  let count = 0;
  while (performance.now() - from < VERIFY_MS) {
    for (let each = 0; each < 100; each += 1) verify(null, message, publicKey, signature);
    count += 100;
  }
  const rate = (count * 1_000) / (performance.now() - from);
  log(`  one core verifies ${rate.toFixed(0)} signatures a second`);
  return rate;
}

/** What the newest till brought is copied out and, timed, into empty tables of the same make. */
async function copyRate({ database }: DrainStage, log: (line: string) => void): Promise<number> {
  let seconds = 0;
  for (const table of TABLES) {
    const file = path.join(tmpdir(), `bela-beli-copy-${process.pid}-${table}`);
    const [newest] = await database.query<{ id: string }>(
      "select till_id as id from till order by enrolled_at desc limit 1",
    );
    const own = `select t.* from ${table} t ${sourceOf(table)} where s.till_id = '${newest?.id}'`;
    await database.query(`copy (${own}) to '${file}'`);
    await database.query(`create table copy_of_it (like ${table} including all)`);
    const from = performance.now();
    await database.query(`copy copy_of_it from '${file}'`);
    seconds += (performance.now() - from) / 1_000;
    await database.query("drop table copy_of_it");
  }
  log(`  COPY takes ${seconds.toFixed(2)} s for the same rows`);
  return SALES / seconds;
}

function sourceOf(table: (typeof TABLES)[number]): string {
  const isKeyed = table === "journal_entry" || table === "sale";
  const source = isKeyed ? table : "sale";
  const key = table === "journal_entry" ? "(regency_id, till_id, seq)" : "(regency_id, sale_id)";
  return `join ${source} s using ${key}`;
}

async function bytesOfASale(stage: DrainStage): Promise<number> {
  const till = await stage.tillWith(2 * BATCH);
  const db = connectDatabase(path.join(till.folder, "till.db"));
  const { dataKey } = await readKeys(till.folder, plainSealBox);
  const batch = nextBatch(db, dataKey, { afterSeq: 0, size: BATCH });
  db.close();
  const bytes = await sentBytes(pushRequest("00000000-0000-7000-8000-000000000001", batch));
  return bytes / batch.length;
}

/** What the till's own client sends for it: body and headers of one request. */
async function sentBytes(input: unknown): Promise<number> {
  let bytes = 0;
  const server = createServer((request, response) => {
    bytes += request.rawHeaders.join("").length;
    request.on("data", (chunk: Buffer) => (bytes += chunk.length));
    request.on("end", () => response.end("{}"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = createCentreClient({ centreUrl: `http://127.0.0.1:${port}`, timeoutMs: 5_000 });
  const call = { procedure: "till.push", input, answer: z.unknown() };
  await client.call(call).catch(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  return bytes;
}
