import { type Operation, TRPCClientError, type TRPCLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { type Observer, observable } from "@trpc/server/observable";
import { AppError } from "../contract/errors.ts";
import { type ClientFrame, ServerFrame } from "./frames.ts";
import type { MessagePortLike } from "./message-port.ts";
import { appErrorOfWire } from "./wire-error.ts";

type Envelope = {
  result: { type: "started" } | { type: "stopped" } | { type: "data"; data: unknown };
};
type CallObserver<TRouter extends AnyTRPCRouter> = Observer<Envelope, TRPCClientError<TRouter>>;

/**
 * A tRPC link over one port. When the port closes, every call still open and every later one fails
 * with AppError CORE_GONE (retryable: each mutation carries a command id).
 */
export function portLink<TRouter extends AnyTRPCRouter>(port: MessagePortLike): TRPCLink<TRouter> {
  const caller = new PortCaller<TRouter>(port);
  port.onMessage((data) => caller.receive(data));
  port.onClose(() => caller.end());
  port.start();
  return () =>
    ({ op }) =>
      observable<Envelope, TRPCClientError<TRouter>>((observer) => caller.call(op, observer));
}

class PortCaller<TRouter extends AnyTRPCRouter> {
  readonly #port: MessagePortLike;
  readonly #calls = new Map<number, { operation: Operation; observer: CallObserver<TRouter> }>();
  #lastId = 0;
  #open = true;

  constructor(port: MessagePortLike) {
    this.#port = port;
  }

  /** Starts a call; what it returns cancels it. */
  call(operation: Operation, observer: CallObserver<TRouter>): () => void {
    if (!this.#open) {
      this.#fail(observer, new AppError("CORE_GONE", { retryable: true }));
      return () => undefined;
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const { type, path, input, signal } = operation;
    this.#calls.set(id, { operation, observer });
    this.#send({ type, id, path, input });
    const cancel = (): void => {
      if (this.#calls.delete(id)) this.#send({ type: "cancel", id });
    };
    const abort = (): void => {
      cancel();
      observer.error(new TRPCClientError("aborted"));
    };
    signal?.addEventListener("abort", abort, { once: true });
    return () => {
      signal?.removeEventListener("abort", abort);
      cancel();
    };
  }

  receive(data: unknown): void {
    const parsed = ServerFrame.safeParse(data);
    const call = parsed.success ? this.#calls.get(parsed.data.id) : undefined;
    if (!parsed.success || call === undefined) return;
    const { observer, operation } = call;
    const frame = parsed.data;
    if (frame.type === "started") return observer.next({ result: { type: "started" } });
    if (frame.type === "data") {
      observer.next({ result: { type: "data", data: frame.data } });
      if (operation.type === "subscription") return;
    }
    this.#calls.delete(frame.id);
    if (frame.type === "error") return this.#fail(observer, appErrorOfWire(frame.error));
    if (frame.type === "done") observer.next({ result: { type: "stopped" } });
    observer.complete();
  }

  end(): void {
    this.#open = false;
    const waiting = [...this.#calls.values()];
    this.#calls.clear();
    const gone = new AppError("CORE_GONE", { retryable: true });
    for (const { observer } of waiting) this.#fail(observer, gone);
  }

  #fail(observer: CallObserver<TRouter>, error: AppError): void {
    observer.error(TRPCClientError.from<TRouter>(error));
  }

  #send(frame: ClientFrame): void {
    if (this.#open) this.#port.postMessage(frame);
  }
}
