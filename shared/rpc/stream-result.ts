import { isObservable } from "@trpc/server/observable";
import type { ServerFrame } from "./frames.ts";

/** Sends what a subscription yields until it ends or `signal` aborts. Fails with what the source throws. */
export async function streamResult({
  id,
  result,
  signal,
  send,
}: {
  id: number;
  result: unknown;
  signal: AbortSignal;
  send: (frame: ServerFrame) => void;
}): Promise<void> {
  const emit = (data: unknown): void => {
    if (!signal.aborted) send({ type: "data", id, data });
  };
  send({ type: "started", id });
  if (isObservable(result)) {
    await new Promise<void>((resolve, reject) => {
      const subscription = result.subscribe({ next: emit, error: reject, complete: resolve });
      onAbort(signal, () => {
        subscription.unsubscribe();
        resolve();
      });
    });
  } else if (isAsyncIterable(result)) {
    await drain(result, signal, emit);
  } else {
    throw new TypeError("a subscription must return an async iterable or an observable");
  }
  if (!signal.aborted) send({ type: "done", id });
}

async function drain(
  iterable: AsyncIterable<unknown>,
  signal: AbortSignal,
  emit: (data: unknown) => void,
): Promise<void> {
  const iterator = iterable[Symbol.asyncIterator]();
  const aborted = new Promise<"aborted">((resolve) => {
    onAbort(signal, () => resolve("aborted"));
  });
  for (;;) {
    const step = await Promise.race([iterator.next(), aborted]);
    if (step === "aborted") {
      // Not awaited: a generator that waits for an event would hold the port's call open for ever.
      iterator.return?.().catch(() => undefined);
      return;
    }
    if (step.done === true) return;
    emit(step.value);
  }
}

function onAbort(signal: AbortSignal, listener: () => void): void {
  if (signal.aborted) listener();
  else signal.addEventListener("abort", listener, { once: true });
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
