import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { OpenWire, Wire, WireEvents } from "./wire.ts";

/** What is used of a serial port; the package's own class has it. */
export type SerialPortLike = {
  readonly open: (done: (error: Error | null) => void) => void;
  readonly write: (bytes: Uint8Array) => unknown;
  /** Calls once everything written has left the computer. */
  readonly drain: (done: (error: Error | null) => void) => void;
  /** Throws away what has not left the computer. */
  readonly flush: (done: (error: Error | null) => void) => void;
  readonly close: (done: (error: Error | null) => void) => void;
  readonly on: ((event: "data", listener: (chunk: Uint8Array) => void) => unknown) &
    ((event: "close" | "error", listener: () => void) => unknown);
};

export type MakeSerialPort = (at: {
  readonly path: string;
  readonly baud: number;
}) => Promise<SerialPortLike>;

/** A port of the package `serialport`, loaded only here: most tills have no such printer. */
export const systemSerialPort: MakeSerialPort = async ({ path, baud }) => {
  const { SerialPort } = await import("serialport");
  return new SerialPort({ path, baudRate: baud, autoOpen: false });
};

/** A printer on a serial port, with or without a USB adapter. */
export function serialWire(
  at: { readonly path: string; readonly baud: number },
  make: MakeSerialPort = systemSerialPort,
): OpenWire {
  return (events) => new SerialWire(at, make, events);
}

class SerialWire implements Wire {
  readonly hangsUp = false;
  readonly #events: WireEvents;
  #port: SerialPortLike | null = null;
  #closed = false;

  constructor(
    at: { readonly path: string; readonly baud: number },
    make: MakeSerialPort,
    events: WireEvents,
  ) {
    this.#events = events;
    make(at).then(
      (port) => this.#open(port),
      () => this.#broke("PRINTER_TRANSPORT_MISSING"),
    );
  }

  write(bytes: Uint8Array, taken?: () => void): void {
    const port = this.#port;
    if (port === null || this.#closed) return;
    port.write(bytes);
    port.drain((error) => {
      if (error === null || error === undefined) taken?.();
      else this.#broke();
    });
  }

  readonly end = (): void => undefined;

  close(drop: boolean): void {
    if (this.#closed) return;
    this.#closed = true;
    const port = this.#port;
    if (port === null) return;
    const close = (): void => port.close(() => undefined);
    if (drop) port.flush(close);
    else close();
  }

  #open(port: SerialPortLike): void {
    if (this.#closed) return;
    port.on("data", (chunk) => (this.#closed ? undefined : this.#events.received(chunk)));
    port.on("error", () => this.#broke());
    port.on("close", () => this.#broke());
    port.open((error) => {
      if (error !== null && error !== undefined) return this.#broke("PRINTER_REFUSED");
      if (this.#closed) return port.close(() => undefined);
      this.#port = port;
      this.#events.opened();
    });
  }

  #broke(code?: ErrorCode): void {
    if (!this.#closed) this.#events.broke(code);
  }
}
