import { type BrowserWindow, ipcMain, type IpcMainEvent, MessageChannelMain } from "electron";
import { HAND_OVER } from "../../../shared/contract/hand-over.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import type { CoreProcess } from "../core/core-process.ts";
import { isAppUrl } from "../protocol/app-url.ts";

type Seat = { role: WindowRole; window: BrowserWindow; wantsPort: boolean };

/**
 * Gives each window that asks one port to the core, with the role this side knows it by, and a new
 * one after each start of the core. Only the main frame of a window made here is listened to.
 */
export class PortDealer {
  readonly #core: CoreProcess;
  readonly #devServer: string | null;
  readonly #seats = new Map<number, Seat>();

  constructor(options: {
    core: CoreProcess;
    devServer: string | null;
    /** the cashier's first screen stands */
    onShown: () => void;
    onRetry: () => void;
  }) {
    this.#core = options.core;
    this.#devServer = options.devServer;
    ipcMain.on(HAND_OVER.hello, (event) => this.#asked(event));
    ipcMain.on(HAND_OVER.shown, (event) => {
      if (this.#seatOf(event)?.role === "cashier") options.onShown();
    });
    ipcMain.on(HAND_OVER.retry, (event) => {
      if (this.#seatOf(event)?.role === "cashier") options.onRetry();
    });
  }

  /** Seats a window under its role, for as long as it lives. */
  seat(role: WindowRole, window: BrowserWindow): void {
    const { id } = window.webContents;
    this.#seats.set(id, { role, window, wantsPort: false });
    window.webContents.on("did-start-navigation", (details) => {
      const seat = this.#seats.get(id);
      if (seat !== undefined && details.isMainFrame && !details.isSameDocument) {
        seat.wantsPort = false;
      }
    });
    window.once("closed", () => this.#seats.delete(id));
  }

  /** Deals a port to every window that asked for one; called when the core is ready. */
  dealAll(): void {
    for (const seat of this.#seats.values()) if (seat.wantsPort) this.#deal(seat);
  }

  /** Tells every window that the core behind its port has died. */
  announceLoss(): void {
    for (const { window, wantsPort } of this.#seats.values()) {
      if (wantsPort && !window.isDestroyed()) window.webContents.send(HAND_OVER.coreGone);
    }
  }

  /** Whether a message came from the cashier's own page. */
  isFromCashier(event: IpcMainEvent): boolean {
    return this.#seatOf(event)?.role === "cashier";
  }

  roleOf(contentsId: number): WindowRole | undefined {
    return this.#seats.get(contentsId)?.role;
  }

  #asked(event: IpcMainEvent): void {
    const seat = this.#seatOf(event);
    if (seat === undefined) return;
    seat.wantsPort = true;
    this.#deal(seat);
  }

  #deal({ role, window }: Seat): void {
    if (window.isDestroyed() || this.#core.state.kind !== "READY") return;
    const { port1, port2 } = new MessageChannelMain();
    if (this.#core.deal(role, port1)) window.webContents.postMessage(HAND_OVER.port, null, [port2]);
  }

  #seatOf(event: IpcMainEvent): Seat | undefined {
    const seat = this.#seats.get(event.sender.id);
    const frame = event.senderFrame;
    if (seat === undefined || frame === null || frame !== event.sender.mainFrame) return undefined;
    const ours =
      this.#devServer === null ? isAppUrl(frame.url) : frame.url.startsWith(this.#devServer);
    return ours || isAppUrl(frame.url) ? seat : undefined;
  }
}
