import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { Delivery, DeliveryJob } from "./delivery.ts";
import {
  ASK_OFFLINE_CAUSE,
  ASK_PAPER,
  askConfirmation,
  type PrinterReply,
  paperProblem,
  statusProblem,
  takeReplies,
} from "./printer-replies.ts";
import type { OpenWire, Wire } from "./wire.ts";

/** How long a printer that has everything may take to hang up. */
const LINGER_MS = 1_000;
/** When, within the deadline, a printer that has not confirmed yet is asked about its paper. */
const DOUBT_SHARE = 0.8;

/** Sends one job over a wire and settles once; a job given up never prints later from here. */
export function converse(open: OpenWire, job: DeliveryJob): Promise<Delivery> {
  return new Promise((resolve) => {
    new Conversation(job, resolve).start(open);
  });
}

class Conversation {
  readonly #job: DeliveryJob;
  readonly #resolve: (delivery: Delivery) => void;
  #wire: Wire | null = null;
  #phase: "CONNECTING" | "ASKING" | "AWAITING" | "CLOSING" | "SETTLED" = "CONNECTING";
  #pending: readonly number[] = [];
  readonly #asked: number[] = [];
  #flushed = false;
  #gone = false;
  #problem: ErrorCode | null = null;
  #outcome: "PRINTED" | "SENT" = "SENT";
  #deadline: NodeJS.Timeout | null = null;
  #doubt: NodeJS.Timeout | null = null;
  #linger: NodeJS.Timeout | null = null;
  readonly #onAbort = (): void => this.#fail("PRINTER_UNSURE");

  constructor(job: DeliveryJob, resolve: (delivery: Delivery) => void) {
    this.#job = job;
    this.#resolve = resolve;
  }

  start(open: OpenWire): void {
    const { deadlineMs, signal } = this.#job;
    this.#wire = open({
      opened: () => this.#connected(),
      received: (chunk) => this.#received(chunk),
      hungUp: () => this.#hungUp(),
      broke: (code) => this.#broke(code),
    });
    this.#deadline = setTimeout(() => this.#late(), deadlineMs);
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (signal?.aborted === true) this.#onAbort();
  }

  #connected(): void {
    if (this.#phase !== "CONNECTING") return;
    if (this.#job.status !== "BEFORE") return this.#send();
    this.#phase = "ASKING";
    this.#wire?.write(Uint8Array.from([...ASK_OFFLINE_CAUSE, ...ASK_PAPER]));
  }

  #send(): void {
    const { bytes, confirmId, status } = this.#job;
    this.#phase = "AWAITING";
    const question = this.#question(confirmId, status);
    this.#wire?.write(Buffer.concat([bytes, Buffer.from(question)]), () => this.#taken(question));
    if (question.length === 0) this.#wire?.end();
    if (confirmId === null || status === "NONE") return;
    const askAgain = (): void => this.#wire?.write(Uint8Array.from(ASK_PAPER));
    this.#doubt = setTimeout(askAgain, this.#job.deadlineMs * DOUBT_SHARE);
  }

  #taken(question: readonly number[]): void {
    this.#flushed = true;
    const silent = question.length === 0 && this.#wire?.hangsUp === false;
    if (silent && this.#phase === "AWAITING") this.#finish("SENT");
  }

  /** A wire keeps the order, so an answer to what comes last proves that the printer took the rest. */
  #question(confirmId: readonly number[] | null, status: DeliveryJob["status"]): readonly number[] {
    if (confirmId !== null) return askConfirmation(confirmId);
    return status === "NONE" ? [] : ASK_PAPER;
  }

  #received(chunk: Uint8Array): void {
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
    this.#gone = true;
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else if (this.#phase === "AWAITING" && this.#flushed) this.#finish("SENT");
    else this.#fail("PRINTER_RESET");
  }

  #broke(code?: ErrorCode): void {
    this.#gone = true;
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else this.#fail(code ?? (this.#phase === "CONNECTING" ? "PRINTER_REFUSED" : "PRINTER_RESET"));
  }

  #late(): void {
    if (this.#phase === "CLOSING") this.#settle({ outcome: this.#outcome });
    else this.#fail(this.#problem ?? "PRINTER_TIMEOUT");
  }

  /** The outcome is known; the printer may still hang up in its own time. */
  #finish(outcome: "PRINTED" | "SENT"): void {
    this.#phase = "CLOSING";
    this.#outcome = outcome;
    this.#wire?.end();
    if (this.#gone || this.#wire?.hangsUp === false) this.#settle({ outcome });
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
    this.#wire?.close(delivery.outcome === "FAILED");
    this.#resolve(delivery);
  }
}
