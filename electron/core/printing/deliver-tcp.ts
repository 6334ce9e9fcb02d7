import { connect, type Socket } from "node:net";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import {
  ASK_OFFLINE_CAUSE,
  ASK_PAPER,
  askConfirmation,
  type PrinterReply,
  paperProblem,
  statusProblem,
  takeReplies,
} from "./printer-replies.ts";

/** How long a printer that has everything may take to hang up. */
const LINGER_MS = 1_000;
/** When, within the deadline, a printer that has not confirmed yet is asked about its paper. */
const DOUBT_SHARE = 0.8;

export type TcpJob = {
  readonly host: string;
  readonly port: number;
  readonly bytes: Uint8Array;
  /** From the first connect attempt to the last answer. */
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

/** Sends one job to a network printer and settles once; a job given up never prints later from here. */
export function deliverTcp(job: TcpJob): Promise<Delivery> {
  return new Promise((resolve) => {
    new TcpDelivery(job, resolve).start();
  });
}

class TcpDelivery {
  readonly #job: TcpJob;
  readonly #resolve: (delivery: Delivery) => void;
  readonly #socket: Socket;
  #phase: "CONNECTING" | "ASKING" | "AWAITING" | "CLOSING" | "SETTLED" = "CONNECTING";
  #pending: readonly number[] = [];
  readonly #asked: number[] = [];
  #flushed = false;
  #problem: ErrorCode | null = null;
  #outcome: "PRINTED" | "SENT" = "SENT";
  #deadline: NodeJS.Timeout | null = null;
  #doubt: NodeJS.Timeout | null = null;
  #linger: NodeJS.Timeout | null = null;
  readonly #onAbort = (): void => this.#fail("PRINTER_UNSURE");

  constructor(job: TcpJob, resolve: (delivery: Delivery) => void) {
    this.#job = job;
    this.#resolve = resolve;
    this.#socket = connect({ host: job.host, port: job.port, allowHalfOpen: true });
  }

  start(): void {
    const socket = this.#socket;
    socket.setNoDelay(true);
    socket.on("connect", () => this.#connected());
    socket.on("data", (chunk) => this.#received(chunk));
    socket.on("end", () => this.#hungUp());
    socket.on("close", () => this.#hungUp());
    socket.on("error", () => this.#broke());
    this.#deadline = setTimeout(() => this.#late(), this.#job.deadlineMs);
    this.#job.signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (this.#job.signal?.aborted === true) this.#onAbort();
  }

  #connected(): void {
    if (this.#phase !== "CONNECTING") return;
    if (this.#job.status !== "BEFORE") return this.#send();
    this.#phase = "ASKING";
    this.#socket.write(Buffer.from([...ASK_OFFLINE_CAUSE, ...ASK_PAPER]));
  }

  #send(): void {
    const { bytes, confirmId, status } = this.#job;
    this.#phase = "AWAITING";
    const question = this.#question(confirmId, status);
    this.#socket.write(Buffer.concat([bytes, Buffer.from(question)]), () => {
      this.#flushed = true;
    });
    if (question.length === 0) this.#socket.end();
    if (confirmId === null || status === "NONE") return;
    const askAgain = (): unknown => this.#socket.write(Buffer.from(ASK_PAPER));
    this.#doubt = setTimeout(askAgain, this.#job.deadlineMs * DOUBT_SHARE);
  }

  /** TCP keeps the order, so an answer to what comes last proves that the printer took the rest. */
  #question(confirmId: readonly number[] | null, status: TcpJob["status"]): readonly number[] {
    if (confirmId !== null) return askConfirmation(confirmId);
    return status === "NONE" ? [] : ASK_PAPER;
  }

  #received(chunk: Buffer): void {
    const { replies, rest } = takeReplies([...this.#pending, ...chunk]);
    this.#pending = rest;
    for (const reply of replies) this.#answered(reply);
  }

  #answered(reply: PrinterReply): void {
    if (this.#phase === "ASKING" && reply.kind === "STATUS") return this.#toldStatus(reply.byte);
    if (this.#phase !== "AWAITING") return;
    const { confirmId, status } = this.#job;
    if (reply.kind === "PRINTED") {
      const ours = confirmId !== null && reply.id.every((byte, i) => byte === confirmId[i]);
      if (ours) this.#finish("PRINTED");
    } else if (status !== "NONE") {
      this.#problem = paperProblem(reply.byte);
      if (confirmId !== null) return;
      if (this.#problem === null) this.#finish("SENT");
      else this.#fail(this.#problem);
    }
  }

  #toldStatus(byte: number): void {
    this.#asked.push(byte);
    const [offlineCause, paper] = this.#asked;
    if (offlineCause === undefined || paper === undefined) return;
    const problem = statusProblem(offlineCause, paper);
    if (problem === null) this.#send();
    else this.#fail(problem);
  }

  #hungUp(): void {
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else if (this.#phase === "AWAITING" && this.#flushed) this.#finish("SENT");
    else this.#fail("PRINTER_RESET");
  }

  #broke(): void {
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else this.#fail(this.#phase === "CONNECTING" ? "PRINTER_REFUSED" : "PRINTER_RESET");
  }

  #late(): void {
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else this.#fail(this.#problem ?? "PRINTER_TIMEOUT");
  }

  /** The outcome is known; the printer may still hang up in its own time. */
  #finish(outcome: "PRINTED" | "SENT"): void {
    this.#phase = "CLOSING";
    this.#outcome = outcome;
    this.#socket.end();
    if (this.#socket.closed || this.#socket.readableEnded) this.#settle({ outcome });
    else this.#linger = setTimeout(() => this.#settle({ outcome }), LINGER_MS);
  }

  #fail(code: ErrorCode): void {
    const bytesSent = this.#phase === "AWAITING";
    this.#settle({ outcome: "FAILED", code, bytesSent });
  }

  #settle(delivery: Delivery): void {
    if (this.#phase === "SETTLED") return;
    this.#phase = "SETTLED";
    if (this.#deadline !== null) clearTimeout(this.#deadline);
    if (this.#doubt !== null) clearTimeout(this.#doubt);
    if (this.#linger !== null) clearTimeout(this.#linger);
    this.#job.signal?.removeEventListener("abort", this.#onAbort);
    // A plain close would let the system go on sending what it still buffers: reset drops it.
    if (delivery.outcome === "FAILED") this.#socket.resetAndDestroy();
    else this.#socket.destroy();
    this.#resolve(delivery);
  }
}
