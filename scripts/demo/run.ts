import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEMO_SEED, generateDemo } from "../../central/server/demo/generate.ts";
import { ROOT } from "../../e2e/support/till-app.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { buildIfStale } from "../build/build-all.ts";
import { ensurePackages } from "../system/debian-packages.ts";
import { openAlbum } from "./album.ts";
import { type CentreVisit, photographCentre } from "./centre-pages.ts";
import { readCentreFacts } from "./centre-facts.ts";
import { goodsOf } from "./goods.ts";
import { createPlayer, type Lap } from "./play.ts";
import { drawReceipts, receiptUrl } from "./receipts.ts";
import { type DemoReport, discrepancies, type SaleReport } from "./report.ts";
import {
  openTill,
  type Scene,
  sellByCamera,
  sellByTouch,
  sellToPublic,
  sellWithoutCentre,
  sellWithoutPrinter,
} from "./sales.ts";
import { onStage, type Stage } from "./stage.ts";
import { copyTillFile, readTillFacts, type TillFacts } from "./till-facts.ts";

/*
 * npm run demo -- --out DIR
 * The main job unattended: real windows, core, PostgreSQL and a printer on loopback; seven sales of
 * five kinds. Leaves pictures, receipts, journal.jsonl, till.db and demo.json in DIR, and ends with
 * 1 and a plain sentence when anything does not add up.
 */
const SALES = 7;
const ACTS = [
  openTill,
  sellByCamera,
  sellByTouch,
  sellToPublic,
  sellWithoutPrinter,
  sellWithoutCentre,
];

async function playDemo(stage: Stage, out: string): Promise<string[]> {
  const startedMs = Date.now();
  const demo = generateDemo(DEMO_SEED, periodOf(startedMs));
  const album = openAlbum(out, stage.till);
  const player = createPlayer(stage.till.cashier, album);
  const scene: Scene = { stage, album, player, demo, goods: goodsOf(demo) };
  for (const act of ACTS) {
    say(`… ${act.name}`);
    await act(scene).catch(async (error: unknown) => {
      await album.take("gagal");
      throw error;
    });
  }
  const electron = await stage.till.app.evaluate(() => process.versions["electron"] ?? "");
  await stage.till.close();
  const till = await keepTillFile(stage, out);
  const journal = await exportJournal(stage, out);
  const facts = await readCentreFacts(stage.admin, {
    startedMs,
    nowMs: Date.now(),
    buyers: till.sales.flatMap((sale) => sale.person_id ?? []),
  });
  const report: DemoReport = {
    electron,
    node: process.versions.node,
    sales: saleReports(till, player.laps),
    centre: { entries: journal.entries, ...facts },
    till: till.totals,
  };
  await writeFile(join(out, "demo.json"), `${JSON.stringify(report, null, 2)}\n`);
  const numbers = report.sales.map((sale) => sale.number);
  const receipts = await drawReceipts(stage.printer.jobs(), numbers, out);
  await photographCentre(visitOf(scene, report), out);
  return discrepancies(report, { sales: SALES, receipts, verifierExit: journal.verifierExit });
}

/** The pages that show the first sale and that its buyer has met the month. */
function visitOf({ stage, demo }: Scene, { sales }: DemoReport): CentreVisit {
  const [sale] = sales;
  const { personId } = stage.cameraCard;
  const person = demo.people.find((one) => one.personId === personId);
  const officeId = person?.terms.at(-1)?.officeId;
  const { url, username } = stage.centre;
  return {
    url,
    username,
    password: stage.adminPassword,
    pages: [
      ["pusat-bulan-ini", "/", "Perangkat daerah"],
      ["pusat-pembeli", `/kantor/${officeId}/pegawai/${personId}`, person?.name ?? ""],
      ["pusat-penjualan", `/penjualan/${sale?.id}`, "Catatan jurnal"],
      ["pusat-mesin-kasir", "/mesin-kasir", "Terdaftar"],
    ],
    receiptUrl: receiptUrl(stage.printer.jobs(), sale?.number ?? ""),
  };
}

async function keepTillFile(stage: Stage, out: string): Promise<TillFacts> {
  const file = join(out, "till.db");
  await copyTillFile(join(stage.tillFolder, "till.db"), file);
  return readTillFacts(file);
}

/** Exports the centre's journal and has the stand-alone verifier judge it. */
async function exportJournal(
  stage: Stage,
  out: string,
): Promise<{ entries: number; verifierExit: number }> {
  const file = join(out, "journal.jsonl");
  const cli = join(ROOT, "central", "server", "journal-cli.ts");
  runNode([cli, "export", "--data", stage.centreFolder, "--out", file]);
  const verifierExit = runNode([
    join(ROOT, "scripts", "verify-journal", "index.js"),
    file,
    "--root",
    stage.centre.rootFingerprint,
  ]);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const entries = lines.filter((line) => line.startsWith('{"tillId"')).length;
  return { entries, verifierExit };
}

function runNode(argv: readonly string[]): number {
  const done = spawnSync(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  return done.status ?? 1;
}

function saleReports(till: TillFacts, laps: readonly Lap[]): SaleReport[] {
  return till.sales.map((sale, index) => ({
    id: sale.sale_id,
    number: sale.number,
    total: sale.total,
    buyerAssurance: sale.assurance,
    buyerRef: sale.person_id,
    period: sale.period,
    counted: sale.counted,
    printOutcome: sale.outcome,
    stepsMs: {
      scanToName: laps[index]?.scanToName ?? null,
      payToCommitted: laps[index]?.payToCommitted ?? -1,
      commitToPrinted: sale.printed_at - sale.at,
      commitToCentre: elapsed(sale.at, sale.received_at ?? Number.NaN),
    },
  }));
}

/** Two clocks that agree to within a round trip: what was at the centre at once may come out below none. */
function elapsed(at: number, receivedAt: number): number {
  return Math.max(0, receivedAt - at);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  if (values.out === undefined) {
    say("Pemakaian: npm run demo -- --out FOLDER");
    return 2;
  }
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  ensurePackages(say);
  await buildIfStale({ root: ROOT, say });
  const faults = await onStage((stage) => playDemo(stage, out));
  for (const fault of faults) say(fault);
  if (faults.length > 0) return 1;
  say(`Selesai: ${SALES} transaksi, semua tercetak dan sampai di pusat sekali. Hasil di ${out}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(`Demo berhenti: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
