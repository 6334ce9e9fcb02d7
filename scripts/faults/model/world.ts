import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import type { Database } from "../../../central/server/database/database.ts";
import { SHOP } from "../../../central/server/testing/shop.ts";
import { connectDatabase } from "../../../electron/core/db/open.ts";
import { centreKeys } from "../../../electron/core/db/stores/centre-key.ts";
import { syncState } from "../../../electron/core/db/stores/sync-state.ts";
import type { ReadDb } from "../../../electron/core/db/database.ts";
import { readIdentity } from "../../../electron/core/identity.ts";
import type { Identity } from "../../../electron/core/context.ts";
import type { TillKeys } from "../../../electron/core/keys/till-keys.ts";
import { readKeys } from "../../../electron/core/keys/key-file.ts";
import { lookupKey } from "../../../electron/core/keys/sealing.ts";
import {
  type CentreCall,
  type CentreClient,
  createCentreClient,
} from "../../../electron/core/sync/centre-client.ts";
import { pushBatch } from "../../../electron/core/sync/push.ts";
import { openSession, type Session } from "../../../electron/core/sync/session.ts";
import type { SyncContext } from "../../../electron/core/sync/sync-context.ts";
import { trustedKeys } from "../../../electron/core/sync/trust.ts";
import { plainSealBox, systemClock, systemRandom } from "../../../electron/core/system.ts";
import { cash, newId, startCore, type TestCore } from "../../../electron/core/testing/test-core.ts";
import { AppError } from "../../../shared/contract/errors.ts";

/** A worker that does nothing: the model pushes itself, step by step. */
const IDLE_WORKER = new URL(
  "data:text/javascript,import{parentPort as p}from'node:worker_threads';p.on('message',c=>c==='close'&&p.close())",
);
/** What a push may fail with on the way; all else is a fault of ours. */
const ON_THE_WAY: readonly string[] = ["CENTRE_UNREACHABLE", "CENTRE_ERROR", "NONCE_EXPIRED"];

/** What happens to a push between till and centre. */
export type Way = "WELL" | "ANSWER_LOST" | "TWICE" | "LATE";
export type Entry = { readonly seq: number; readonly hash: string; readonly total: number };

/** One till and its centre, moved one step at a time. */
export class World {
  readonly folder: string;
  core: TestCore;
  /** money that was said to be taken or given back, by command */
  readonly told = new Map<string, number>();
  /** sales that may still be undone */
  readonly open: { readonly saleId: string; readonly total: number }[] = [];
  readonly #time: { offsetMs: number };
  readonly #centreUrl: () => string;
  readonly #database: Database;
  readonly #db: ReadDb;
  readonly #context: SyncContext;
  #session: Session | null = null;
  #way: Way = "WELL";
  #late: (() => Promise<unknown>)[] = [];

  private constructor(made: {
    readonly folder: string;
    readonly core: TestCore;
    readonly time: { offsetMs: number };
    readonly centreUrl: () => string;
    readonly database: Database;
    readonly db: ReadDb;
    readonly context: (world: World) => SyncContext;
  }) {
    this.folder = made.folder;
    this.core = made.core;
    this.#time = made.time;
    this.#centreUrl = made.centreUrl;
    this.#database = made.database;
    this.#db = made.db;
    this.#context = made.context(this);
  }

  /** A world that starts from a copy of an enrolled till's folder. */
  static async open(from: {
    readonly template: string;
    readonly folder: string;
    readonly centreUrl: () => string;
    readonly database: Database;
  }): Promise<World> {
    const { template, folder, centreUrl, database } = from;
    cpSync(template, folder, { recursive: true });
    const time = { offsetMs: 0 };
    const core = await startModelCore(folder, time);
    const db = connectDatabase(path.join(folder, "till.db"));
    const keys = await readKeys(folder, plainSealBox);
    const identity = readIdentity(db);
    if (identity === null) throw new Error("the template is not enrolled");
    const context = (world: World): SyncContext => contextOf(world, { db, keys, identity });
    const world = new World({ folder, core, time, centreUrl, database, db, context });
    await world.openShift();
    return world;
  }

  async openShift(): Promise<void> {
    const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
    await this.core.cashier.session.login.mutate({ cashierId, pin });
    if (this.core.state().shift !== null) return;
    await this.core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  }

  async sell(qty: number): Promise<void> {
    const { cashier } = this.core;
    await cashier.cart.add.mutate({ productId: SHOP.productId, qty });
    await cashier.buyer.setPublic.mutate();
    const { cartId, total } = this.core.state().cart;
    const commandId = newId();
    const payment = { commandId, cartId, expectedTotal: total, tenders: [cash(total)] };
    const sale = await cashier.sale.pay.mutate(payment);
    await cashier.sale.pay.mutate(payment);
    this.told.set(commandId, sale.total);
    this.open.push(sale);
  }

  async undo(at: number): Promise<void> {
    const [sale] = this.open.splice(at % Math.max(1, this.open.length), 1);
    if (sale === undefined) return;
    const commandId = newId();
    const why = { reason: "WRONG_BUYER" as const, note: "kartu tertukar", approvalId: null };
    await this.core.cashier.history.void.mutate({ ...why, commandId, saleId: sale.saleId });
    this.told.set(commandId, sale.total);
  }

  async takeBack(at: number): Promise<void> {
    const [sale] = this.open.splice(at % Math.max(1, this.open.length), 1);
    if (sale === undefined) return;
    const { cashier } = this.core;
    const { saleId } = sale;
    const lines = [{ no: 1, qty: 1, condition: "BAIK" as const }];
    const { total } = await cashier.history.quote.query({ saleId, lines });
    const { supervisorId: staffId, supervisorPin: pin } = SHOP;
    const asked = { staffId, pin, action: "RETURN" as const, subject: saleId, amount: total };
    const { approvalId } = await cashier.approval.request.mutate(asked);
    const commandId = newId();
    const back = { saleId, lines, reason: "DAMAGED" as const, refundBy: "CASH" as const };
    const input = { ...back, commandId, approvalId, expectedTotal: total };
    await cashier.history.return.mutate(input);
    this.told.set(commandId, total);
  }

  /** One batch on its way; what it fails with on the way is forgotten, as the sync worker does. */
  async push(size: number, way: Way): Promise<void> {
    this.#way = way;
    try {
      this.#session ??= await openSession(this.#context);
      await pushBatch(this.#context, this.#session, { size, ahead: null });
    } catch (error) {
      this.#session = null;
      if (!(error instanceof AppError) || !ON_THE_WAY.includes(error.code)) throw error;
    } finally {
      this.#way = "WELL";
    }
  }

  /** A request that was cut reaches the centre after all. */
  async deliverLate(): Promise<void> {
    await this.#late
      .shift()?.()
      .catch(() => undefined);
  }

  jump(ms: number): void {
    this.#time.offsetMs += ms;
  }

  /** Ends the core and starts it again; the session of its sync is gone with it. */
  async restart(): Promise<void> {
    await this.core.close();
    this.#session = null;
    this.core = await startModelCore(this.folder, this.#time);
    await this.openShift();
  }

  /** What the worker's client does, on the way the step wants. */
  async call<T>(call: CentreCall<T>): Promise<T> {
    const client: CentreClient = createCentreClient({
      centreUrl: this.#centreUrl(),
      timeoutMs: 10_000,
    });
    const way = call.procedure === "till.push" ? this.#way : "WELL";
    if (way === "LATE") this.#late.push(() => client.call(call));
    if (way === "LATE") throw new AppError("CENTRE_UNREACHABLE", { retryable: true });
    const calls = way === "TWICE" ? [client.call(call), client.call(call)] : [client.call(call)];
    const [first] = await Promise.all(calls);
    if (way === "ANSWER_LOST" || first === undefined) {
      throw new AppError("CENTRE_UNREACHABLE", { retryable: true });
    }
    return first;
  }

  /** The till's journal. */
  entries(): (Entry & { readonly commandId: string; readonly kind: string })[] {
    return this.#db
      .prepare(
        `SELECT seq, hash, kind, body ->> 'commandId' AS commandId,
           coalesce(body ->> 'total', 0) AS total FROM journal ORDER BY seq`,
      )
      .all() as (Entry & { commandId: string; kind: string })[];
  }

  acknowledgedSeq(): number {
    return syncState(this.#db).acknowledgedSeq;
  }

  atCentre(): Promise<{ seq: number; hash: string }[]> {
    const { tillId } = this.#context.applyKeys;
    return this.#database.query<{ seq: number; hash: string }>(
      "select seq, hash from journal_entry where till_id = $1 order by seq",
      [tillId],
    );
  }

  async salesAtCentre(): Promise<{ n: number; sum: number }> {
    const { tillId } = this.#context.applyKeys;
    const [row] = await this.#database.query<{ n: number; sum: number }>(
      "select count(*) as n, coalesce(sum(total), 0)::bigint as sum from sale where till_id = $1",
      [tillId],
    );
    return { n: Number(row?.n), sum: Number(row?.sum) };
  }

  async close(): Promise<void> {
    await this.core.close();
    this.#db.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** What the sync worker works with, on the way that the world's step wants. */
function contextOf(
  world: World,
  by: { readonly db: ReadDb; readonly keys: TillKeys; readonly identity: Identity },
): SyncContext {
  const { db, keys, identity } = by;
  const { certificate, rootPublicKey, tillId } = identity;
  const { signingKey, sealKey, dataKey, deviceSecret } = keys;
  const secrets = { sealKey, dataKey, deviceSecret };
  const random = systemRandom;
  return {
    db,
    client: { call: (call) => world.call(call) },
    identity: { certificate, rootPublicKey, centreKeys: [], signingKey, ...secrets },
    version: "model",
    applyKeys: { tillId, rootPublicKey, random, lookup: lookupKey(dataKey), ...secrets },
    centreKeys: () => trustedKeys(rootPublicKey, centreKeys(db)),
    backupAt: () => null,
    diskFreeBytes: async () => null,
    isKeyProtected: true,
    clock: systemClock,
    random,
    pause: async () => undefined,
    emit: () => undefined,
    step: () => undefined,
  };
}

function startModelCore(folder: string, time: { readonly offsetMs: number }): Promise<TestCore> {
  const clock = { ...systemClock, wallMs: () => Date.now() + time.offsetMs };
  return startCore(folder, { clock, syncWorkerUrl: IDLE_WORKER });
}
