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
  /** until an answer is read, and so much longer as it is larger: at so many bytes a second */
  readonly answerMs: number;
  readonly leastBytesPerSecond: number;
  /** how often all but the idle ones are looked at */
  readonly lookEveryMs: number;
};

export const CONNECTION_LIMITS: ConnectionLimits = {
  most: 500,
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 75_000,
  answerMs: 15_000,
  leastBytesPerSecond: 4_096,
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
 * without a whole request, or with an answer that it does not read. A slow client so loses its place
 * to an honest one, which needs it shortly. Whoever reads more slowly than it may is ended in any case.
 */
export function makeRoom(server: Server, limits: ConnectionLimits): void {
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
    if (open > limits.most) longest?.destroy();
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
  watchReaders(server, limits, waiting);
}

type Answer = {
  readonly socket: Socket;
  /** the bytes that were sent before it */
  readonly from: number;
  /** when something of it was first seen unread */
  unreadSince: number | null;
};

function watchReaders(
  server: Server,
  { answerMs, leastBytesPerSecond, lookEveryMs }: ConnectionLimits,
  waiting: Set<Socket>,
): void {
  const answers = new Set<Answer>();
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    const answer = { socket, from: socket.bytesWritten, unreadSince: null };
    answers.add(answer);
    response.once("close", () => answers.delete(answer));
  });
  const look = (answer: Answer): void => {
    const { socket, from } = answer;
    if (socket.writableLength === 0) {
      // It has read all that there is so far, and waits for the centre.
      if (answer.unreadSince !== null) waiting.delete(socket);
      return;
    }
    const now = performance.now();
    answer.unreadSince ??= now;
    waiting.add(socket);
    const mayTakeMs = answerMs + ((socket.bytesWritten - from) * 1_000) / leastBytesPerSecond;
    if (now - answer.unreadSince > mayTakeMs) socket.destroy();
  };
  const looking = setInterval(() => answers.forEach(look), lookEveryMs).unref();
  server.once("close", () => clearInterval(looking));
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"] ?? "0";
  return headers["transfer-encoding"] !== undefined || length !== "0";
}
