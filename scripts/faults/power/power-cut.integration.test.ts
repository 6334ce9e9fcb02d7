import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../electron/core/testing/test-core.ts";
import { compilePreload } from "../preload.ts";
import { pick, type Random, seeded, shuffled } from "../seeded.ts";
import { DiskModel, LEAVES } from "./disk-model.ts";
import { Mark } from "./marks.ts";
import { type DiskOp, MARKS, readRecording } from "./recording.ts";
import { faultsAfterCut, placeFiles } from "./till-after-cut.ts";

/*
 * A till's life in short is written down write by write. Then the power goes after each of them: what
 * was not flushed is there in any part, and the till is opened on that. The usual run takes as many
 * cuts as fit; POWER_MS and POWER_SEED make a longer or another one.
 */
const TIME_MS = Number(process.env["POWER_MS"] ?? 20_000);
const SEED = Number(process.env["POWER_SEED"] ?? 1);
/** The cuts are taken in so many rounds, each over the whole life. */
const ROUNDS = 40;
/** A disk that lies about its flushes is found out within so many cuts. */
const LYING_CUTS = 60;
const run = promisify(execFile);

const folder = temporaryFolder();
const root = path.join(folder.path, "till");
let ops: readonly DiskOp[] = [];

beforeAll(async () => {
  const library = compilePreload(path.join(import.meta.dirname, "recording-disk.c"), folder.path);
  if (library === null) return;
  const log = path.join(folder.path, "log");
  mkdirSync(root);
  const env = { ...process.env, LD_PRELOAD: library };
  await run(process.execPath, [path.join(import.meta.dirname, "power-main.ts")], {
    env: { ...env, BELA_BELI_POWER_ROOT: root, BELA_BELI_POWER_LOG: log },
  });
  ops = readRecording(log, root);
});
afterAll(() => folder.remove());

/** Goes through the life and cuts the power after each operation that is chosen. */
async function cutAt(
  life: readonly DiskOp[],
  chosen: (index: number) => boolean,
  random: Random,
): Promise<string[]> {
  const disk = new DiskModel();
  const asked = new Map<string, Mark>();
  const done: Mark[] = [];
  const faults: string[] = [];
  for (const [index, op] of life.entries()) {
    disk.take(op);
    if (op.kind === "MARK") {
      const mark = op.text === "" ? null : Mark.parse(JSON.parse(op.text));
      if (mark?.done === false) asked.set(mark.id, mark);
      if (mark?.done === true) {
        asked.delete(mark.id);
        done.push(mark);
      }
    }
    if (!chosen(index)) continue;
    const leaves = pick(random, LEAVES);
    const at = path.join(folder.path, "cut");
    mkdirSync(at);
    placeFiles(at, disk.afterCut(random, leaves));
    const found = await faultsAfterCut(at, { asked: [...asked.values()], done });
    faults.push(...found.map((fault) => `after ${index}, ${leaves.toLowerCase()}: ${fault}`));
    rmSync(at, { recursive: true });
  }
  return faults;
}

describe("a power cut", () => {
  test("the recording is whole: what it makes of the folder is what stands there", () => {
    const disk = new DiskModel();
    for (const op of ops) disk.take(op);
    const made = disk.afterCut(seeded(SEED), "ALL");
    const there = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && one.name !== MARKS)
      .map((one) => path.relative(root, path.join(one.parentPath, one.name)));
    if (ops.length > 0) expect([...made.keys()].sort()).toEqual(there.sort());
    for (const name of made.keys()) {
      expect(made.get(name)?.equals(readFileSync(path.join(root, name)))).toBe(true);
    }
  });

  test("after any write: what was said to be done is there once, whole, and the file is sound", {
    timeout: TIME_MS + 120_000,
  }, async () => {
    const random = seeded(SEED);
    const until = performance.now() + TIME_MS;
    let cuts = 0;
    const faults: string[] = [];
    const rounds = shuffled(
      random,
      Array.from({ length: ROUNDS }, (_, round) => round),
    );
    while (performance.now() < until && ops.length > 0) {
      const round = rounds.shift() ?? Math.floor(random() * ROUNDS);
      faults.push(
        ...(await cutAt(
          ops,
          (index) => {
            const isCut = index % ROUNDS === round && performance.now() < until;
            if (isCut) cuts += 1;
            return isCut;
          },
          random,
        )),
      );
    }
    process.stdout.write(`power cuts: ${cuts} over ${ops.length} operations\n`);
    expect(faults).toEqual([]);
  });

  test("is survived thanks to the flushes alone: without them something is lost", async () => {
    const lying = ops.filter(({ kind }) => kind !== "FLUSHED");
    if (lying.length === 0) return;
    const every = Math.ceil(lying.length / LYING_CUTS);
    expect(await cutAt(lying, (index) => index % every === 0, seeded(SEED))).not.toEqual([]);
  });
});
