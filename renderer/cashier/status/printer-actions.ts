import type { PrinterSettings } from "../../../shared/contract/core-api.ts";
import { showToast } from "../../ui/toast-store.ts";
import { attempt, showRefusal } from "../store/attempt.ts";

/** Keeps a printer's settings; answers whether they were kept. */
export async function savePrinter(settings: PrinterSettings): Promise<boolean> {
  const done = await attempt((core) => core.printer.set.mutate(settings));
  if (done === null) return false;
  showToast({ tone: "info", what: "Printer disimpan.", todo: "Cetak uji untuk memastikan." });
  return true;
}

/** Prints a page with a ruler and says what came of it. */
export async function testPrinter(): Promise<void> {
  const result = await attempt((core) => core.printer.test.mutate());
  if (result === null) return;
  const { outcome, errorCode } = result;
  if (errorCode !== null) return showRefusal(errorCode);
  showToast({
    tone: "info",
    what: outcome === "PRINTED" ? "Halaman uji tercetak." : "Halaman uji dikirim.",
    todo:
      outcome === "PRINTED"
        ? "Printer ini memberi kabar bila kertas sudah tercetak."
        : "Printer ini tidak memberi kabar: lihat apakah kertasnya keluar utuh.",
  });
}
