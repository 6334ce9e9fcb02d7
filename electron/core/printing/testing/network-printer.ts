import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/*
 * A network printer on loopback for tests and the demo run. It keeps the bytes of each connection
 * and behaves like one of the printers met in the field.
 */

export type PrinterBehaviour =
  /** Answers DLE EOT and confirms with GS ( H, as Epson's TM series does. */
  | { readonly kind: "EPSON" }
  /** The same, but the confirmation comes `delayMs` late. */
  | { readonly kind: "EPSON_LATE"; readonly delayMs: number }
  /** Answers DLE EOT but not GS ( H. */
  | { readonly kind: "STATUS_ONLY" }
  /** Says nothing, hangs up when told that nothing more comes: a common clone. */
  | { readonly kind: "SILENT" }
  /** The same, reading in small sips and sending a status byte after each. */
  | { readonly kind: "SLOW"; readonly sipBytes: number }
  /** Takes the connection and does not read before `wakeUp`. */
  | { readonly kind: "HANGS" }
  /** Cuts the connection after this many bytes. */
  | { readonly kind: "RESETS"; readonly afterBytes: number };

export type NetworkPrinter = {
  readonly port: number;
  /** Bytes of each connection so far, oldest first; real-time questions left out. */
  readonly jobs: () => readonly Uint8Array[];
  /** Resolves when `count` connections in all have ended. */
  readonly ended: (count: number) => Promise<void>;
  readonly setPaper: (present: boolean) => void;
  readonly setCover: (open: boolean) => void;
  readonly behave: (behaviour: PrinterBehaviour) => void;
  /** A printer that hangs reads on, as one does when paper is put in hours later. */
  readonly wakeUp: () => void;
  readonly turnOff: () => Promise<void>;
  /** Listens again on the same port. */
  readonly turnOn: () => Promise<void>;
};

/** Starts a printer on 127.0.0.1, on a free port unless one is named. */
export async function startNetworkPrinter(
  behaviour: PrinterBehaviour,
  port = 0,
): Promise<NetworkPrinter> {
  const printer = new LoopbackPrinter(behaviour, port);
  await printer.turnOn();
  return printer;
}

class LoopbackPrinter implements NetworkPrinter {
  #behaviour: PrinterBehaviour;
  #port: number;
  #server: Server | null = null;
  readonly #open = new Set<Socket>();
  readonly #connections: PrinterConnection[] = [];
  readonly #waiting = new Set<() => void>();
  readonly state = { paper: true, coverOpen: false };

  constructor(behaviour: PrinterBehaviour, port: number) {
    this.#behaviour = behaviour;
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  readonly jobs = (): readonly Uint8Array[] => this.#connections.map((one) => one.printed());

  readonly setPaper = (present: boolean): void => {
    this.state.paper = present;
    for (const connection of this.#connections) connection.paperChanged();
  };

  readonly setCover = (open: boolean): void => {
    this.state.coverOpen = open;
  };

  readonly behave = (behaviour: PrinterBehaviour): void => {
    this.#behaviour = behaviour;
  };

  readonly wakeUp = (): void => {
    for (const connection of this.#connections) connection.read();
  };

  readonly ended = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (this.#connections.filter((one) => one.ended).length < count) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });

  readonly turnOn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
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
      for (const socket of this.#open) socket.destroy();
      if (server === null) resolve();
      else server.close(() => resolve());
    });

  #accept(socket: Socket): void {
    this.#open.add(socket);
    const connection = new PrinterConnection(socket, this.#behaviour, this.state);
    this.#connections.push(connection);
    socket.on("close", () => {
      this.#open.delete(socket);
      connection.ended = true;
      for (const check of this.#waiting) check();
    });
    socket.on("error", () => socket.destroy());
    connection.listen();
  }
}

const ASK_LENGTH = 3;
const CONFIRM_LENGTH = 11;
const CONFIRM_START: readonly number[] = [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30];

class PrinterConnection {
  readonly #socket: Socket;
  readonly #behaviour: PrinterBehaviour;
  readonly #state: { readonly paper: boolean; readonly coverOpen: boolean };
  readonly #bytes: number[] = [];
  #unread: Buffer = Buffer.alloc(0);
  #owed: Buffer | null = null;
  ended = false;

  constructor(
    socket: Socket,
    behaviour: PrinterBehaviour,
    state: { readonly paper: boolean; readonly coverOpen: boolean },
  ) {
    this.#socket = socket;
    this.#behaviour = behaviour;
    this.#state = state;
  }

  listen(): void {
    if (this.#behaviour.kind === "HANGS") return;
    if (this.#behaviour.kind === "SLOW") this.#sip(this.#behaviour.sipBytes);
    else this.read();
  }

  read(): void {
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("end", () => this.#socket.end());
  }

  printed(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  /** A printer that ran out goes on with what it holds once paper is back. */
  paperChanged(): void {
    if (!this.#state.paper || this.#owed === null) return;
    this.#say(this.#owed);
    this.#owed = null;
  }

  #sip(bytes: number): void {
    const socket = this.#socket;
    const next = (): void => {
      const chunk = socket.read(Math.min(bytes, Math.max(1, socket.readableLength)));
      if (Buffer.isBuffer(chunk)) {
        this.#bytes.push(...chunk);
        socket.write(Buffer.from([0x12]));
        setImmediate(next);
      } else if (!socket.readableEnded) {
        socket.once("readable", next);
      }
    };
    socket.once("readable", next);
    socket.on("end", () => socket.end());
  }

  #take(chunk: Buffer): void {
    const bytes = Buffer.concat([this.#unread, chunk]);
    let at = 0;
    while (at < bytes.length) {
      const taken = this.#step(bytes.subarray(at));
      if (taken === 0) break;
      at += taken;
    }
    this.#unread = bytes.subarray(at);
    const { kind } = this.#behaviour;
    if (kind !== "RESETS" || this.#bytes.length < this.#behaviour.afterBytes) return;
    this.#socket.resetAndDestroy();
  }

  /** Takes one byte or one question off the front; 0 while a question is not whole yet. */
  #step(bytes: Buffer): number {
    const [first, second, third] = bytes;
    const answersStatus = ["EPSON", "EPSON_LATE", "STATUS_ONLY"].includes(this.#behaviour.kind);
    if (answersStatus && first === 0x10 && (second === undefined || second === 0x04)) {
      if (third === undefined) return 0;
      this.#answerStatus(third);
      return ASK_LENGTH;
    }
    if (CONFIRM_START.every((byte, i) => (bytes[i] ?? byte) === byte)) {
      if (bytes.length < CONFIRM_LENGTH) return 0;
      this.#confirm([...bytes.subarray(CONFIRM_START.length, CONFIRM_LENGTH)]);
      this.#bytes.push(...bytes.subarray(0, CONFIRM_LENGTH));
      return CONFIRM_LENGTH;
    }
    this.#bytes.push(first ?? 0);
    return 1;
  }

  #answerStatus(question: number): void {
    const { paper, coverOpen } = this.#state;
    if (question === 4) this.#say(Buffer.from([paper ? 0x12 : 0x72]));
    else this.#say(Buffer.from([0x12 | (coverOpen ? 0x04 : 0) | (paper ? 0 : 0x20)]));
  }

  #confirm(id: readonly number[]): void {
    const answer = Buffer.from([0x37, 0x22, ...id, 0x00]);
    if (this.#behaviour.kind === "EPSON_LATE") {
      setTimeout(() => this.#say(answer), this.#behaviour.delayMs);
    } else if (this.#behaviour.kind === "EPSON") {
      if (this.#state.paper) this.#say(answer);
      else this.#owed = answer;
    }
  }

  #say(bytes: Buffer): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }
}
