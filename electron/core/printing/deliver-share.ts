import { type FileHandle, open } from "node:fs/promises";
import type { Delivery, DeliveryJob, Transport } from "./delivery.ts";

/** Paths whose last write has not come back: a second one would only queue up behind it. */
const busy = new Set<string>();

/**
 * A shared Windows printer, written to as a file in one plain write. It says nothing back. A write
 * cannot be taken back once begun, so a job that found the share too late is not begun at all.
 */
export function shareTransport(path: string): Transport {
  return {
    deliver: (job) => deliverShare(path, job),
    probe: () => Promise.resolve({ reached: true, status: false, confirms: false, problem: null }),
    ask: () => Promise.resolve(null),
  };
}

function deliverShare(path: string, job: DeliveryJob): Promise<Delivery> {
  if (busy.has(path)) return Promise.resolve(failed("PRINTER_TIMEOUT", false));
  busy.add(path);
  const { deadlineMs, signal } = job;
  return new Promise((resolve) => {
    const state = { begun: false, settled: false };
    const settle = (delivery: Delivery): void => {
      if (state.settled) return;
      state.settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(delivery);
    };
    const onAbort = (): void => settle(failed("PRINTER_UNSURE", state.begun));
    const timer = setTimeout(() => settle(failed("PRINTER_TIMEOUT", state.begun)), deadlineMs);
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
    void writeOnce(path, job.bytes, state)
      .then(settle)
      .finally(() => busy.delete(path));
  });
}

async function writeOnce(
  path: string,
  bytes: Uint8Array,
  state: { begun: boolean; readonly settled: boolean },
): Promise<Delivery> {
  let share: FileHandle | null = null;
  try {
    // As `copy /b` does: the share takes writing only.
    share = await open(path, "w");
    if (state.settled) return failed("PRINTER_TIMEOUT", false);
    state.begun = true;
    const { bytesWritten } = await share.write(bytes);
    await share.close();
    share = null;
    return bytesWritten === bytes.length ? { outcome: "SENT" } : failed("PRINTER_RESET", true);
  } catch {
    return failed(state.begun ? "PRINTER_RESET" : "PRINTER_REFUSED", state.begun);
  } finally {
    await share?.close().catch(() => undefined);
  }
}

function failed(
  code: "PRINTER_TIMEOUT" | "PRINTER_UNSURE" | "PRINTER_RESET" | "PRINTER_REFUSED",
  bytesSent: boolean,
): Delivery {
  return { outcome: "FAILED", code, bytesSent };
}
