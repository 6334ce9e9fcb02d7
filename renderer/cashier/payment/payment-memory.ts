import * as z from "zod/mini";
import type { PayCommand } from "./payment.ts";

/** What is needed of the window's `sessionStorage`. */
type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "bela-beli.payment";
// zod/mini: the window loads this before it can paint.
const Command = z.object({
  commandId: z.uuid(),
  cartId: z.uuid(),
  expectedTotal: z.number(),
  tenders: z.array(
    z.object({
      kind: z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]),
      amount: z.number(),
      reference: z.nullable(z.string()),
      qrisId: z.nullable(z.uuid()),
    }),
  ),
});

/*
 * The command of a payment that was sent and not yet answered, kept over a reload of the window:
 * after one, the core is asked what became of it.
 */

/** Remembers a command just before it is sent. */
export function rememberPayment(storage: Memory, command: PayCommand): void {
  storage.setItem(KEY, JSON.stringify(command));
}

/** Forgets it once its end was told. */
export function forgetPayment(storage: Memory): void {
  storage.removeItem(KEY);
}

/** The command whose end nobody told yet, if there is one. */
export function unansweredPayment(storage: Memory): PayCommand | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  const parsed = Command.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
