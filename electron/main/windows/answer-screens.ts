import { ipcMain, type IpcMainEvent } from "electron";
import { HAND_OVER } from "../../../shared/contract/hand-over.ts";
import type { PortDealer } from "./port-dealer.ts";
import type { TillWindows } from "./till-windows.ts";

/** Tells the cashier's page which screens there are, and moves the customer display as it asks. */
export function answerScreens(dealer: PortDealer, windows: TillWindows): void {
  const tell = (event: IpcMainEvent): void => {
    event.sender.send(HAND_OVER.screensTold, windows.placing?.screens() ?? []);
  };
  ipcMain.on(HAND_OVER.screens, (event) => {
    if (dealer.isFromCashier(event)) tell(event);
  });
  ipcMain.on(HAND_OVER.showOn, (event, screenId: unknown) => {
    if (!dealer.isFromCashier(event)) return;
    if (typeof screenId === "number") windows.placing?.showOn(screenId);
    tell(event);
  });
}
