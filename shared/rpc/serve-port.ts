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
export function servePort({ router, createContext, port, onError }: ServePortOptions): void {
  const calls = new Map<number, AbortController>();
  let open = true;
  const send = (frame: ServerFrame): void => {
    if (open) port.postMessage(frame);
  };
  const refuse = (id: number, code: "BAD_INPUT" | "RATE_LIMITED"): void => {
    const error = wireErrorOf(new AppError(code, { retryable: code === "RATE_LIMITED" }));
    send({ type: "error", id, error });
  };

  const answer = async (frame: CallFrame, controller: AbortController): Promise<void> => {
    const { id, path, type, input } = frame;
    const live = (): boolean => calls.get(id) === controller;
    try {
      const result: unknown = await callTRPCProcedure({
        router,
        path,
        type,
        ctx: await createContext(),
        getRawInput: () => Promise.resolve(input),
        signal: controller.signal,
        batchIndex: 0,
      });
      if (type === "subscription") {
        await streamResult({ id, result, signal: controller.signal, send });
      } else if (live()) {
        send({ type: "data", id, data: result });
      }
    } catch (error) {
      if (!live()) return;
      onError?.({ path, error });
      send({ type: "error", id, error: wireErrorOf(error) });
    } finally {
      if (live()) calls.delete(id);
    }
  };

  port.onMessage((data) => {
    const parsed = ClientFrame.safeParse(data);
    const id = parsed.success ? parsed.data.id : callIdOf(data);
    if (id === undefined) return;
    const running = calls.get(id);
    if (parsed.success && parsed.data.type === "cancel") {
      calls.delete(id);
      running?.abort();
    } else if (running === undefined) {
      if (!parsed.success || parsed.data.type === "cancel") return refuse(id, "BAD_INPUT");
      if (calls.size >= MAX_OPEN_CALLS) return refuse(id, "RATE_LIMITED");
      const controller = new AbortController();
      calls.set(id, controller);
      void answer(parsed.data, controller);
    }
  });
  port.onClose(() => {
    open = false;
    const running = [...calls.values()];
    calls.clear();
    for (const controller of running) controller.abort();
  });
  port.start();
}
