import type { PrinterSettings } from "../../../shared/contract/core-api.ts";

/** The fields of the printer form, as typed. */
export type PrinterForm = {
  readonly host: string;
  readonly port: string;
  readonly columns: PrinterSettings["columns"];
  readonly cutter: boolean;
  readonly drawer: boolean;
};

const RAW_PORT = 9_100;
const DEADLINE_MS = 8_000;

/** The form for a printer that is set, or for the most usual one. */
export function printerForm(settings: PrinterSettings | null): PrinterForm {
  if (settings === null) {
    return { host: "", port: String(RAW_PORT), columns: 48, cutter: true, drawer: true };
  }
  const { host, port, columns, cutter, drawer } = settings;
  return { host, port: String(port), columns, cutter, drawer };
}

/**
 * The settings a form asks for, null while it cannot be: what the printer was found to answer is
 * kept for the same printer and unlearned for another.
 */
export function printerSettings(
  form: PrinterForm,
  before: PrinterSettings | null,
): PrinterSettings | null {
  const host = form.host.trim();
  const port = Number(form.port);
  if (host === "" || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const same = before !== null && before.host === host && before.port === port;
  return {
    host,
    port,
    columns: form.columns,
    cutter: form.cutter,
    drawer: form.drawer,
    confirms: same && before.confirms,
    status: same && before.status,
    deadlineMs: before?.deadlineMs ?? DEADLINE_MS,
  };
}
