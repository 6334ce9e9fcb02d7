import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import type { Till } from "../context.ts";
import type { PrintQueue, PrintResult } from "../printing/print-queue.ts";
import { printerSettings, savePrinterSettings } from "../db/stores/printer.ts";

/** How the receipt printer is set up and tried out. */
export type PrinterControl = {
  readonly settings: () => PrinterSettings | null;
  readonly set: (settings: PrinterSettings) => void;
  /** Prints the ruler page and keeps what the printer turned out to answer. */
  readonly test: () => Promise<PrintResult>;
};

export function createPrinterControl(till: Till, queue: PrintQueue): PrinterControl {
  const { file } = till;
  const settings = (): PrinterSettings | null => printerSettings(file.db());
  const save = (changed: PrinterSettings): void => {
    file.commit((db) => savePrinterSettings(db, changed));
    till.changed();
  };
  return {
    settings,
    set: (changed) => {
      save(changed);
      queue.wake();
    },
    test: async () => {
      const { outcome, errorCode, learned } = await queue.test();
      const current = settings();
      if (learned !== null && current !== null) save({ ...current, ...learned });
      return { outcome, errorCode };
    },
  };
}
