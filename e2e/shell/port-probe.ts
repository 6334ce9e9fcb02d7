import type { Page } from "@playwright/test";

/** An answer as it comes over the port. */
export type PortAnswer = {
  readonly type: string;
  readonly data?: unknown;
  readonly error?: { readonly code: string };
};

/**
 * Asks for a port as a page does and makes one call over it. The frames are written by hand, as a
 * page taken over by somebody could.
 */
export function callOverNewPort(
  page: Page,
  call: { readonly type: "query" | "mutation" | "subscription"; readonly path: string },
): Promise<PortAnswer> {
  return page.evaluate(
    ({ type, path }) =>
      new Promise<PortAnswer>((resolve) => {
        // Far from the ids of the page's own calls, which get this port too.
        const id = 900_000;
        const onPort = (event: MessageEvent): void => {
          const port = event.ports[0];
          if (event.data?.type !== "bela-beli:port" || port === undefined) return;
          window.removeEventListener("message", onPort);
          port.addEventListener("message", ({ data }) => {
            if (data.id === id) resolve(data);
          });
          port.start();
          port.postMessage({ id, type, path });
        };
        window.addEventListener("message", onPort);
        window.postMessage({ type: "bela-beli:hello" }, window.location.origin);
      }),
    call,
  );
}
