import { PrinterSettings } from "../../../../shared/contract/core-api.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { setting, setSetting } from "./setting.ts";

/** How to reach and drive the receipt printer, or null while none is set. */
export function printerSettings(db: ReadDb): PrinterSettings | null {
  const stored = setting(db, "printer");
  return stored === null ? null : PrinterSettings.parse(JSON.parse(stored));
}

export function savePrinterSettings(db: WriteDb, settings: PrinterSettings): void {
  setSetting(db, "printer", JSON.stringify(settings));
}
