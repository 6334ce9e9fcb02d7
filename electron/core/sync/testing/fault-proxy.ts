import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/*
 * Stands between a till and its centre on loopback and breaks what a test tells it to break. It passes
 * bytes on untouched otherwise, so that request signatures hold.
 */

export type Fault =
  /** The centre works, its answer never comes back. */
  | { readonly kind: "LOSE_ANSWER" }
  /** The request never reaches the centre. */
  | { readonly kind: "CUT" }
  /** The same, told by a reset. */
  | { readonly kind: "RESET" }
  /** The connection is cut, and the request reaches the centre later all the same. */
  | { readonly kind: "LATE"; readonly delayMs: number }
  /** The centre works, and whoever asked waits for ever. */
  | { readonly kind: "SILENCE" }
  /** The request reaches the centre twice at once. */
  | { readonly kind: "TWICE" }
  /** The answer ends in its middle. */
  | { readonly kind: "TRUNCATE" }
  /** Something happens while the centre works. */
  | { readonly kind: "MEANWHILE"; readonly work: () => void }
  | {
      readonly kind: "ANSWER";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The centre's own answer, changed on the way. */
  | { readonly kind: "CHANGE"; readonly change: (text: string) => string };

export type FaultProxy = {
  readonly url: string;
  /** Breaks the next call of this procedure, once; several faults follow one another. */
  readonly breakNext: (procedure: string, fault: Fault, onBroken?: () => void) => void;
  /** Holds each request back for so long, as a far centre does. */
  readonly delay: (delayMs: number) => void;
  /** Lets nothing pass in one direction until it is told null, when all that waits is cut. */
  readonly block: (direction: "REQUESTS" | "ANSWERS" | null) => void;
  /** How often a procedure was asked for since the start. */
  readonly asked: (procedure: string) => number;
  /** Requests open at the same time, at most, since the start. */
  readonly mostAtOnce: () => number;
  readonly turnOff: () => Promise<void>;
  readonly turnOn: () => Promise<void>;
};

export async function startFaultProxy(centreUrl: string): Promise<FaultProxy> {
  const proxy = new LoopbackProxy(centreUrl);
  await proxy.turnOn();
  return proxy;
}

type Armed = { readonly fault: Fault; readonly onBroken: () => void };
type Call = { readonly request: IncomingMessage; readonly body: Buffer };

class LoopbackProxy implements FaultProxy {
  readonly #centreUrl: string;
  readonly #faults = new Map<string, Armed[]>();
  readonly #asked = new Map<string, number>();
  readonly #held = new Set<ServerResponse>();
  #server: Server | null = null;
  #port = 0;
  #open = 0;
  #most = 0;
  #delayMs = 0;
  #blocked: "REQUESTS" | "ANSWERS" | null = null;

  constructor(centreUrl: string) {
    this.#centreUrl = centreUrl;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  readonly breakNext = (
    procedure: string,
    fault: Fault,
    onBroken: () => void = () => undefined,
  ): void => {
    const before = this.#faults.get(procedure) ?? [];
    this.#faults.set(procedure, [...before, { fault, onBroken }]);
  };

  readonly delay = (delayMs: number): void => {
    this.#delayMs = delayMs;
  };

  readonly block = (direction: "REQUESTS" | "ANSWERS" | null): void => {
    this.#blocked = direction;
    if (direction !== null) return;
    for (const response of this.#held) response.destroy();
    this.#held.clear();
  };

  readonly asked = (procedure: string): number => this.#asked.get(procedure) ?? 0;

  readonly mostAtOnce = (): number => this.#most;

  readonly turnOn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => this.#take(request, response));
      server.once("error", reject);
      server.listen(this.#port, "127.0.0.1", () => {
        this.#port = (server.address() as AddressInfo).port;
        this.#server = server;
        resolve();
      });
    });

  readonly turnOff = (): Promise<void> =>
    new Promise((resolve) => {
      const server = this.#server;
      this.#server = null;
      server?.closeAllConnections();
      if (server === null) resolve();
      else server.close(() => resolve());
    });

  #take(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    this.#open += 1;
    this.#most = Math.max(this.#most, this.#open);
    response.once("close", () => {
      this.#open -= 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const call = { request, body: Buffer.concat(chunks) };
      this.#handle(call, response).catch(() => response.destroy());
    });
  }

  async #handle(call: Call, response: ServerResponse): Promise<void> {
    const procedure = /\/trpc\/([\w.]+)/.exec(call.request.url ?? "")?.[1] ?? "";
    this.#asked.set(procedure, this.asked(procedure) + 1);
    if (this.#blocked === "REQUESTS") {
      this.#held.add(response);
      return;
    }
    if (this.#delayMs > 0) await pause(this.#delayMs);
    const armed = this.#faults.get(procedure)?.shift();
    armed?.onBroken();
    const instead = armed === undefined ? false : this.#insteadOf(call, response, armed.fault);
    if (!instead) await this.#forward(call, response, armed?.fault);
  }

  /** What happens in place of the call; false for a fault that lets it through. */
  #insteadOf(call: Call, response: ServerResponse, fault: Fault): boolean {
    switch (fault.kind) {
      case "CUT":
        response.destroy();
        return true;
      case "RESET":
        response.socket?.resetAndDestroy();
        return true;
      case "LATE":
        response.destroy();
        setTimeout(() => void this.#deliver(call).catch(() => undefined), fault.delayMs);
        return true;
      case "ANSWER":
        response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
        response.end(JSON.stringify(fault.body));
        return true;
      default:
        return false;
    }
  }

  async #forward(call: Call, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    const coming = this.#deliver(call);
    // It may fail while the second of two is waited for.
    coming.catch(() => undefined);
    if (fault?.kind === "MEANWHILE") fault.work();
    if (fault?.kind === "TWICE") await this.#deliver(call).catch(() => undefined);
    const { status, text } = await coming;
    if (this.#blocked === "ANSWERS") this.#held.add(response);
    else if (fault?.kind === "LOSE_ANSWER") response.destroy();
    else if (fault?.kind !== "SILENCE") answer(response, { status, text, fault });
  }

  async #deliver({ request, body }: Call): Promise<{ status: number; text: string }> {
    const given = await fetch(`${this.#centreUrl}${request.url ?? ""}`, {
      method: request.method ?? "POST",
      headers: passedOn(request.headers),
      body: Uint8Array.from(body),
    });
    return { status: given.status, text: await given.text() };
  }
}

function answer(
  response: ServerResponse,
  given: { readonly status: number; readonly text: string; readonly fault: Fault | undefined },
): void {
  const { status, text, fault } = given;
  const bytes = Buffer.from(fault?.kind === "CHANGE" ? fault.change(text) : text);
  const headers = { "content-type": "application/json", "content-length": bytes.length };
  response.writeHead(status, headers);
  if (fault?.kind !== "TRUNCATE") {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** Everything but what belongs to the one connection. */
function passedOn(headers: IncomingHttpHeaders): Record<string, string> {
  const own = new Set([
    "host",
    "connection",
    "content-length",
    "transfer-encoding",
    "accept-encoding",
  ]);
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !own.has(entry[0]),
  );
  return Object.fromEntries(entries);
}

/** The shape in which the centre refuses. */
export function refusal(code: string, status: number, headers = {}): Fault {
  const data = { code, details: {}, retryable: status >= 429, httpStatus: status };
  return {
    kind: "ANSWER",
    status,
    body: { error: { message: code, code: -32_600, data } },
    headers,
  };
}
