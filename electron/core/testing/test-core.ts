import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { MessageChannel } from "node:worker_threads";
import type { TRPCClient } from "@trpc/client";
import type { TenderInput } from "../../../shared/contract/paying.ts";
import type { CashierState, DisplayState, SaleView } from "../../../shared/contract/till-state.ts";
import { workerPort } from "../../../shared/rpc/message-port.ts";
import { createPortClient } from "../../../shared/rpc/port-client.ts";
import { createIds } from "../ids.ts";
import { type Core, createCore, type CoreOptions } from "../create-core.ts";
import type { CashierRouter, DisplayRouter } from "../router/root.ts";
import { plainSealBox, systemClock, systemRandom } from "../system.ts";
import { createManualTime } from "./manual-time.ts";
import type { SampleShop } from "./sample-shop.ts";

/** What was let go of may still end in it: its removal is tried again. */
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;

/** A new empty folder and how to be rid of it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "bela-beli-"));
  return { path: folder, remove: () => rmSync(folder, REMOVE) };
}

/** A running core with a cashier's window and a display on real ports. */
export type TestCore = {
  readonly cashier: TRPCClient<CashierRouter>;
  readonly display: TRPCClient<DisplayRouter>;
  /** the newest state each window was sent */
  readonly state: () => CashierState;
  readonly shown: () => DisplayState;
  /** resolves once the cashier's state is as wanted */
  readonly until: (wanted: (state: CashierState) => boolean) => Promise<CashierState>;
  readonly untilShown: (wanted: (state: DisplayState) => boolean) => Promise<DisplayState>;
  /** lets timers of the core run out: nothing else moves its time, and the sync worker waits */
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
};

export const newId = createIds(systemClock, systemRandom);

export async function startCore(
  dataDir: string,
  options: Partial<CoreOptions> = {},
): Promise<TestCore> {
  const time = createManualTime();
  const core = await createCore({
    dataDir,
    schedule: time.schedule,
    clock: systemClock,
    random: systemRandom,
    seal: plainSealBox,
    log: () => undefined,
    syncWorkerUrl: new URL("../sync/sync-worker.ts", import.meta.url),
    ...options,
  });
  const windows = openWindows(core);
  const { cashier, display } = windows;
  const watched = watch<CashierState>((next) =>
    cashier.state.watch.subscribe(undefined, { onData: next }),
  );
  const seen = watch<DisplayState>((next) =>
    display.state.watch.subscribe(undefined, { onData: next }),
  );
  await Promise.all([watched.until(() => true), seen.until(() => true)]);
  return {
    cashier,
    display,
    state: watched.newest,
    shown: seen.newest,
    until: watched.until,
    untilShown: seen.until,
    pass: time.pass,
    close: async () => {
      await core.close();
      windows.close();
    },
  };
}

function openWindows(core: Core): Pick<TestCore, "cashier" | "display"> & { close: () => void } {
  const cashier = new MessageChannel();
  const display = new MessageChannel();
  core.serve("cashier", workerPort(cashier.port1));
  core.serve("display", workerPort(display.port1));
  return {
    cashier: createPortClient<CashierRouter>(workerPort(cashier.port2)),
    display: createPortClient<DisplayRouter>(workerPort(display.port2)),
    close: () => {
      cashier.port2.close();
      display.port2.close();
    },
  };
}

/** Logs the first cashier in and opens a shift where none is open. */
export async function openShop(core: TestCore, shop: SampleShop, float = 200_000): Promise<void> {
  const [first] = shop.cashiers;
  if (first === undefined) throw new Error("a prepared till has cashiers");
  await core.cashier.session.login.mutate({ cashierId: first.cashierId, pin: first.pin });
  if (core.state().shift === null) {
    await core.cashier.shift.open.mutate({ commandId: newId(), float });
  }
}

/** A tender of cash. */
export function cash(amount: number): TenderInput {
  return { kind: "CASH", amount, reference: null, qrisId: null };
}

/** Pays the open cart with so much cash, or with the exact amount; the state after it has come too. */
export async function pay(
  core: TestCore,
  tendered?: number,
  commandId = newId(),
): Promise<SaleView> {
  const { cartId, total } = core.state().cart;
  const amount = tendered ?? total;
  const tenders = [cash(amount)];
  const sale = await core.cashier.sale.pay.mutate({
    commandId,
    cartId,
    expectedTotal: total,
    tenders,
  });
  // The state is sent right after the answer, and so before the answer to anything asked now.
  await core.cashier.health.get.query();
  return sale;
}

type Watched<T> = {
  readonly newest: () => T;
  readonly until: (wanted: (value: T) => boolean) => Promise<T>;
};

function watch<T>(subscribe: (next: (value: T) => void) => unknown): Watched<T> {
  let newest: T | undefined;
  const waiting = new Set<() => void>();
  subscribe((value) => {
    newest = value;
    for (const check of waiting) check();
  });
  return {
    newest: () => {
      if (newest === undefined) throw new Error("nothing was sent yet");
      return newest;
    },
    until: (wanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (newest === undefined || !wanted(newest)) return;
          waiting.delete(check);
          resolve(newest);
        };
        waiting.add(check);
        check();
      }),
  };
}
