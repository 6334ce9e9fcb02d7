import { PrinterSettings } from "../../../../shared/contract/core-api.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

/** The printer that was there before there could be several. */
const FIRST_ID = "00000000-0000-7000-8000-000000000001";

/** How to reach and drive the main receipt printer, or null while none is set. */
export function printerSettings(db: ReadDb): PrinterSettings | null {
  const row = statement(
    db,
    "SELECT setup FROM printer WHERE role = 'RECEIPT' AND main = 1",
  ).get() as { setup: string } | undefined;
  if (row === undefined) return null;
  const { transport, drawer, ...setup } = JSON.parse(row.setup);
  const { host, port } = transport;
  return PrinterSettings.parse({ ...setup, host, port, drawer: drawer !== null });
}

export function savePrinterSettings(db: WriteDb, settings: PrinterSettings): void {
  const { host, port, drawer, ...setup } = settings;
  const transport = { kind: "TCP", host, port };
  const pulse = drawer ? { pin: 2, onMs: 50, offMs: 500 } : null;
  statement(
    db,
    `INSERT INTO printer (printer_id, name, role, main, setup)
     VALUES (@printerId, 'Printer struk', 'RECEIPT', 1, @setup)
     ON CONFLICT (printer_id) DO UPDATE SET setup = excluded.setup`,
  ).run({ printerId: FIRST_ID, setup: JSON.stringify({ ...setup, transport, drawer: pulse }) });
}
