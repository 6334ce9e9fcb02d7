import { setTimeout as pause } from "node:timers/promises";
import { SHOP } from "../../central/server/testing/shop.ts";
import type { ForkedCore } from "../../electron/core/testing/forked-core.ts";
import { cash, newId } from "../../electron/core/testing/test-core.ts";
import { appErrorOf } from "../../shared/rpc/port-client.ts";
import { between, pick, type Random } from "./seeded.ts";
import type { RunningTill, TillUnderTest } from "./till-under-test.ts";

type Cashier = ForkedCore["cashier"];

/** A command and what it came to: asked for again it is the same one. */
type Command = {
  readonly commandId: string;
  readonly kind: "SALE" | "VOID" | "RETURN" | "SHIFT";
  /** Gives the money it moved. */
  readonly ask: (cashier: Cashier) => Promise<number>;
};

export type Acknowledged = { readonly kind: Command["kind"]; readonly amount: number };

const NIPS = ["198503152010011991", "198802292012102993", "200112012025042995"] as const;
const PRODUCTS = [SHOP.productId, SHOP.bagId, SHOP.strangerProductId] as const;
/** The disk is full, or the like: the same is asked for again a little later. */
const AGAIN: readonly string[] = [
  "DB_IO",
  "DB_DISK_FULL",
  "DB_IN_USE",
  "DB_CORRUPT",
  "NOT_LOGGED_IN",
];
const AGAIN_MS = 250;
const RECENT_SALES = 30;

/** A cashier's hands at one till: sells, voids, takes back, closes shifts, and remembers what was said to be done. */
export class Seller {
  readonly till: TillUnderTest;
  /** by command id */
  readonly acknowledged = new Map<string, Acknowledged>();
  /** refusals by code, for whoever reads the run */
  readonly refused = new Map<string, number>();
  sales = 0;
  readonly #random: Random;
  readonly #gapMs: number;
  #pending: Command | null = null;
  #recent: { readonly saleId: string; readonly total: number }[] = [];
  #stopped = false;

  constructor(till: TillUnderTest, options: { readonly random: Random; readonly gapMs: number }) {
    this.till = till;
    this.#random = options.random;
    this.#gapMs = options.gapMs;
  }

  /** Sells until it is told to stop, and then brings what was begun to its end. */
  async run(): Promise<void> {
    this.#stopped = false;
    while (!this.#stopped) {
      const from = performance.now();
      await this.#turn();
      const restMs = this.#gapMs - (performance.now() - from);
      if (restMs > 0) await pause(restMs);
    }
    while (this.#pending !== null) await this.#turn();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #turn(): Promise<void> {
    const running = await this.till.running();
    try {
      await this.#open(running);
      if (this.#pending === null) this.#pending = await this.#next(running);
      if (this.#pending !== null) await this.#do(running, this.#pending);
    } catch (error) {
      await this.#failed(error);
    }
  }

  /** Logs in and opens a shift where needed. */
  async #open({ core, state }: RunningTill): Promise<void> {
    const { supervisorId: cashierId, supervisorPin: pin } = SHOP;
    if (state().session === null) await core.cashier.session.login.mutate({ cashierId, pin });
    if (state().shift !== null || this.#pending !== null) return;
    this.#recent = [];
    await core.cashier.shift.open.mutate({ commandId: newId(), float: 100_000 });
  }

  async #do({ core }: RunningTill, command: Command): Promise<void> {
    const { commandId, kind, ask } = command;
    const amount = await ask(core.cashier);
    this.acknowledged.set(commandId, { kind, amount });
    if (kind === "SALE") this.sales += 1;
    this.#pending = null;
  }

  async #failed(error: unknown): Promise<void> {
    const { code } = appErrorOf(error);
    if (code === "CORE_GONE" || (error instanceof Error && error.message === "the core is gone")) {
      return;
    }
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    if (AGAIN.includes(code)) await pause(AGAIN_MS);
    else this.#pending = null;
  }

  async #next(running: RunningTill): Promise<Command | null> {
    const chance = this.#random();
    const sale = this.#recent[between(this.#random, 0, RECENT_SALES)];
    if (chance < 0.04 && sale !== undefined) return this.#void(sale);
    if (chance < 0.08 && sale !== undefined) return this.#return(running, sale);
    if (chance < 0.1) return moveCash(between(this.#random, 1, 50) * 1_000);
    if (chance < 0.11) return this.#holdAndResume(running);
    if (chance < 0.114) return closeShift();
    return this.#sale(running);
  }

  async #sale({ core: { cashier }, state }: RunningTill): Promise<Command> {
    const lines = between(this.#random, 1, 4);
    for (let line = 0; line < lines; line += 1) {
      const productId = pick(this.#random, PRODUCTS);
      await cashier.cart.add.mutate({ productId, qty: between(this.#random, 1, 3) });
    }
    if (this.#random() < 0.4) {
      await cashier.buyer.typedNip.mutate({ nip: pick(this.#random, NIPS) });
      await cashier.buyer.confirm.mutate();
    } else await cashier.buyer.setPublic.mutate();
    const { cartId, total } = state().cart;
    const commandId = newId();
    return {
      commandId,
      kind: "SALE",
      ask: async (asked) => {
        const payment = { commandId, cartId, expectedTotal: total, tenders: [cash(total)] };
        const sale = await asked.sale.pay.mutate(payment);
        this.#recent = [sale, ...this.#recent].slice(0, RECENT_SALES);
        return sale.total;
      },
    };
  }

  #void({ saleId, total }: { readonly saleId: string; readonly total: number }): Command {
    const commandId = newId();
    const why = { reason: "WRONG_BUYER" as const, note: "kartu tertukar", approvalId: null };
    return {
      commandId,
      kind: "VOID",
      ask: async (cashier) => {
        await cashier.history.void.mutate({ ...why, commandId, saleId });
        this.#forget(saleId);
        return total;
      },
    };
  }

  /** One piece of the first line comes back. */
  async #return({ core }: RunningTill, { saleId }: { readonly saleId: string }): Promise<Command> {
    const lines = [{ no: 1, qty: 1, condition: "BAIK" as const }];
    const { total } = await core.cashier.history.quote.query({ saleId, lines });
    const { supervisorId: staffId, supervisorPin: pin } = SHOP;
    const asked = { staffId, pin, action: "RETURN" as const, subject: saleId, amount: total };
    const { approvalId } = await core.cashier.approval.request.mutate(asked);
    const commandId = newId();
    const back = { saleId, lines, reason: "DAMAGED" as const, refundBy: "CASH" as const };
    return {
      commandId,
      kind: "RETURN",
      ask: async (cashier) => {
        const returned = { ...back, commandId, approvalId, expectedTotal: total };
        await cashier.history.return.mutate(returned);
        this.#forget(saleId);
        return total;
      },
    };
  }

  async #holdAndResume({ core: { cashier }, state }: RunningTill): Promise<null> {
    await cashier.cart.add.mutate({ productId: SHOP.productId, qty: 1 });
    const { cartId } = state().cart;
    await cashier.cart.hold.mutate({ commandId: newId(), cartId });
    await cashier.cart.resume.mutate({ commandId: newId(), cartId });
    return null;
  }

  #forget(saleId: string): void {
    this.#recent = this.#recent.filter((sale) => sale.saleId !== saleId);
  }
}

function moveCash(amount: number): Command {
  const commandId = newId();
  const moved = { commandId, direction: "IN", amount, reason: "CHANGE", note: "" } as const;
  return {
    commandId,
    kind: "SHIFT",
    ask: async (cashier) => {
      await cashier.shift.moveCash.mutate(moved);
      return amount;
    },
  };
}

function closeShift(): Command {
  const commandId = newId();
  const counts = [{ value: 1_000, pieces: 1 }];
  return {
    commandId,
    kind: "SHIFT",
    ask: async (cashier) => {
      await cashier.shift.close.mutate({ commandId, counts, reason: "UNKNOWN", note: "" });
      return 0;
    },
  };
}
