import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How long the centre waits for whom, and how many may be connected at once. */
export type ConnectionLimits = {
  readonly most: number;
  /** until a request's headers are whole */
  readonly headersMs: number;
  /** until a request is whole */
  readonly requestMs: number;
  /** without a byte either way: also for whoever does not read the answer */
  readonly idleMs: number;
  /** how often the first two are looked at */
  readonly lookEveryMs: number;
};

export const CONNECTION_LIMITS: ConnectionLimits = {
  most: 500,
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 75_000,
  lookEveryMs: 2_000,
};

/** The waits as the server takes them. */
export function waitsOf({ headersMs, requestMs, idleMs, lookEveryMs }: ConnectionLimits) {
  return {
    requestTimeout: requestMs,
    connectionTimeout: idleMs,
    keepAliveTimeout: idleMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookEveryMs },
  };
}

/**
 * Makes room for whoever comes when all places are taken: the connection ends that has waited longest
 * without a whole request. A slow sender so loses its place to an honest one, which needs it shortly.
 */
export function makeRoom(server: Server, most: number): void {
  /** in the order in which they began to wait */
  const waiting = new Set<Socket>();
  let open = 0;
  server.on("connection", (socket: Socket) => {
    open += 1;
    waiting.add(socket);
    socket.once("close", () => {
      open -= 1;
      waiting.delete(socket);
    });
    const [longest] = waiting;
    if (open > most) longest?.destroy();
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const isWhole = (): void => void waiting.delete(socket);
    // A kept connection waits from this request on, not from the answer before.
    isWhole();
    if (hasBody(request)) {
      waiting.add(socket);
      request.once("end", isWhole);
    }
    response.once("close", () => {
      // Answered before it was whole, it is not whole later.
      request.off("end", isWhole);
      if (!socket.destroyed) waiting.add(socket);
    });
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"] ?? "0";
  return headers["transfer-encoding"] !== undefined || length !== "0";
}
