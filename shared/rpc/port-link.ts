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
  const calls = new Map<number, { operation: Operation; observer: CallObserver<TRouter> }>();
  let lastId = 0;
  let open = true;
  const fail = (observer: CallObserver<TRouter>, error: AppError): void =>
    observer.error(TRPCClientError.from<TRouter>(error));
  const send = (frame: ClientFrame): void => {
    if (open) port.postMessage(frame);
  };

  port.onMessage((data) => {
    const parsed = ServerFrame.safeParse(data);
    const call = parsed.success ? calls.get(parsed.data.id) : undefined;
    if (!parsed.success || call === undefined) return;
    const { observer } = call;
    const frame = parsed.data;
    if (frame.type === "started") return observer.next({ result: { type: "started" } });
    if (frame.type === "data") {
      observer.next({ result: { type: "data", data: frame.data } });
      if (call.operation.type === "subscription") return;
    }
    calls.delete(frame.id);
    if (frame.type === "error") return fail(observer, appErrorOfWire(frame.error));
    if (frame.type === "done") observer.next({ result: { type: "stopped" } });
    observer.complete();
  });
  port.onClose(() => {
    open = false;
    const waiting = [...calls.values()];
    calls.clear();
    for (const { observer } of waiting)
      fail(observer, new AppError("CORE_GONE", { retryable: true }));
  });
  port.start();

  return () =>
    ({ op }) =>
      observable<Envelope, TRPCClientError<TRouter>>((observer) => {
        if (!open) return fail(observer, new AppError("CORE_GONE", { retryable: true }));
        const id = ++lastId;
        calls.set(id, { operation: op, observer });
        send({ type: op.type, id, path: op.path, input: op.input });
        const cancel = (): void => {
          if (calls.delete(id)) send({ type: "cancel", id });
        };
        const abort = (): void => {
          cancel();
          observer.error(new TRPCClientError("aborted"));
        };
        op.signal?.addEventListener("abort", abort, { once: true });
        return () => {
          op.signal?.removeEventListener("abort", abort);
          cancel();
        };
      });
}
