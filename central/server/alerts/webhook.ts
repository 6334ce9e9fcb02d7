import type { Channel } from "./channel.ts";

const TIMEOUT_MS = 10_000;

/** Posts each piece of news as JSON. Fails where the other side does not answer well in time. */
export function webhook(url: string): Channel {
  return {
    name: "webhook",
    atOnce: 1,
    tell: async ([news]) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ source: "bela-beli", ...news }),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
