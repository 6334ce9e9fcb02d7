import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, type WebContents } from "electron";
import { HAND_OVER, type PdfSaved } from "../../../shared/contract/hand-over.ts";
import type { Log } from "../log/log.ts";
import type { PortDealer } from "./port-dealer.ts";

/** A proposed name: letters, figures and a few marks, so that it can be no path. */
const FILE_NAME = /^[\w-]{1,80}$/;

/** Writes what the cashier's page shows for print to a PDF where a person wants it. */
export function answerSavePdf(dealer: PortDealer, log: Log): void {
  let busy = false;
  ipcMain.on(HAND_OVER.savePdf, (event, name: unknown) => {
    if (!dealer.isFromCashier(event) || busy) return;
    if (typeof name !== "string" || !FILE_NAME.test(name)) return;
    busy = true;
    void savePdf(event.sender, name)
      .catch((error: unknown): PdfSaved => {
        log.write("error", "pdf-failed", { reason: String(error) });
        return { outcome: "FAILED", path: null };
      })
      .then((saved) => {
        busy = false;
        if (!event.sender.isDestroyed()) event.sender.send(HAND_OVER.pdfSaved, saved);
      });
  });
}

async function savePdf(page: WebContents, name: string): Promise<PdfSaved> {
  const options = {
    defaultPath: join(app.getPath("documents"), `${name}.pdf`),
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  };
  const window = BrowserWindow.fromWebContents(page);
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === undefined || filePath === "") {
    return { outcome: "CANCELLED", path: null };
  }
  const pdf = await page.printToPDF({
    pageSize: "A4",
    preferCSSPageSize: true,
    printBackground: true,
  });
  await writeFile(filePath, pdf);
  return { outcome: "SAVED", path: filePath };
}
