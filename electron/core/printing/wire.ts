import type { ErrorCode } from "../../../shared/contract/errors.ts";

/** What a wire tells. After `hungUp` or `broke` it tells nothing more. */
export type WireEvents = {
  readonly opened: () => void;
  readonly received: (chunk: Uint8Array) => void;
  /** The other side ended the connection in order. */
  readonly hungUp: () => void;
  /** `code` where the wire knows better than "refused" or "reset". */
  readonly broke: (code?: ErrorCode) => void;
};

/** An open way to a printer that can also hear it. */
export type Wire = {
  /** False where nobody ever hangs up: then handing over the last byte is all there is to know. */
  readonly hangsUp: boolean;
  /** `taken` is called once all of it has left this program. */
  readonly write: (bytes: Uint8Array, taken?: () => void) => void;
  /** Says that nothing more will be written. */
  readonly end: () => void;
  /** Lets go. `drop`: what is still buffered on this side must never go out. */
  readonly close: (drop: boolean) => void;
};

export type OpenWire = (events: WireEvents) => Wire;
