import type { CoreToMain, MainToCore } from "../../../shared/contract/boot.ts";
import type { WindowRole } from "../../../shared/contract/roles.ts";
import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";

/** What concerns the core itself; windows are dealt apart. */
export type Control = Extract<MainToCore, { type: "boot" | "sealed" | "seal-failed" | "shutdown" }>;

/** The process that forked this one. */
export type Host = {
  readonly send: (message: CoreToMain) => void;
  readonly listen: (listener: {
    readonly onControl: (control: Control) => void;
    readonly onWindow: (role: WindowRole, port: MessagePortLike) => void;
  }) => void;
};

/** Time for the last message to leave before the process ends. */
const LAST_WORD_MS = 100;

export function leave(code: number): void {
  setTimeout(() => process.exit(code), LAST_WORD_MS);
}
