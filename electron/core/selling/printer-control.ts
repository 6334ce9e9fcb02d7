import type {
  Printer,
  PrinterTest,
  RemovePrinterInput,
  SavePrinterInput,
} from "../../../shared/contract/printers.ts";
import { printerSubject } from "../../../shared/domain/setting.ts";
import type { Till } from "../context.ts";
import { printers, removePrinter, savePrinter } from "../db/stores/printer.ts";
import type { PrintQueue } from "../printing/print-queue.ts";
import { allowedBy } from "../staff/approval.ts";

/** How the till's printers are set up and tried out. */
export type PrinterControl = {
  /** The main receipt printer first. */
  readonly list: () => readonly Printer[];
  /**
   * Both are a supervisor's: whoever chooses the printer chooses where receipts and names go.
   * Fail with: NOT_LOGGED_IN, APPROVAL_NEEDED {action}, APPROVAL_INVALID {action}.
   */
  readonly save: (input: SavePrinterInput) => void;
  readonly remove: (input: RemovePrinterInput) => void;
  /**
   * Prints the ruler page and keeps what the printer turned out to answer.
   * Fails with: PRINTER_UNKNOWN.
   */
  readonly test: (printerId: string) => Promise<PrinterTest>;
};

function requireRight(till: Till, { printerId, approvalId }: RemovePrinterInput): void {
  const scope = { action: "SETTING", subject: printerSubject(printerId), amount: 0 } as const;
  allowedBy(till, { ...scope, approvalId });
}

export function createPrinterControl(till: Till, queue: PrintQueue): PrinterControl {
  const { file } = till;
  const list = (): readonly Printer[] => printers(file.db());
  const changed = (): void => {
    queue.wake();
    till.changed();
  };
  return {
    list,
    save: ({ printer, approvalId }) => {
      file.commit((db) => {
        requireRight(till, { printerId: printer.printerId, approvalId });
        savePrinter(db, printer);
      });
      changed();
    },
    remove: (input) => {
      file.commit((db) => {
        requireRight(till, input);
        removePrinter(db, input.printerId);
      });
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
