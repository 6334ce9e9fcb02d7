import { uuidv7 } from "uuidv7";
import type { Printer, PrintJobView } from "../../../shared/contract/printers.ts";
import { printerText } from "../../texts/printer-words.ts";
import { printerSubject } from "../../../shared/domain/setting.ts";
import type { Supervised } from "../approval/use-supervised.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { attempt, showRefusal } from "../store/attempt.ts";

/** What a supervisor is asked before a printer is changed. */
export function printerChange(
  { printerId, name }: Pick<Printer, "printerId" | "name">,
  act: Supervised["act"],
): Supervised {
  return { action: "SETTING", subject: printerSubject(printerId), amount: 0, detail: name, act };
}

/** Keeps a printer; answers whether it was kept. */
export async function savePrinter(printer: Printer, approvalId: string | null): Promise<boolean> {
  const done = await attempt((core) => core.printer.save.mutate({ printer, approvalId }));
  if (done === null) return false;
  showToast({ tone: "info", ...printerText.saved });
  return true;
}

export async function removePrinter(
  printerId: string,
  approvalId: string | null,
): Promise<boolean> {
  const done = await attempt((core) => core.printer.remove.mutate({ printerId, approvalId }));
  if (done === null) return false;
  showToast({ tone: "info", ...printerText.removed });
  return true;
}

/** Prints a page with a ruler and says what came of it; answers whether a page may have come out. */
export async function testPrinter(printerId: string): Promise<boolean> {
  const result = await attempt((core) => core.printer.test.mutate({ printerId }));
  if (result === null) return false;
  const { outcome, errorCode } = result;
  if (errorCode !== null) {
    showRefusal(errorCode);
    return false;
  }
  const text = outcome === "PRINTED" ? printerText.testPrinted : printerText.testSent;
  showToast({ tone: "info", ...text });
  return true;
}

/** Keeps the width that fits, as read off the ruler page. */
export async function keepColumns(printer: Printer, approvalId: string | null): Promise<void> {
  const done = await attempt((core) => core.printer.save.mutate({ printer, approvalId }));
  if (done !== null) showToast({ tone: "info", what: printerText.rulerKept, todo: null });
}

/** Prints a waiting document now, on a printer of one's choice or the main one (null). */
export async function printJob(jobId: string, printerId: string | null): Promise<void> {
  const commandId = uuidv7();
  await attempt((core) => core.printer.printJob.mutate({ commandId, jobId, printerId }));
}

/** Sets a waiting document aside, or takes the word that one in doubt came out. */
export async function skipJob({ jobId, outcome }: PrintJobView): Promise<void> {
  const done = await attempt((core) => core.printer.skipJob.mutate({ commandId: uuidv7(), jobId }));
  if (done !== null && outcome === "WAITING")
    showToast({ tone: "info", ...printerText.jobSkipped });
}
