import type { PrinterTransport } from "../../../shared/contract/printers.ts";
import type { Transport } from "./delivery.ts";
import { converse } from "./converse.ts";
import { deviceWire } from "./deliver-device.ts";
import { serialWire } from "./deliver-serial.ts";
import { shareTransport } from "./deliver-share.ts";
import { spoolerTransport } from "./deliver-spooler.ts";
import { tcpWire } from "./deliver-tcp.ts";
import { askWire, probeWire } from "./probe-printer.ts";
import type { OpenWire } from "./wire.ts";

/** The way to a printer as its settings name it, on a computer of this platform. */
export function transportOf(at: PrinterTransport, platform: NodeJS.Platform): Transport {
  switch (at.kind) {
    case "TCP":
      return wireTransport(tcpWire(at));
    case "DEVICE":
      return platform === "win32" ? MISSING : wireTransport(deviceWire(at.path));
    case "SERIAL":
      return wireTransport(serialWire(at));
    // Elsewhere such a path would be an ordinary file's.
    case "SHARE":
      return platform === "win32" ? shareTransport(at.path) : MISSING;
    case "SPOOLER":
      return spoolerTransport(at.queue);
  }
}

/** A way that can also hear the printer. */
export function wireTransport(open: OpenWire): Transport {
  return {
    deliver: (job) => converse(open, job),
    probe: (waitMs) => probeWire(open, waitMs),
    ask: (waitMs) => askWire(open, waitMs),
  };
}

const MISSING: Transport = {
  deliver: () =>
    Promise.resolve({ outcome: "FAILED", code: "PRINTER_TRANSPORT_MISSING", bytesSent: false }),
  probe: () => Promise.resolve({ reached: false, code: "PRINTER_TRANSPORT_MISSING" }),
  ask: () => Promise.resolve("PRINTER_TRANSPORT_MISSING"),
};
