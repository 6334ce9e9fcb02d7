import { connect, type Socket } from "node:net";
import type { ErrorCode } from "../../../shared/contract/errors.ts";
import {
  ASK_OFFLINE_CAUSE,
  ASK_PAPER,
  askConfirmation,
  statusProblem,
  takeReplies,
} from "./printer-replies.ts";

const RESET = [0x1b, 0x40];
const ID = [0x54, 0x45, 0x53, 0x54];

/** What a printer turned out to answer; `problem` is what it says keeps it from printing now. */
export type Probe =
  | { readonly reached: false }
  | {
      readonly reached: true;
      readonly status: boolean;
      readonly confirms: boolean;
      readonly problem: ErrorCode | null;
    };

/**
 * Asks everything a printer may answer and waits `waitMs` for what comes. One that knows none of it
 * may print the questions as a line of letters, so this belongs to setting up only.
 */
export function probePrinter(printer: {
  readonly host: string;
  readonly port: number;
  readonly waitMs: number;
}): Promise<Probe> {
  const { host, port, waitMs } = printer;
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const heard: number[] = [];
    let reached = false;
    const settle = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached ? { reached, ...understood(heard) } : { reached });
    };
    const timer = setTimeout(settle, waitMs);
    socket.on("connect", () => {
      reached = true;
      ask(socket);
    });
    socket.on("data", (chunk: Buffer) => {
      heard.push(...chunk);
      const { status, confirms } = understood(heard);
      if (status && confirms) settle();
    });
    socket.on("error", settle);
    socket.on("close", settle);
  });
}

function ask(socket: Socket): void {
  const questions = [...ASK_OFFLINE_CAUSE, ...ASK_PAPER, ...RESET, ...askConfirmation(ID)];
  socket.write(Buffer.from(questions));
}

function understood(heard: readonly number[]): {
  status: boolean;
  confirms: boolean;
  problem: ErrorCode | null;
} {
  const { replies } = takeReplies(heard);
  const [cause, paper] = replies.flatMap((reply) => (reply.kind === "STATUS" ? [reply.byte] : []));
  const confirms = replies.some((reply) => reply.kind === "PRINTED");
  if (cause === undefined || paper === undefined) return { status: false, confirms, problem: null };
  return { status: true, confirms, problem: statusProblem(cause, paper) };
}
