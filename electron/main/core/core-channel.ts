import type { MessagePortMain } from "electron";
import type { MainToCore } from "../../../shared/contract/boot.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";

/**
 * A running core as the shell sees it, whichever process carries it. A port given to `deal` belongs
 * to the channel from then on.
 */
export type CoreChannel = {
  send(message: MainToCore): void;
  deal(role: WindowRole, port: MessagePortMain): void;
  kill(): void;
};

export type CoreChannelEvents = {
  /** anything the core says, unparsed */
  onMessage(message: unknown): void;
  /** one line the core wrote for the log */
  onLog(line: string): void;
  /** once, when the process has ended, however it ended */
  onExit(code: number | null): void;
};

export type OpenCoreChannel = (events: CoreChannelEvents) => CoreChannel;
