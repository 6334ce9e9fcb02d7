import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const POLL_MS = 10;
const ASK_MS = 3;
const LIMIT_MS = 60_000;

const Targets = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }),
);
const Answer = z.object({ result: z.object({ result: z.object({ value: z.unknown() }) }) });

/**
 * Waits until a page of a Chromium under remote debugging makes `condition` true. The same
 * watcher looks at both sides of a comparison.
 */
export async function untilPage(by: {
  readonly port: number;
  readonly isPage: (url: string) => boolean;
  /** JavaScript that is true once the page is as wanted */
  readonly condition: string;
}): Promise<void> {
  const socket = new WebSocket(await pageSocket(by.port, by.isPage));
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve, { once: true });
      socket.addEventListener("error", reject, { once: true });
    });
    // A page that is just being loaded loses its scripts: then it is asked again.
    while (!(await isTrue(socket, by.condition))) await pause(ASK_MS);
  } finally {
    socket.close();
  }
}

async function pageSocket(port: number, isPage: (url: string) => boolean): Promise<string> {
  const until = performance.now() + LIMIT_MS;
  while (performance.now() < until) {
    const targets = await fetch(`http://127.0.0.1:${port}/json`)
      .then(async (answer) => Targets.parse(await answer.json()))
      .catch(() => []);
    const found = targets.find(({ type, url }) => type === "page" && isPage(url));
    if (found?.webSocketDebuggerUrl !== undefined) return found.webSocketDebuggerUrl;
    await pause(POLL_MS);
  }
  throw new Error("the page never came");
}

async function isTrue(socket: WebSocket, expression: string): Promise<boolean> {
  const answered = new Promise<string>((resolve, reject) => {
    socket.onmessage = (event) => resolve(String(event.data));
    socket.onclose = () => reject(new Error("the page is gone"));
  });
  const params = { expression, returnByValue: true };
  socket.send(JSON.stringify({ id: 1, method: "Runtime.evaluate", params }));
  return Answer.safeParse(JSON.parse(await answered)).data?.result.result.value === true;
}
