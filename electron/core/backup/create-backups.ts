import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { BackupView } from "../../../shared/contract/till-health.ts";
import type { Till } from "../context.ts";
import { setSetting, setting } from "../db/stores/setting.ts";
import { backupKeyOf } from "../keys/sealing.ts";
import type { BackupReason } from "./backup-file.ts";
import { keptBackups } from "./retention.ts";
import type { BackupDone, BackupWork } from "./take-backup.ts";
import type { BackupMessage } from "./worker-message.ts";

/** The first look is left until the till has long been selling. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * LOOK_EVERY_MS;
const ASIDE = /\.v\d+\.bak$/;
const SETTING = "backup-check";
const Checked = z.object({ seq: z.int(), faults: z.int() });

/** Keeps sealed copies of the till's file in its folder: daily, at a shift's end, before a migration. */
export type Backups = {
  /** Takes one as soon as no other runs; returns at once and never fails. */
  readonly take: (reason: BackupReason) => void;
  readonly view: () => BackupView;
  readonly close: () => Promise<void>;
};

export type BackupOptions = {
  readonly till: Pick<Till, "file" | "schedule" | "log" | "keys" | "changed">;
  /** null: none are taken */
  readonly workerUrl: URL | null;
  readonly wallMs: () => number;
};

/** Where a till's backups are. */
export function backupFolder(databasePath: string): string {
  return path.join(path.dirname(databasePath), "backups");
}

/** When the newest backup of a till's file was taken; null: there is none. */
export function newestBackupAt(databasePath: string): number | null {
  return keptBackups(namesIn(backupFolder(databasePath)))[0]?.at ?? null;
}

export function createBackups(options: BackupOptions): Backups {
  const keeper = new BackupKeeper(options);
  if (options.workerUrl !== null) keeper.start();
  return {
    take: (reason) => keeper.take(reason),
    view: () => keeper.view(),
    close: () => keeper.close(),
  };
}

class BackupKeeper {
  readonly #options: BackupOptions;
  readonly #folder: string;
  #lastAt: number | null;
  #failure: BackupView["failure"] = null;
  #waiting: BackupReason | null = null;
  #running: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
  #closed = false;

  constructor(options: BackupOptions) {
    this.#options = options;
    this.#folder = backupFolder(options.till.file.path);
    this.#lastAt = newestBackupAt(options.till.file.path);
  }

  start(): void {
    this.#options.till.schedule(FIRST_LOOK_MS, () => this.#look());
  }

  take(reason: BackupReason): void {
    if (this.#closed || this.#options.workerUrl === null) return;
    if (this.#running === null) this.#run(reason);
    else this.#waiting = reason;
  }

  view(): BackupView {
    return { lastAt: this.#lastAt, failure: this.#failure, chain: this.#checked() };
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Nothing of a backup under way is kept; the next one clears its half away.
    await this.#running?.worker.terminate();
    await this.#running?.ended;
  }

  #look(): void {
    this.#options.till.schedule(LOOK_EVERY_MS, () => this.#look());
    const now = this.#options.wallMs();
    const isFresh = this.#lastAt !== null && this.#lastAt <= now && now - this.#lastAt < DAY_MS;
    if (this.#aside() !== null) this.take("MIGRATION");
    else if (!isFresh) this.take("DAILY");
  }

  /** A copy from before a migration, which had to be made before the key was there. */
  #aside(): string | null {
    const folder = path.dirname(this.#options.till.file.path);
    const name = namesIn(folder).find((one) => ASIDE.test(one));
    return name === undefined ? null : path.join(folder, name);
  }

  #run(reason: BackupReason): void {
    const { till, workerUrl, wallMs } = this.#options;
    const keys = till.keys();
    if (workerUrl === null) return;
    if (keys === null) return this.#failed("KEY_UNAVAILABLE", "");
    const aside = this.#aside();
    const work: BackupWork = {
      databasePath: aside ?? till.file.path,
      folder: this.#folder,
      backupKey: backupKeyOf(keys.dataKey),
      reason: aside === null ? reason : "MIGRATION",
      at: wallMs(),
      checkedThrough: this.#checked()?.seq ?? 0,
    };
    if (aside !== null) this.#waiting ??= reason === "MIGRATION" ? "DAILY" : reason;
    const worker = new Worker(workerUrl, { workerData: work, name: "backup" });
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    this.#running = { worker, ended };
    let heard: BackupMessage | null = null;
    worker.on("message", (message: BackupMessage) => {
      heard = message;
    });
    worker.on("error", (error) => {
      heard = { type: "failed", code: "INTERNAL", reason: String(error) };
    });
    void ended.then(() => this.#ended(work, aside, heard));
  }

  #ended(work: BackupWork, aside: string | null, heard: BackupMessage | null): void {
    this.#running = null;
    if (this.#closed) return;
    try {
      if (heard?.type === "done") this.#keep(work, aside, heard.done);
      else this.#failed(heard?.code ?? "INTERNAL", heard?.reason ?? "the thread ended");
    } catch (error) {
      this.#failed(error instanceof AppError ? error.code : "INTERNAL", String(error));
    }
    const next = this.#waiting;
    this.#waiting = null;
    if (next !== null) this.#run(next);
  }

  #keep(work: BackupWork, aside: string | null, { name, chain }: BackupDone): void {
    const { till } = this.#options;
    this.#failure = null;
    if (aside === null) {
      this.#lastAt = work.at;
      till.file.commit((db) => setSetting(db, SETTING, JSON.stringify(chain)));
    } else rmSync(aside, { force: true });
    till.log("backup taken", { name, ...chain });
    till.changed();
  }

  #failed(code: ErrorCode, reason: string): void {
    const { till, wallMs } = this.#options;
    this.#failure = { at: wallMs(), code };
    till.log("backup failed", { code, reason });
    till.changed();
  }

  #checked(): { seq: number; faults: number } | null {
    const kept = setting(this.#options.till.file.db(), SETTING);
    return kept === null ? null : Checked.parse(JSON.parse(kept));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
