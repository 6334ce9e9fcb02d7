import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openBackup } from "../../../electron/core/backup/backup-file.ts";
import { keptBackups } from "../../../electron/core/backup/retention.ts";
import { openDatabase } from "../../../electron/core/db/open.ts";
import { openTillFile } from "../../../electron/core/db/till-file.ts";
import { examine } from "../../../electron/core/doctor/examine.ts";
import { readKeys } from "../../../electron/core/keys/key-file.ts";
import { plainSealBox } from "../../../electron/core/system.ts";
import { countTill, readTill } from "../../../electron/core/testing/read-till.ts";
import { BACKUP_KEY, type Mark, OLD_FOLDER, OLD_VALUE } from "./marks.ts";

/** What was asked for and said to be done when the power went. */
type Told = {
  readonly asked: readonly Mark[];
  readonly done: readonly Mark[];
};

/** Puts a folder on the real disk as the power cut left it. */
export function placeFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

/** What does not hold of a till's folder that is opened after a power cut; empty when all does. */
export async function faultsAfterCut(folder: string, told: Told): Promise<string[]> {
  try {
    return [
      ...(await keyFaults(folder, told)),
      ...fileFaults(folder, told),
      ...backupFaults(folder, told),
      ...oldFaults(folder, told),
    ];
  } catch (error) {
    return [`does not open: ${String(error)}`];
  }
}

const idsOf = (marks: readonly Mark[], what: Mark["what"]): string[] =>
  marks.filter((one) => one.what === what).map(({ id }) => id);

/** The keys are those of before or those that were asked for: never none, once there were any. */
async function keyFaults(folder: string, { asked, done }: Told): Promise<string[]> {
  const before = idsOf(done, "KEYS").at(-1);
  if (before === undefined && !existsSync(path.join(folder, "keys.sealed"))) return [];
  const { publicKey } = await readKeys(folder, plainSealBox);
  const may = [before, ...idsOf(asked, "KEYS")];
  return before === undefined || may.includes(publicKey) ? [] : ["keys that are not the till's"];
}

function fileFaults(folder: string, { asked, done }: Told): string[] {
  const file = openTillFile(folder, () => undefined);
  try {
    const { findings, tillId } = examine(file.db(), file.path);
    const faults = findings.kept
      .filter(({ code }) => code !== "FILE_LEFTOVER")
      .map(({ code, detail }) => `${code} ${detail}`);
    for (const id of idsOf(done, "TILL")) if (id !== tillId) faults.push("is no till any more");
    for (const id of idsOf(done, "COMMAND")) {
      if (traces(folder, id) !== "1 1") faults.push(`said to be done: ${traces(folder, id)}`);
    }
    for (const id of idsOf(asked, "COMMAND")) {
      const found = traces(folder, id);
      if (found !== "0 0" && found !== "1 1") faults.push(`half written: ${found}`);
    }
    return faults;
  } finally {
    file.close();
  }
}

/** How often a command stands in the journal, and among the results. */
function traces(folder: string, commandId: string): string {
  const entries = "SELECT count(*) FROM journal WHERE body ->> 'commandId' = ?";
  const results = "SELECT count(*) FROM command WHERE command_id = ?";
  return [entries, results].map((sql) => countTill(folder, sql, commandId)).join(" ");
}

/** What bears the name of a backup is one; from the first on there always is one. */
function backupFaults(folder: string, { done }: Told): string[] {
  const at = path.join(folder, "backups");
  const names = existsSync(at) ? keptBackups(readdirSync(at)).map(({ name }) => name) : [];
  if (names.length === 0) return done.some(({ what }) => what === "BACKUP") ? ["no backup"] : [];
  for (const name of names)
    openBackup(path.join(at, name), path.join(folder, "opened"), BACKUP_KEY);
  return [];
}

/** A file of long ago is brought up to date, and holds what it held. */
function oldFaults(folder: string, { asked, done }: Told): string[] {
  const at = path.join(folder, OLD_FOLDER);
  if (idsOf([...asked, ...done], "MIGRATION").length === 0) return [];
  const db = openDatabase(path.join(at, "till.db"));
  const integrity = db.pragma("integrity_check", { simple: true });
  db.close();
  const rows = readTill(at, "SELECT value FROM setting WHERE name = 'kept'");
  const kept = JSON.stringify(rows) === JSON.stringify([{ value: OLD_VALUE }]);
  return [...(integrity === "ok" ? [] : ["an old file is not sound"]), ...(kept ? [] : ["lost"])];
}
