import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { Probe } from "./delivery.ts";
import {
  ASK_OFFLINE_CAUSE,
  ASK_PAPER,
  askConfirmation,
  statusProblem,
  takeReplies,
} from "./printer-replies.ts";
import type { OpenWire, Wire } from "./wire.ts";

const RESET = [0x1b, 0x40];
const ID = [0x54, 0x45, 0x53, 0x54];
const STATUS_QUESTIONS = [...ASK_OFFLINE_CAUSE, ...ASK_PAPER];

type Heard = Pick<Extract<Probe, { reached: true }>, "status" | "confirms" | "problem">;

/** Asks a printer on a wire everything it may answer; see Transport. */
export async function probeWire(open: OpenWire, waitMs: number): Promise<Probe> {
  const questions = [...STATUS_QUESTIONS, ...RESET, ...askConfirmation(ID)];
  const { failure, bytes } = await question(open, {
    questions,
    waitMs,
    enough: (heard) => understood(heard).status && understood(heard).confirms,
  });
  if (failure !== null) return { reached: false, code: failure };
  return { reached: true, ...understood(bytes) };
}

/** Asks a printer on a wire for paper and cover; see Transport. */
export async function askWire(open: OpenWire, waitMs: number): Promise<ErrorCode | null> {
  const { failure, bytes } = await question(open, {
    questions: STATUS_QUESTIONS,
    waitMs,
    enough: (heard) => understood(heard).status,
  });
  if (failure !== null) return failure;
  const { status, problem } = understood(bytes);
  return status ? problem : "PRINTER_TIMEOUT";
}

type Question = {
  readonly questions: readonly number[];
  readonly waitMs: number;
  readonly enough: (heard: readonly number[]) => boolean;
};

/** `failure` is null once the printer was reached, whatever it said. */
function question(
  open: OpenWire,
  { questions, waitMs, enough }: Question,
): Promise<{ readonly failure: ErrorCode | null; readonly bytes: readonly number[] }> {
  return new Promise((resolve) => {
    const heard: number[] = [];
    let failure: ErrorCode | null = "PRINTER_REFUSED";
    let wire: Wire | null = null;
    const settle = (): void => {
      clearTimeout(timer);
      wire?.close(false);
      resolve({ failure, bytes: heard });
    };
    const timer = setTimeout(settle, waitMs);
    wire = open({
      opened: () => {
        failure = null;
        wire?.write(Uint8Array.from(questions));
      },
      received: (chunk) => {
        heard.push(...chunk);
        if (enough(heard)) settle();
      },
      hungUp: settle,
      broke: (code) => {
        if (failure !== null && code !== undefined) failure = code;
        settle();
      },
    });
  });
}

function understood(heard: readonly number[]): Heard {
  const { replies } = takeReplies(heard);
  const [cause, paper] = replies.flatMap((reply) => (reply.kind === "STATUS" ? [reply.byte] : []));
  const confirms = replies.some((reply) => reply.kind === "PRINTED");
  if (cause === undefined || paper === undefined) return { status: false, confirms, problem: null };
  return { status: true, confirms, problem: statusProblem(cause, paper) };
}
