import type { Printer, PrinterTest } from "../../../shared/contract/printers.ts";
import type { Till } from "../context.ts";
import { printers, removePrinter, savePrinter } from "../db/stores/printer.ts";
import type { PrintQueue } from "../printing/print-queue.ts";

/** How the till's printers are set up and tried out. */
export type PrinterControl = {
  /** The main receipt printer first. */
  readonly list: () => readonly Printer[];
  readonly save: (printer: Printer) => void;
  readonly remove: (printerId: string) => void;
  /**
   * Prints the ruler page and keeps what the printer turned out to answer.
   * Fails with: PRINTER_UNKNOWN.
   */
  readonly test: (printerId: string) => Promise<PrinterTest>;
};

export function createPrinterControl(till: Till, queue: PrintQueue): PrinterControl {
  const { file } = till;
  const list = (): readonly Printer[] => printers(file.db());
  const changed = (): void => {
    queue.wake();
    till.changed();
  };
  return {
    list,
    save: (printer) => {
      file.commit((db) => savePrinter(db, printer));
      changed();
    },
    remove: (printerId) => {
      file.commit((db) => removePrinter(db, printerId));
      changed();
    },
    test: async (printerId) => {
      const result = await queue.test(printerId);
      const { learned } = result;
      const printer = list().find((one) => one.printerId === printerId);
      if (learned !== null && printer !== undefined) {
        file.commit((db) => savePrinter(db, { ...printer, ...learned }));
        till.changed();
      }
      return result;
    },
  };
}
