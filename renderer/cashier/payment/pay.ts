import { uuidv7 } from "uuidv7";
import { create } from "zustand";
import type { SaleView } from "../../../shared/contract/till-state.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { beep } from "../../ui/beep.ts";
import { dismissToasts } from "../../ui/toast-store.ts";
import { askCore, attempt } from "../store/attempt.ts";
import { showPaid } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";
import {
  openPayment,
  PAYMENT_CLOSED,
  type PayCommand,
  type Payment,
  tenderOf,
  tenderText,
  whenFailed,
  whenFound,
} from "./payment.ts";
import { forgetPayment, rememberPayment, unansweredPayment } from "./payment-memory.ts";

/** The payment going on, if any. */
export const usePayment = create<{ payment: Payment }>(() => {
  const command = unansweredPayment(sessionStorage);
  return { payment: command === null ? PAYMENT_CLOSED : { kind: "lost", command } };
});

function set(payment: Payment): void {
  usePayment.setState({ payment });
}

/** Opens the pay sheet for the cart as it stands. */
export function startPayment(): void {
  const cart = useTill.getState().state?.cart;
  const { payment } = usePayment.getState();
  if (cart === undefined || cart.lines.length === 0 || payment.kind !== "closed") return;
  dismissToasts();
  set(openPayment(cart.total));
}

/** Puts the sheet or a told end away; a payment still in doubt stays. */
export function closePayment(): void {
  const { payment } = usePayment.getState();
  if (payment.kind !== "sending" && payment.kind !== "lost") set(PAYMENT_CLOSED);
}

/** Takes the amount as typed or chosen. */
export function setTender(text: string): void {
  if (usePayment.getState().payment.kind === "open") {
    set({ kind: "open", text, suggested: false, refusal: null });
  }
}

/** Pays with the amount on the sheet; does nothing while it is not enough or already on its way. */
export async function pay(): Promise<void> {
  const cart = useTill.getState().state?.cart;
  const { payment } = usePayment.getState();
  if (cart === undefined || payment.kind !== "open") return;
  const tender = tenderOf(tenderText(payment, cart.total), cart.total);
  if (tender.kind !== "enough") return;
  await send({
    commandId: uuidv7(),
    cartId: cart.cartId,
    expectedTotal: cart.total,
    tendered: tender.amount,
  });
}

/** Records the buyer as public and pays. */
export async function payAsPublic(): Promise<void> {
  if (usePayment.getState().payment.kind !== "open") return;
  const recorded = await attempt((core) => core.buyer.setPublic.mutate());
  if (recorded !== null) await pay();
}

/** Sends the very same command once more, after it was found not to be stored. */
export async function payAgain(): Promise<void> {
  const { payment } = usePayment.getState();
  if (payment.kind === "notStored") await send(payment.command);
}

/** Asks a core that is back what became of a payment whose answer was lost. */
export async function settleLostPayment(): Promise<void> {
  const { payment } = usePayment.getState();
  if (payment.kind !== "lost" || asking) return;
  const { command } = payment;
  asking = true;
  try {
    const sale = await askCore((core) =>
      core.sale.byCommand.query({ commandId: command.commandId }),
    );
    forgetPayment(sessionStorage);
    set(whenFound(command, sale));
    if (sale !== null) showPaid(sale);
  } catch {
    // Gone again, or nobody is logged in yet: asked again with the core's next state.
  } finally {
    asking = false;
  }
}

let asking = false;

async function send(command: PayCommand): Promise<void> {
  set({ kind: "sending", command });
  rememberPayment(sessionStorage, command);
  try {
    finish(await askCore((core) => core.sale.payCash.mutate(command)));
  } catch (error) {
    const { code, details } = appErrorOf(error);
    const next = whenFailed(command, { code, details });
    set(next);
    if (next.kind === "lost") return;
    forgetPayment(sessionStorage);
    beep("refused");
  }
}

function finish(sale: SaleView): void {
  forgetPayment(sessionStorage);
  set(PAYMENT_CLOSED);
  showPaid(sale);
}
