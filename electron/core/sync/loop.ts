import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { SyncView } from "../../../shared/contract/till-state.ts";
import type { Schedule } from "../adapters.ts";
import { transact } from "../db/database.ts";
import { databaseError, isFileFailure } from "../db/database-error.ts";
import { setLastSuccess, setStopCode, syncState } from "../db/stores/sync-state.ts";
import { backOffMs, jitteredMs } from "./back-off.ts";
import { takeFromCentre, takeFromFiles } from "../former/former-tills.ts";
import { introduce } from "./introduce.ts";
import { hasOutbound } from "./outbox.ts";
import { pullPage } from "./pull.ts";
import { pushBatch, type Pushed, type ReadyBatch } from "./push.ts";
import { firstBatchSize, nextBatchSize, smallerBatchSize } from "./push-plan.ts";
import { reportState } from "./report.ts";
import { openSession, type Session } from "./session.ts";
import { isHopeless, syncView } from "./status.ts";
import type { SyncContext } from "./sync-context.ts";

/** How often a till that has nothing to send asks for news. */
const NEWS_EVERY_MS = 15_000;
/** How often the centre is told how this till stands. */
const REPORT_EVERY_MS = 60_000;
/** News is not asked for more often than this, however many sales are made. */
const NEWS_AT_MOST_EVERY_MS = 2_000;

/** A person must look: trying again changes nothing. */
const STOPS: readonly ErrorCode[] = ["FORK", "CORRUPT", "KEY_REPLACED"];

/**
 * Rounds of hello, push and pull, one request in flight. A round begins when an entry was written,
 * when a person asks, or when its time comes; however it ends, the next one is set.
 */
export class SyncLoop {
  readonly #context: SyncContext;
  readonly #schedule: Schedule;
  readonly #giveUp: () => void;
  #session: Session | null = null;
  #batchSize = firstBatchSize;
  #failures = 0;
  #failure: ErrorCode | null = null;
  #contact = false;
  #sending = false;
  #lastPullMs = Number.NEGATIVE_INFINITY;
  #lastReportMs = Number.NEGATIVE_INFINITY;
  /** The centre asked to be left alone until then; not even a person's wish comes earlier. */
  #notBeforeMs = Number.NEGATIVE_INFINITY;
  #round: Promise<void> | null = null;
  #fromFiles: Promise<void> = Promise.resolve();
  #areFilesRead = false;
  #again = false;
  #closed = false;
  #cancel: () => void = () => undefined;

  /** `giveUp` is called when the file could not be read or written: this loop does nothing more. */
  constructor(context: SyncContext, schedule: Schedule, giveUp: () => void) {
    this.#context = context;
    this.#schedule = schedule;
    this.#giveUp = giveUp;
  }

  /** Begins; a till that was stopped for a person to look waits for `syncNow`. */
  start(): void {
    this.#fromFiles = this.#takeFromFiles();
    const { stopCode } = syncState(this.#context.db);
    if (stopCode !== null) this.#told();
    else this.#begin();
  }

  entryWritten(): void {
    this.#told();
    if (this.#isStopped() || this.#failures > 0) return;
    this.#begin();
  }

  syncNow(): void {
    this.#failures = 0;
    this.#lastPullMs = Number.NEGATIVE_INFINITY;
    this.#lastReportMs = Number.NEGATIVE_INFINITY;
    this.#begin();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#round;
    await this.#fromFiles;
  }

  /** What lies beside the till's own file needs no centre; what fails there is no fault of sync. */
  async #takeFromFiles(): Promise<void> {
    try {
      await takeFromFiles(this.#context, () => !this.#closed);
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : null;
      this.#context.emit({ type: "failed", code: "INTERNAL", inARow: 0, reason });
    }
    this.#areFilesRead = true;
    if (this.#contact) this.#begin();
  }

  #begin(): void {
    if (this.#closed) return;
    if (this.#round !== null) {
      this.#again = true;
      return;
    }
    const restMs = this.#notBeforeMs - this.#context.clock.monotonicMs();
    if (restMs > 0) return this.#next(restMs);
    this.#cancel();
    this.#round = this.#run().finally(() => {
      this.#round = null;
      const again = this.#again && this.#failures === 0;
      this.#again = false;
      if (again) this.#begin();
    });
  }

  async #run(): Promise<void> {
    try {
      await this.#talk();
      this.#succeeded();
    } catch (error) {
      this.#failed(databaseError(error));
    }
  }

  async #talk(): Promise<void> {
    try {
      await this.#exchange();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "NONCE_EXPIRED") throw error;
      this.#session = null;
      await this.#exchange();
    }
  }

  async #exchange(): Promise<void> {
    await introduce(this.#context);
    const session = await this.#openSession();
    await this.#report(session);
    await this.#pushAll(session);
    await this.#pullAll(session);
    await this.#takeFromCentre(session);
  }

  /** Old sales come last, and give way to any new one; what a file beside this one has comes first. */
  async #takeFromCentre(session: Session): Promise<void> {
    const { clock, db } = this.#context;
    if (!this.#areFilesRead) return;
    await takeFromCentre(this.#context, session, () => {
      const isOpen = clock.monotonicMs() < session.validUntilMs;
      return !this.#closed && !this.#again && isOpen && !hasOutbound(db);
    });
  }

  async #openSession(): Promise<Session> {
    const nowMs = this.#context.clock.monotonicMs();
    const open = this.#session;
    if (open !== null && nowMs < open.validUntilMs) return open;
    this.#session = await openSession(this.#context);
    return this.#session;
  }

  /** Before the push, so that the centre knows of a backlog while it is still on its way. */
  async #report(session: Session): Promise<void> {
    const nowMs = this.#context.clock.monotonicMs();
    if (nowMs - this.#lastReportMs < REPORT_EVERY_MS) return;
    this.#lastReportMs = nowMs;
    await reportState(this.#context, session);
  }

  async #pushAll(session: Session): Promise<void> {
    let ahead: ReadyBatch | null = null;
    while (!this.#closed && hasOutbound(this.#context.db)) {
      this.#sending = true;
      this.#told();
      const batch = { size: this.#batchSize, ahead };
      const pushed: Pushed = await pushBatch(this.#context, session, batch);
      this.#batchSize = nextBatchSize(this.#batchSize, pushed);
      ahead = pushed.ahead;
    }
    this.#sending = false;
  }

  async #pullAll(session: Session): Promise<void> {
    const nowMs = this.#context.clock.monotonicMs();
    if (nowMs - this.#lastPullMs < NEWS_AT_MOST_EVERY_MS) return;
    let more = true;
    while (more && !this.#closed) more = await pullPage(this.#context, session);
    this.#lastPullMs = this.#context.clock.monotonicMs();
  }

  #succeeded(): void {
    const { clock, db } = this.#context;
    transact(db, (write) => {
      setLastSuccess(write, clock.wallMs());
      setStopCode(write, null);
    });
    this.#failures = 0;
    this.#failure = null;
    this.#contact = true;
    this.#told();
    const sincePullMs = clock.monotonicMs() - this.#lastPullMs;
    const waitMs = sincePullMs < NEWS_AT_MOST_EVERY_MS / 2 ? NEWS_EVERY_MS : NEWS_AT_MOST_EVERY_MS;
    this.#next(jitteredMs(waitMs, this.#chance()));
  }

  #failed(error: unknown): void {
    const failure = error instanceof AppError ? error : new AppError("INTERNAL", { cause: error });
    if (this.#sending) this.#batchSize = smallerBatchSize(this.#batchSize);
    this.#session = null;
    this.#sending = false;
    this.#failures += 1;
    this.#failure = failure.code;
    this.#contact = false;
    const { code } = failure;
    this.#context.emit({ type: "failed", code, inARow: this.#failures, reason: reasonOf(failure) });
    if (isFileFailure(failure)) return this.#giveUpFile();
    if (STOPS.includes(failure.code)) return this.#stop(failure.code);
    this.#told();
    const told = failure.details["retryAfterMs"];
    const retryAfterMs = typeof told === "number" ? told : 0;
    this.#notBeforeMs = this.#context.clock.monotonicMs() + retryAfterMs;
    const hopeless = isHopeless(failure.code);
    const inARow = this.#failures;
    this.#next(backOffMs({ inARow, hopeless, retryAfterMs, chance: this.#chance() }));
  }

  /** The till goes on selling; its sync rests until a person looks. */
  #stop(code: ErrorCode): void {
    transact(this.#context.db, (db) => setStopCode(db, code));
    this.#told();
  }

  /** After a failed read or write the handle is not used again: another worker opens the file anew. */
  #giveUpFile(): void {
    this.#closed = true;
    this.#giveUp();
  }

  #isStopped(): boolean {
    return syncState(this.#context.db).stopCode !== null;
  }

  #told(): void {
    const { db, emit } = this.#context;
    const view: SyncView = syncView(db, {
      contact: this.#contact,
      sending: this.#sending,
      failureCode: this.#failure,
    });
    emit({ type: "status", view });
  }

  #next(delayMs: number): void {
    this.#cancel();
    if (!this.#closed) this.#cancel = this.#schedule(delayMs, () => this.#begin());
  }

  #chance(): number {
    return (this.#context.random(1)[0] ?? 0) / 256;
  }
}

function reasonOf({ cause }: AppError): string | null {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : null;
}
