import type { ErrorCode } from "../../../shared/contract/errors.ts";

/** Bytes for a printer, and what may be asked of it around them. */
export type DeliveryJob = {
  readonly bytes: Uint8Array;
  /** From the first attempt to reach it to the last answer. */
  readonly deadlineMs: number;
  /** The printer answers DLE EOT: `BEFORE` also asks for paper and cover before it sends anything. */
  readonly status: "NONE" | "AFTER" | "BEFORE";
  /** Four bytes from 0x20 to 0x7e where the printer answers GS ( H, else null. */
  readonly confirmId: readonly number[] | null;
  readonly signal?: AbortSignal;
};

/**
 * `PRINTED` is the printer's own word, `SENT` means it took every byte and said nothing more.
 * After FAILED with `bytesSent` nobody knows what is on the paper: never send again by itself.
 */
export type Delivery =
  | { readonly outcome: "PRINTED" | "SENT" }
  | { readonly outcome: "FAILED"; readonly code: ErrorCode; readonly bytesSent: boolean };

/** What a printer turned out to answer; `problem` is what it says keeps it from printing now. */
export type Probe =
  | { readonly reached: false; readonly code: ErrorCode }
  | {
      readonly reached: true;
      readonly status: boolean;
      readonly confirms: boolean;
      readonly problem: ErrorCode | null;
    };

/** One way to a printer. */
export type Transport = {
  /** Sends one job and settles once; a job given up never prints later from here. */
  readonly deliver: (job: DeliveryJob) => Promise<Delivery>;
  /**
   * Asks everything a printer may answer and waits `waitMs` for what comes. One that knows none of
   * it may print the questions as a line of letters, so this belongs to setting up only.
   */
  readonly probe: (waitMs: number) => Promise<Probe>;
  /** Asks a printer known to answer for paper and cover; the code of what is wrong, or null. */
  readonly ask: (waitMs: number) => Promise<ErrorCode | null>;
};
