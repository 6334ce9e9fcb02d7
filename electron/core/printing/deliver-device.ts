import { constants, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { OpenWire, Wire, WireEvents } from "./wire.ts";

const PIECE_BYTES = 4_096;
/** A printer that takes nothing now, or has nothing to say, is asked again after so long. */
const AGAIN_MS = 25;
const ANSWER_BYTES = 64;

/**
 * A Linux device file such as /dev/usb/lp0. Opened without waiting, so that a printer out of paper
 * holds no thread, and a job given up is never written on: what the printer refuses stays here.
 */
export function deviceWire(path: string): OpenWire {
  return (events) => new DeviceWire(path, events);
}

class DeviceWire implements Wire {
  readonly hangsUp = false;
  readonly #events: WireEvents;
  readonly #unsent: { bytes: Uint8Array; taken: (() => void) | undefined }[] = [];
  #file: FileHandle | null = null;
  #writing = false;
  #closed = false;

  constructor(path: string, events: WireEvents) {
    this.#events = events;
    void this.#open(path);
  }

  write(bytes: Uint8Array, taken?: () => void): void {
    this.#unsent.push({ bytes, taken });
    if (!this.#writing) void this.#send();
  }

  readonly end = (): void => undefined;

  close(): void {
    this.#closed = true;
    this.#unsent.length = 0;
    this.#file?.close().catch(() => undefined);
  }

  async #open(path: string): Promise<void> {
    try {
      const { file, answers } = await openDevice(path);
      this.#file = file;
      if (this.#closed) return await file.close();
      this.#events.opened();
      if (answers) await this.#listen(file);
    } catch {
      if (!this.#closed) this.#events.broke("PRINTER_REFUSED");
    }
  }

  async #send(): Promise<void> {
    const file = this.#file;
    this.#writing = true;
    try {
      for (let next = this.#unsent.shift(); next !== undefined; next = this.#unsent.shift()) {
        if (file !== null) await this.#sendAll(file, next.bytes);
        if (this.#closed) return;
        next.taken?.();
      }
    } catch {
      if (!this.#closed) this.#events.broke();
    } finally {
      this.#writing = false;
    }
  }

  async #sendAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length && !this.#closed) {
      const written = writeNow(file.fd, bytes.subarray(at, at + PIECE_BYTES));
      if (written === 0) await pause();
      at += written;
    }
  }

  async #listen(file: FileHandle): Promise<void> {
    const buffer = new Uint8Array(ANSWER_BYTES);
    while (!this.#closed) {
      // A device that cannot be read from still takes what is written to it.
      const bytesRead = await file.read(buffer, 0, ANSWER_BYTES, null).then(
        (read) => read.bytesRead,
        (error: unknown) => (isBusy(error) ? 0 : -1),
      );
      if (bytesRead < 0 || this.#closed) return;
      if (bytesRead === 0) await pause();
      else this.#events.received(buffer.slice(0, bytesRead));
    }
  }
}

/** Only what a printer can be: an ordinary file would be overwritten, a socket never printed. */
async function openDevice(path: string): Promise<{ file: FileHandle; answers: boolean }> {
  const { O_NONBLOCK, O_NOCTTY, O_RDWR, O_WRONLY } = constants;
  // A pipe has one direction; opened for both it would only hear itself.
  const first = await open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY);
  const kind = await first.stat();
  if (kind.isFIFO()) return { file: first, answers: false };
  if (!kind.isCharacterDevice()) {
    await first.close();
    throw new TypeError("not a printer's device file");
  }
  // A printer's device can be opened once only, so the first must go before the second comes.
  await first.close();
  try {
    return { file: await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY), answers: true };
  } catch {
    return { file: await open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY), answers: false };
  }
}

/**
 * Writes what the device takes at once, perhaps nothing: it was opened without waiting, so this does
 * not wait either. Handed to a thread, a piece could still be on its way when the job is given up.
 */
function writeNow(descriptor: number, piece: Uint8Array): number {
  try {
    return writeSync(descriptor, piece);
  } catch (error) {
    if (isBusy(error)) return 0;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EAGAIN";
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, AGAIN_MS);
  });
}
