import type { TRPCClient } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { HAND_OVER } from "../shared/contract/hand-over.ts";
import { eventPort } from "../shared/rpc/message-port.ts";
import { createPortClient } from "../shared/rpc/port-client.ts";

/** What a window hears about its core. */
export type CoreListener<TRouter extends AnyTRPCRouter> = {
  /** a core is there, the first or after a restart: calls of an earlier client have failed */
  ready(core: TRPCClient<TRouter>): void;
  /** the core behind the last client is gone; its open calls fail with CORE_GONE */
  gone(): void;
};

/** Asks the preload for the window's port, now and each time the core starts again. */
export function connectCore<TRouter extends AnyTRPCRouter>(
  page: Window,
  listener: CoreListener<TRouter>,
): void {
  let closePort = (): void => undefined;
  page.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== page) return;
    const type = typeOf(event.data);
    const port = event.ports[0];
    if (type === HAND_OVER.coreGone) {
      closePort();
      listener.gone();
    }
    if (type === HAND_OVER.port && port !== undefined) {
      closePort();
      const onClose: (() => void)[] = [];
      closePort = () => {
        for (const closed of onClose.splice(0)) closed();
      };
      listener.ready(createPortClient<TRouter>(eventPort(port, (closed) => onClose.push(closed))));
    }
  });
  page.postMessage({ type: HAND_OVER.hello }, page.location.origin);
}

/** Tells the shell that the page's first screen stands. */
export function announceShown(page: Window): void {
  page.postMessage({ type: HAND_OVER.shown }, page.location.origin);
}

/** Asks the shell to start the core again at once. */
export function retryCore(page: Window): void {
  page.postMessage({ type: HAND_OVER.retry }, page.location.origin);
}

function typeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
}
