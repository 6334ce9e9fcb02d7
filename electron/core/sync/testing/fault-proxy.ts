import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/*
 * Stands between a till and its centre on loopback and breaks what a test tells it to break. It passes
 * bytes on untouched otherwise, so that request signatures hold.
 */

export type Fault =
  /** The centre works, its answer never comes back. */
  | { readonly kind: "LOSE_ANSWER" }
  /** The request never reaches the centre. */
  | { readonly kind: "CUT" }
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
  readonly breakNext: (procedure: string, fault: Fault) => void;
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

class LoopbackProxy implements FaultProxy {
  readonly #centreUrl: string;
  readonly #faults = new Map<string, Fault[]>();
  readonly #asked = new Map<string, number>();
  #server: Server | null = null;
  #port = 0;
  #open = 0;
  #most = 0;

  constructor(centreUrl: string) {
    this.#centreUrl = centreUrl;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  readonly breakNext = (procedure: string, fault: Fault): void => {
    this.#faults.set(procedure, [...(this.#faults.get(procedure) ?? []), fault]);
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
      this.#handle(request, Buffer.concat(chunks), response).catch(() => response.destroy());
    });
  }

  async #handle(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const procedure = /\/trpc\/([\w.]+)/.exec(request.url ?? "")?.[1] ?? "";
    this.#asked.set(procedure, this.asked(procedure) + 1);
    const fault = this.#faults.get(procedure)?.shift();
    if (fault?.kind === "CUT") {
      response.destroy();
    } else if (fault?.kind === "ANSWER") {
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      response.end(JSON.stringify(fault.body));
    } else {
      await this.#forward(request, body, { response, fault });
    }
  }

  async #forward(
    request: IncomingMessage,
    body: Buffer,
    { response, fault }: { readonly response: ServerResponse; readonly fault: Fault | undefined },
  ): Promise<void> {
    const answer = await fetch(`${this.#centreUrl}${request.url ?? ""}`, {
      method: request.method ?? "POST",
      headers: passedOn(request.headers),
      body: Uint8Array.from(body),
    });
    const text = await answer.text();
    if (fault?.kind === "LOSE_ANSWER") {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(fault?.kind === "CHANGE" ? fault.change(text) : text);
  }
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
