import type { Printer, PrinterTransport } from "../../../shared/contract/printers.ts";
import { printerText } from "../../texts/printer-words.ts";

/** The fields of the printer form, as typed. */
export type PrinterForm = {
  readonly name: string;
  readonly role: Printer["role"];
  readonly way: PrinterTransport["kind"];
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly queue: string;
  readonly baud: string;
  readonly columns: Printer["columns"];
  readonly cutter: boolean;
  readonly main: boolean;
  readonly drawer: boolean;
  readonly pin: "2" | "5";
  readonly onMs: string;
  readonly offMs: string;
};

const RAW_PORT = 9_100;
const DEADLINE_MS = 8_000;
const DEVICE = /^\/dev\/[\w./-]{1,100}$/;
const SERIAL = /^(?:COM\d{1,3}|\/dev\/[\w./-]{1,100})$/;
const SHARE = /^\/\/[\w.-]{1,100}\/[^/\\:*?"<>|]{1,80}$/;

const USUAL: PrinterForm = {
  name: "",
  role: "RECEIPT",
  way: "TCP",
  host: "",
  port: String(RAW_PORT),
  path: "",
  queue: "",
  baud: "9600",
  columns: 48,
  cutter: true,
  main: true,
  drawer: true,
  pin: "2",
  onMs: "50",
  offMs: "500",
};

/** The form for a printer that is set, or for the most usual one. */
export function printerForm(printer: Printer | null, isFirst: boolean): PrinterForm {
  if (printer === null) {
    return isFirst
      ? { ...USUAL, name: printerText.usualName }
      : { ...USUAL, main: false, drawer: false };
  }
  const { transport, drawer, name, role, columns, cutter, main } = printer;
  const pulse =
    drawer === null
      ? { drawer: false }
      : {
          drawer: true,
          pin: drawer.pin === 2 ? ("2" as const) : ("5" as const),
          onMs: String(drawer.onMs),
          offMs: String(drawer.offMs),
        };
  return { ...USUAL, ...addressForm(transport), name, role, columns, cutter, main, ...pulse };
}

/**
 * The printer a form asks for, null while it cannot be: what the printer was found to answer is
 * kept for the same printer and unlearned for another.
 */
export function printerOf(
  form: PrinterForm,
  before: Printer | null,
  newId: () => string,
): Printer | null {
  const name = form.name.trim();
  const transport = transportOf(form);
  const drawer = drawerOf(form);
  if (name === "" || name.length > 40 || transport === null || drawer === "wrong") return null;
  const same = before !== null && JSON.stringify(before.transport) === JSON.stringify(transport);
  return {
    printerId: before?.printerId ?? newId(),
    name,
    role: form.role,
    main: form.main,
    transport,
    columns: form.columns,
    cutter: form.cutter,
    drawer,
    confirms: same && before.confirms,
    status: same && before.status,
    deadlineMs: before?.deadlineMs ?? DEADLINE_MS,
  };
}

function addressForm(at: PrinterTransport): Partial<PrinterForm> {
  switch (at.kind) {
    case "TCP":
      return { way: "TCP", host: at.host, port: String(at.port) };
    case "SPOOLER":
      return { way: "SPOOLER", queue: at.queue };
    case "SERIAL":
      return { way: "SERIAL", path: at.path, baud: String(at.baud) };
    case "SHARE":
    case "DEVICE":
      return { way: at.kind, path: at.path };
  }
}

function transportOf(form: PrinterForm): PrinterTransport | null {
  const host = form.host.trim();
  const path = form.path.trim();
  const queue = form.queue.trim();
  const port = wholeNumber(form.port, 1, 65_535);
  const baud = wholeNumber(form.baud, 1_200, 921_600);
  switch (form.way) {
    case "TCP":
      return host === "" || port === null ? null : { kind: "TCP", host, port };
    case "DEVICE":
      return DEVICE.test(path) ? { kind: "DEVICE", path } : null;
    case "SHARE": {
      // People copy it as Windows shows it.
      const shared = path.replaceAll("\\", "/");
      return SHARE.test(shared) ? { kind: "SHARE", path: shared } : null;
    }
    case "SPOOLER":
      return queue === "" ? null : { kind: "SPOOLER", queue };
    case "SERIAL":
      return SERIAL.test(path) && baud !== null ? { kind: "SERIAL", path, baud } : null;
  }
}

function drawerOf(form: PrinterForm): Printer["drawer"] | "wrong" {
  if (!form.drawer) return null;
  const onMs = wholeNumber(form.onMs, 2, 510);
  const offMs = wholeNumber(form.offMs, 2, 510);
  if (onMs === null || offMs === null) return "wrong";
  return { pin: form.pin === "2" ? 2 : 5, onMs, offMs };
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = Number(text);
  const fits = text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most;
  return fits ? number : null;
}
