import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import { AppError } from "../contract/errors.ts";
import { type CallFrame, ClientFrame, callIdOf, type ServerFrame } from "./frames.ts";
import type { MessagePortLike } from "./message-port.ts";
import { streamResult } from "./stream-result.ts";
import { wireErrorOf } from "./wire-error.ts";

/** More calls than this at once on one port is a fault of the caller, not a workload. */
const MAX_OPEN_CALLS = 256;

export type ServePortOptions = {
  router: AnyTRPCRouter;
  createContext: () => unknown;
  port: MessagePortLike;
  /** told of each failed call, for the log; the caller gets only the wire error */
  onError?: (failure: { path: string; error: unknown }) => void;
};

/**
 * Serves one router on one port until the port closes: the port is the permission. Frames are
 * parsed, a frame that is none is refused or ignored, and a closed port aborts what still runs.
 * A subscription may return an async iterable or an observable; an observable's values are sent in
 * the same tick they are emitted, hence before the answer of the mutation that caused them.
 */
export function servePort(options: ServePortOptions): void {
  const server = new PortServer(options);
  options.port.onMessage((data) => server.receive(data));
  options.port.onClose(() => server.end());
  options.port.start();
}

class PortServer {
  readonly #options: ServePortOptions;
  readonly #calls = new Map<number, AbortController>();
  #open = true;

  constructor(options: ServePortOptions) {
    this.#options = options;
  }

  receive(data: unknown): void {
    const parsed = ClientFrame.safeParse(data);
    const id = parsed.success ? parsed.data.id : callIdOf(data);
    if (id === undefined) return;
    if (parsed.success && parsed.data.type === "cancel") return this.#cancel(id);
    // A second call under an open id cannot be answered without answering the first.
    if (this.#calls.has(id)) return;
    if (!parsed.success || parsed.data.type === "cancel") return this.#refuse(id, "BAD_INPUT");
    if (this.#calls.size >= MAX_OPEN_CALLS) return this.#refuse(id, "RATE_LIMITED");
    const controller = new AbortController();
    this.#calls.set(id, controller);
    void this.#answer(parsed.data, controller);
  }

  end(): void {
    this.#open = false;
    const running = [...this.#calls.values()];
    this.#calls.clear();
    for (const controller of running) controller.abort();
  }

  async #answer(frame: CallFrame, controller: AbortController): Promise<void> {
    const { id, path, type } = frame;
    const isLive = (): boolean => this.#calls.get(id) === controller;
    const send = (answer: ServerFrame): void => this.#send(answer);
    try {
      const result = await this.#call(frame, controller.signal);
      if (type === "subscription") {
        await streamResult({ id, result, signal: controller.signal, send });
      } else if (isLive()) send({ type: "data", id, data: result });
    } catch (error) {
      if (!isLive()) return;
      this.#options.onError?.({ path, error });
      send({ type: "error", id, error: wireErrorOf(error) });
    } finally {
      if (isLive()) this.#calls.delete(id);
    }
  }

  async #call({ path, type, input }: CallFrame, signal: AbortSignal): Promise<unknown> {
    return callTRPCProcedure({
      router: this.#options.router,
      path,
      type,
      ctx: await this.#options.createContext(),
      getRawInput: () => Promise.resolve(input),
      signal,
      batchIndex: 0,
    });
  }

  #cancel(id: number): void {
    const running = this.#calls.get(id);
    this.#calls.delete(id);
    running?.abort();
  }

  #refuse(id: number, code: "BAD_INPUT" | "RATE_LIMITED"): void {
    const error = new AppError(code, { retryable: code === "RATE_LIMITED" });
    this.#send({ type: "error", id, error: wireErrorOf(error) });
  }

  #send(frame: ServerFrame): void {
    if (this.#open) this.#options.port.postMessage(frame);
  }
}
