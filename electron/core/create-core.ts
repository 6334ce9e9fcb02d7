import { mkdirSync } from "node:fs";
import path from "node:path";
import type { ChangeKeyInput } from "../../shared/contract/change-key.ts";
import type { GoOnOfflineInput, HealthView } from "../../shared/contract/core-api.ts";
import { AppError } from "../../shared/contract/errors.ts";
import type { WindowRole } from "../../shared/contract/roles.ts";
import type { MessagePortLike } from "../../shared/rpc/message-port.ts";
import { servePort } from "../../shared/rpc/serve-port.ts";
import { beforeMigration } from "./backup/before-migration.ts";
import { type Backups, createBackups } from "./backup/create-backups.ts";
import { restoreIfAsked } from "./backup/restore.ts";
import type { Clock, Log, RandomBytes, Schedule, SealBox } from "./adapters.ts";
import { assembleTill, looseWires, type Wires } from "./assemble-till.ts";
import type { Till } from "./context.ts";
import { type Checkpointer, createCheckpointer } from "./db/checkpoint.ts";
import { cartRow } from "./db/stores/cart.ts";
import { isTillClosed, unsent, unsignedFrom } from "./db/stores/journal.ts";
import { signingKeyId } from "./db/stores/key-change.ts";
import { setStopCode } from "./db/stores/sync-state.ts";
import { printers } from "./db/stores/printer.ts";
import { openTillFile, type TillFile } from "./db/till-file.ts";
import { Enrolment, type Issued } from "./enrolment/enrolment.ts";
import { startFirstRun } from "./enrolment/first-run.ts";
import { healthOf } from "./health.ts";
import {
  createEnrolled,
  type Enrolled,
  keepIdentity,
  readIdentity,
  restoredIdentity,
} from "./identity.ts";
import { keyChanges } from "./keys/change-key.ts";
import { createKeyCustody, type KeyCustody } from "./keys/key-custody.ts";
import { currentCertificate } from "./db/stores/till.ts";
import { createPrintQueue } from "./printing/create-print-queue.ts";
import type { PaymentProvider } from "./paying/provider.ts";
import { createQrisWatch } from "./paying/qris-watch.ts";
import type { PrintQueue } from "./printing/print-queue.ts";
import { transportOf } from "./printing/transports.ts";
import { watchRoster } from "./roster/roster-expiry.ts";
import { cashierRouter, displayRouter } from "./router/root.ts";
import type { CoreContext } from "./router/trpc.ts";
import { startCart } from "./selling/open-cart.ts";
import { printJobs } from "./selling/print-jobs.ts";
import { createPrinterControl } from "./selling/printer-control.ts";
import { StatePublisher } from "./state/publisher.ts";
import { createRosterSize } from "./state/roster-size.ts";
import { markUnsent } from "./sync/unsent-mark.ts";
import { SyncControl } from "./sync-control.ts";
import { systemSchedule } from "./system.ts";
import { createTimers, type Timers } from "./timers.ts";
import { watchClock } from "./watches/clock-watch.ts";
import { offlineGoOn } from "./resume/go-on-offline.ts";
import { isProvisional } from "./resume/provisional.ts";
import { beginChain, goOnAsNewChain } from "./resume/new-chain.ts";
import { type OutageSources, watchOutages } from "./watches/outage-watch.ts";
import { endBrokenOffTraining } from "./training/training.ts";

export type CoreOptions = {
  /** holds till.db, till.lock and keys.sealed */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly seal: SealBox;
  readonly log: Log;
  readonly syncWorkerUrl: URL;
  /** where backups of the file are taken; without it there are none */
  readonly backupWorkerUrl?: URL;
  readonly schedule?: Schedule;
  /** the product's version, told to windows and centre */
  readonly version?: string;
  /** called around each commit and at the named points of a payment: tests end the process there */
  readonly step?: (name: string) => void;
  /** none by default: the merchant's own code is shown and the cashier confirms */
  readonly provider?: PaymentProvider;
};

/** The till itself, behind ports. */
export type Core = {
  readonly health: HealthView;
  /** Serves a window's port with that role's procedures and no other: the port is the permission. */
  readonly serve: (role: WindowRole, port: MessagePortLike) => void;
  readonly close: () => Promise<void>;
};

/** The sync worker starts once the windows are served: nobody waits for it to sell. */
const SYNC_START_MS = 250;
/** What keeps the till from it may be a disk that is full for the moment. */
const ONLINE_RETRY_MS = 10_000;
/** How often an idle printer is asked for paper and cover: often enough to say so before the next sale. */
const PRINTER_LOOK_MS = 20_000;

/**
 * Puts the till together on its data folder.
 * Fails with: DB_NEWER, DB_CORRUPT, DB_IO, DB_DISK_FULL, DB_IN_USE.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  mkdirSync(options.dataDir, { recursive: true });
  const { dataDir, seal, log, clock, random } = options;
  const nowMs = clock.wallMs();
  await restoreIfAsked({ dataDir, seal, log, nowMs });
  const file = openTillFile(dataDir, log, await beforeMigration({ dataDir, seal, random, nowMs }));
  try {
    return await compose({ schedule: systemSchedule, version: "0.0.0", ...options }, file);
  } catch (error) {
    file.close();
    throw error;
  }
}

type Settled = CoreOptions & Required<Pick<CoreOptions, "schedule" | "version">>;

type Parts = {
  readonly till: Till;
  readonly timers: Timers;
  readonly queue: PrintQueue;
  readonly sync: SyncControl;
  readonly states: StatePublisher;
  readonly enrolment: Enrolment;
  readonly backups: Backups;
  readonly changeKey: (input: ChangeKeyInput) => Promise<void>;
  readonly goOnOffline: (input: GoOnOfflineInput) => Promise<void>;
};

async function compose(options: Settled, opened: TillFile): Promise<Core> {
  const { dataDir, seal, random, log, clock, version } = options;
  const failed = (error: unknown): void => log("task failed", { code: failureOf(error) });
  const timers = createTimers(options.schedule, failed);
  const { schedule, persist } = timers;
  const checkpointer = createCheckpointer(opened, schedule);
  const { step = () => undefined, provider = null, backupWorkerUrl: workerUrl = null } = options;
  const file = watched(opened, { checkpointer, step });
  const enrolled = createEnrolled(readIdentity(file.db()));
  const goOnline = persist(ONLINE_RETRY_MS, () => online(till, { enrolled, sync, custody }));
  const kept = { dataDir, seal, random, schedule, log, onRestored: goOnline };
  const custody = createKeyCustody({ ...kept, signingKeyId: () => signingKeyId(file.db()) });
  await custody.load();

  const wires = looseWires();
  const outer = { clock, random, schedule, log, step, provider };
  const till = assembleTill({ file, custody, enrolled, wires, ...outer });
  if (cartRow(file.db()) === null) file.commit((db) => startCart(db, till.newId()));
  const queue = printQueueOf(till);
  const roster = createRosterSize(file);
  const onApplied = (): void => {
    roster.forget();
    checkpointer.touched();
  };
  const onCertified = (): void => becomeCertified(till, enrolled, custody);
  const heard = { onApplied, onCertified, persist, onFailure: failed };
  const sync = new SyncControl({ ...options, till, ...heard });
  const { identity } = enrolled;
  const sources = { till, identity, keyProtected: seal.protected, rosterSize: roster.size };
  const backups = createBackups({ till, workerUrl, wallMs: clock.wallMs });
  const views = { sync: () => sync.view(), printer: queue.view, backup: backups.view };
  const states = new StatePublisher({ ...sources, ...views });
  connect(wires, { states, sync, queue, schedule, backups });
  const enrolment = enrolmentOf({ till, enrolled, custody, clock, sync, goOnline });
  enrolment.resume();
  beginWatches(till, clock, views);
  schedule(SYNC_START_MS, goOnline);
  const withKeys = keyWork({ till, enrolled, custody, sync, goOnline });
  const parts = { till, timers, queue, sync, states, enrolment, backups, ...withKeys };
  return serveCore(parts, healthOf(file.db(), version), opened);
}

/** Mends what a restart left, and looks from now on at what changes by itself. */
function beginWatches(till: Till, clock: Clock, views: OutageSources): void {
  const { path: databasePath, db } = till.file;
  markUnsent(path.dirname(databasePath), unsent(db()).count > 0);
  if (isTillClosed(db())) return;
  endBrokenOffTraining(till);
  watchClock(till, clock);
  watchOutages(till, views);
  watchRoster(till);
}

/**
 * Vouches for what was written without the key, and talks to the centre, as far as both can be. Keys
 * that the file does not go on with say that one of the two is an older copy.
 */
function online(
  till: Till,
  {
    enrolled,
    sync,
    custody,
  }: { readonly enrolled: Enrolled; readonly sync: SyncControl; readonly custody: KeyCustody },
): void {
  const own = enrolled.identity();
  const identity = own ?? restoredIdentity(till.file.db());
  const keys = till.keys();
  if (identity === null || keys === null) return;
  if (own !== null && keys.keyId !== signingKeyId(till.file.db())) {
    till.file.commit((db) => setStopCode(db, "KEY_REPLACED"));
  }
  // A restored backup's chain takes nothing more.
  if (own !== null && unsignedFrom(till.file.db()) !== null) {
    till.file.commit((db) => till.journal().restoreSigner(db, identity.tillId));
  }
  if (!isProvisional(identity)) custody.forgetFormer();
  sync.start(identity, keys, custody.former());
  sync.entryWritten();
  till.changed();
}

/** The till's file, whose every commit is told to the checkpointer and is a step on both its sides. */
function watched(
  file: TillFile,
  by: { readonly checkpointer: Checkpointer; readonly step: (name: string) => void },
): TillFile {
  return {
    ...file,
    commit: (work) => {
      const result = file.commit((db) => {
        const done = work(db);
        by.step("before commit");
        return done;
      });
      by.step("after commit");
      by.checkpointer.touched();
      return result;
    },
  };
}

function printQueueOf(till: Till): PrintQueue {
  return createPrintQueue({
    jobs: printJobs(till),
    printers: () => printers(till.file.db()),
    transportOf: (at) => transportOf(at, process.platform),
    schedule: till.schedule,
    lookEveryMs: PRINTER_LOOK_MS,
    log: till.log,
    onChange: till.changed,
  });
}

function connect(
  wires: Wires,
  to: {
    readonly states: StatePublisher;
    readonly sync: SyncControl;
    readonly queue: PrintQueue;
    readonly schedule: Schedule;
    readonly backups: Backups;
  },
): void {
  wires.changed = () => to.states.changed();
  wires.sold = (saleId) => to.states.thank(saleId);
  wires.entryWritten = () => to.sync.entryWritten();
  wires.shiftClosed = () => to.schedule(0, () => to.backups.take("SHIFT"));
  // In a turn of its own: the queue writes to the file, and the cashier's answer goes first.
  wires.receiptQueued = (drawer) => {
    to.schedule(0, () => {
      if (drawer) to.queue.kickDrawer();
      to.queue.wake();
    });
  };
}

function enrolmentOf(by: {
  readonly till: Till;
  readonly enrolled: Enrolled;
  readonly custody: KeyCustody;
  readonly clock: Clock;
  readonly sync: SyncControl;
  readonly goOnline: () => void;
}): Enrolment {
  const { till, enrolled, custody, clock, sync, goOnline } = by;
  return new Enrolment({
    file: till.file,
    now: clock.wallMs,
    schedule: till.schedule,
    log: till.log,
    keys: custody.keys,
    ensureKeys: custody.ensure,
    nextKeys: custody.next,
    ensureNextKeys: custody.ensureNext,
    onIssued: async (answer, centreUrl) => {
      const issued = { answer, centreUrl, at: clock.wallMs() };
      try {
        if (currentCertificate(till.file.db()) === null) becomeTill(till, enrolled, issued);
        else await becomeNextTill(till, { enrolled, custody, sync, issued });
      } finally {
        goOnline();
      }
    },
    onChange: till.changed,
  });
}

/** The root's certificate took the provisional one's place. */
function becomeCertified(till: Till, enrolled: Enrolled, custody: KeyCustody): void {
  enrolled.set(readIdentity(till.file.db()));
  custody.forgetFormer();
  till.changed();
}

/** What a person asks for that changes the keys and what they sign. */
function keyWork(by: {
  readonly till: Till;
  readonly enrolled: Enrolled;
  readonly custody: KeyCustody;
  readonly sync: SyncControl;
  readonly goOnline: () => void;
}): Pick<Parts, "changeKey" | "goOnOffline"> {
  const { till, enrolled, custody, sync, goOnline } = by;
  const offline = (): Promise<void> => sync.stop();
  const online = (): void => {
    enrolled.set(readIdentity(till.file.db()));
    goOnline();
  };
  return {
    changeKey: keyChanges(till, { custody, offline, online: goOnline }),
    goOnOffline: offlineGoOn(till, { custody, offline, online }),
  };
}

type IssuedAt = { readonly answer: Issued; readonly centreUrl: string; readonly at: number };

/** Goes on as another till; the worker of the old one writes nothing into the new one's file. */
async function becomeNextTill(
  till: Till,
  by: {
    readonly enrolled: Enrolled;
    readonly custody: KeyCustody;
    readonly sync: SyncControl;
    readonly issued: IssuedAt;
  },
): Promise<void> {
  const { enrolled, custody, sync, issued } = by;
  const keys = custody.next();
  if (keys === null) throw new AppError("KEY_UNAVAILABLE", { retryable: true });
  await sync.stop();
  goOnAsNewChain(till, { ...issued, keys });
  custody.promote(keys);
  enrolled.set(readIdentity(till.file.db()));
}

/** Keeps the certificate and writes the journal's first entry, in one transaction. */
function becomeTill(till: Till, enrolled: Enrolled, issued: IssuedAt): void {
  till.file.commit((db) => {
    keepIdentity(db, issued);
    startFirstRun(db);
    beginChain(db, till, issued.answer);
  });
  enrolled.set(readIdentity(till.file.db()));
}

function serveCore(parts: Parts, health: HealthView, opened: TillFile): Core {
  const { till, queue, sync, states, enrolment } = parts;
  const { log } = till;
  const qrisWatch = createQrisWatch(till);
  qrisWatch.wake();
  const context: CoreContext = {
    qrisWatch,
    till,
    states,
    enrolment,
    changeKey: parts.changeKey,
    goOnOffline: parts.goOnOffline,
    printer: createPrinterControl(till, queue),
    syncNow: () => sync.now(),
    health,
  };
  return {
    health,
    serve: (role, port) =>
      servePort({
        router: role === "cashier" ? cashierRouter : displayRouter,
        createContext: () => context,
        port,
        onError: ({ path, error }) => log("call failed", { path, code: failureOf(error) }),
      }),
    close: async () => {
      parts.timers.stop();
      await Promise.all([sync.close(), queue.close(), parts.backups.close()]);
      opened.close();
    },
  };
}

/** A word for the log: our code, else what kind of fault it was. */
function failureOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof AppError) return cause.code;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : "unknown";
}
