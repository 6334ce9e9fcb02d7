import { EventEmitter, on } from "node:events";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { initTRPC, TRPCError } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "../contract/errors.ts";
import { workerPort } from "./message-port.ts";
import { appErrorOf, createPortClient } from "./port-client.ts";
import { servePort } from "./serve-port.ts";

const t = initTRPC.context<{ role: string; bus: EventEmitter; log: string[] }>().create();

const router = t.router({
  sale: t.router({
    total: t.procedure.input(z.number()).query(({ input }) => input * 2),
    role: t.procedure.query(({ ctx }) => ctx.role),
    pay: t.procedure
      .input(z.object({ tendered: z.number() }))
      .mutation(({ ctx, input }): { change: number } => {
        ctx.bus.emit("state", `paid ${input.tendered}`);
        return { change: input.tendered - 1 };
      }),
    nothing: t.procedure.mutation(() => undefined),
    refuse: t.procedure.mutation((): string => {
      throw new AppError("TENDER_BELOW_TOTAL", { details: { total: 85_000 } });
    }),
    forbid: t.procedure.query((): string => {
      throw new TRPCError({ code: "FORBIDDEN", message: "SELECT nip FROM person" });
    }),
    crash: t.procedure.query((): string => {
      throw new Error("SQLITE_CONSTRAINT near NIP 197001011990011001");
    }),
    never: t.procedure.query(({ ctx, signal }): Promise<string> => {
      signal?.addEventListener("abort", () => ctx.bus.emit("aborted", "query"));
      return new Promise(() => ctx.bus.emit("waiting"));
    }),
  }),
  state: t.router({
    watch: t.procedure.subscription(({ ctx }) =>
      observable<string>((observer) => {
        const listener = (text: string): void => observer.next(text);
        ctx.bus.on("state", listener);
        ctx.bus.emit("watching");
        return () => {
          ctx.bus.off("state", listener);
          ctx.bus.emit("aborted", "observable");
        };
      }),
    ),
    count: t.procedure.input(z.number()).subscription(async function* ({ input }) {
      for (let step = 1; step <= input; step += 1) yield step;
    }),
    events: t.procedure.subscription(async function* ({ ctx, signal }) {
      try {
        for await (const [text] of on(ctx.bus, "state", { signal: signal as AbortSignal }))
          yield String(text);
      } finally {
        ctx.bus.emit("aborted", "generator");
      }
    }),
    broken: t.procedure.subscription(async function* () {
      yield 1;
      throw new AppError("DB_IO", { retryable: true });
    }),
  }),
});

let core: MessagePort;
let page: MessagePort;
let bus: EventEmitter;
let failures: { path: string; error: unknown }[];

beforeEach(() => {
  const channel = new MessageChannel();
  core = channel.port1;
  page = channel.port2;
  bus = new EventEmitter();
  failures = [];
  servePort({
    router,
    port: workerPort(core),
    createContext: () => ({ role: "cashier", bus, log: [] }),
    onError: (failure) => failures.push(failure),
  });
});
afterEach(() => {
  core.close();
  page.close();
});

const connect = () => createPortClient<typeof router>(workerPort(page));
const once = (event: string): Promise<unknown[]> =>
  new Promise((resolve) => bus.once(event, (...values: unknown[]) => resolve(values)));
const failureOf = (call: Promise<unknown>): Promise<AppError> =>
  call.then(
    () => expect.fail("the call should have failed"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(AppError);
      return error as AppError;
    },
  );

describe("a call over a port", () => {
  test("answers queries, also for falsy inputs", async () => {
    const client = connect();
    expect(await client.sale.total.query(21)).toBe(42);
    expect(await client.sale.total.query(0)).toBe(0);
  });

  test("answers mutations, also with nothing", async () => {
    const client = connect();
    expect(await client.sale.pay.mutate({ tendered: 10 })).toEqual({ change: 9 });
    expect(await client.sale.nothing.mutate()).toBeUndefined();
  });

  test("keeps many calls apart", async () => {
    const client = connect();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => client.sale.total.query(n)));
    expect(answers).toEqual([2, 4, 6, 8, 10]);
  });

  test("runs with the context its port was served with", async () => {
    expect(await connect().sale.role.query()).toBe("cashier");
  });
});

describe("a failed call", () => {
  test("arrives as the AppError that was thrown", async () => {
    const error = await failureOf(connect().sale.refuse.mutate());
    expect(error).toMatchObject({
      code: "TENDER_BELOW_TOTAL",
      details: { total: 85_000 },
      retryable: false,
    });
  });

  test("is BAD_INPUT for an input outside the schema", async () => {
    const error = await failureOf(connect().sale.total.query("x" as unknown as number));
    expect(error.code).toBe("BAD_INPUT");
  });

  test("tells nothing of what went wrong inside, but the log hears of it", async () => {
    const error = await failureOf(connect().sale.crash.query());
    expect(error).toMatchObject({ code: "INTERNAL", message: "INTERNAL", details: {} });
    expect(failures.map((failure) => failure.path)).toEqual(["sale.crash"]);
    expect((await failureOf(connect().sale.forbid.query())).message).toBe("NOT_ALLOWED");
  });

  test("is NOT_FOUND for a path the router lacks, an inherited name or the wrong kind", async () => {
    const client = connect();
    const untyped = client as unknown as Record<
      string,
      Record<string, { query(): Promise<unknown> }>
    >;
    expect((await failureOf(untyped["sale"]!["refund"]!.query())).code).toBe("NOT_FOUND");
    expect((await failureOf(untyped["sale"]!["pay"]!.query())).code).toBe("NOT_FOUND");
    page.postMessage({ type: "query", id: 900, path: "constructor" });
    page.postMessage({ type: "query", id: 901, path: "toString" });
    const answers: unknown[] = [];
    await new Promise<void>((resolve) => {
      page.on("message", (message) => {
        if (answers.push(message) === 2) resolve();
      });
    });
    expect(answers).toEqual([
      { type: "error", id: 900, error: { code: "NOT_FOUND", details: {}, retryable: false } },
      { type: "error", id: 901, error: { code: "NOT_FOUND", details: {}, retryable: false } },
    ]);
  });
});

describe("a subscription", () => {
  test("delivers an async iterable's values in order, then completes", async () => {
    const seen: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      connect().state.count.subscribe(3, {
        onStarted: () => seen.push("started"),
        onData: (value) => seen.push(value),
        onComplete: resolve,
        onError: reject,
      });
    });
    expect(seen).toEqual(["started", 1, 2, 3]);
  });

  test("sends an observable's value before the answer of the mutation that caused it", async () => {
    const client = connect();
    const seen: string[] = [];
    const watching = once("watching");
    client.state.watch.subscribe(undefined, { onData: (text) => seen.push(text) });
    await watching;
    await client.sale.pay.mutate({ tendered: 5 });
    seen.push("answered");
    expect(seen).toEqual(["paid 5", "answered"]);
  });

  test.each(["watch", "events"] as const)(
    "stops at its source when cancelled (%s)",
    async (name) => {
      let onStarted: () => void = () => undefined;
      const started = new Promise<void>((resolve) => {
        onStarted = resolve;
      });
      const subscription = connect().state[name].subscribe(undefined, { onStarted });
      await started;
      const aborted = once("aborted");
      subscription.unsubscribe();
      await aborted;
      expect(bus.listenerCount("state")).toBe(0);
    },
  );

  test("ends with the error its source throws", async () => {
    const error = await new Promise<unknown>((resolve) => {
      connect().state.broken.subscribe(undefined, { onError: resolve });
    });
    expect(appErrorOf(error)).toMatchObject({ code: "DB_IO", retryable: true });
  });
});

describe("a cancelled query", () => {
  test("aborts at the core and rejects at once", async () => {
    const waiting = once("waiting");
    const abort = new AbortController();
    const call = connect().sale.never.query(undefined, { signal: abort.signal });
    const failed = failureOf(call);
    await waiting;
    const aborted = once("aborted");
    abort.abort();
    expect(await aborted).toEqual(["query"]);
    expect((await failed).code).toBe("INTERNAL");
  });
});

describe("a port that closes", () => {
  test("rejects what waits, ends subscriptions and refuses later calls with CORE_GONE", async () => {
    const client = connect();
    const waiting = once("waiting");
    const pending = failureOf(client.sale.never.query());
    const ended = new Promise<unknown>((resolve) => {
      client.state.watch.subscribe(undefined, { onError: resolve });
    });
    await waiting;
    core.close();
    expect(await pending).toMatchObject({ code: "CORE_GONE", retryable: true });
    expect(appErrorOf(await ended).code).toBe("CORE_GONE");
    expect((await failureOf(client.sale.total.query(1))).code).toBe("CORE_GONE");
  });

  test("aborts what the core still runs for it", async () => {
    const waiting = once("waiting");
    const call = failureOf(connect().sale.never.query());
    await waiting;
    const aborted = once("aborted");
    page.close();
    expect(await aborted).toEqual(["query"]);
    expect((await call).code).toBe("CORE_GONE");
  });
});

describe("a hostile frame", () => {
  const answerTo = (frame: unknown): Promise<unknown> => {
    const answer = new Promise<unknown>((resolve) => page.once("message", resolve));
    page.postMessage(frame);
    return answer;
  };
  const refusal = (id: number) => ({
    type: "error",
    id,
    error: { code: "BAD_INPUT", details: {}, retryable: false },
  });

  test.each([
    ["an unknown type", { type: "eval", id: 7 }],
    ["a path that is no path", { type: "query", id: 7, path: "../sale" }],
    ["a path too long", { type: "query", id: 7, path: "a".repeat(5_000) }],
    ["fields beyond the format", { type: "query", id: 7, path: "sale.role", role: "admin" }],
  ])("is refused: %s", async (_name, frame) => {
    expect(await answerTo(frame)).toEqual(refusal(7));
  });

  test.each([
    ["no object", "sale.role"],
    ["null", null],
    ["no id", { type: "query", path: "sale.role" }],
    ["a fractional id", { type: "query", id: 1.5, path: "sale.role" }],
    ["a cancel of nothing", { type: "cancel", id: 3 }],
  ])("is ignored: %s", async (_name, frame) => {
    page.postMessage(frame);
    expect(await answerTo({ type: "query", id: 9, path: "sale.role" })).toEqual({
      type: "data",
      id: 9,
      data: "cashier",
    });
  });

  test("cannot reuse the id of a call that is still open", async () => {
    const waiting = once("waiting");
    page.postMessage({ type: "query", id: 5, path: "sale.never" });
    await waiting;
    page.postMessage({ type: "query", id: 5, path: "sale.role" });
    expect(await answerTo({ type: "query", id: 6, path: "sale.role" })).toMatchObject({ id: 6 });
  });

  test("cannot open calls without bound", async () => {
    for (let id = 1; id <= 256; id += 1)
      page.postMessage({ type: "query", id, path: "sale.never" });
    expect(await answerTo({ type: "query", id: 257, path: "sale.role" })).toEqual({
      type: "error",
      id: 257,
      error: { code: "RATE_LIMITED", details: {}, retryable: true },
    });
  });

  test("from the core does not disturb the page", async () => {
    const client = connect();
    const call = client.sale.total.query(4);
    core.postMessage({ type: "data", id: "1", data: 1 });
    core.postMessage("noise");
    expect(await call).toBe(8);
  });
});
