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
  amountShown,
  asCash,
  formOf,
  openPayment,
  type Owed,
  owedOf,
  type Part,
  PAYMENT_CLOSED,
  type PayCommand,
  type PayForm,
  type Payment,
  type PayMethod,
  tenderOf,
  tendersOf,
  whenFailed,
  whenFound,
} from "./payment.ts";
import { forgetPayment, rememberPayment, unansweredPayment } from "./payment-memory.ts";

type PaymentStore = {
  readonly payment: Payment;
  /** money already taken for a cart; it stays when the sheet is closed and opened again */
  readonly taken: { readonly cartId: string; readonly parts: readonly Part[] };
};

/** The payment going on, if any. */
export const usePayment = create<PaymentStore>(() => {
  const command = unansweredPayment(sessionStorage);
  const payment: Payment = command === null ? PAYMENT_CLOSED : { kind: "lost", command };
  return { payment, taken: { cartId: "", parts: [] } };
});

function set(payment: Payment): void {
  usePayment.setState({ payment });
}

/** Opens the pay sheet for the cart as it stands. */
export function startPayment(): void {
  const { state } = useTill.getState();
  const { payment, taken } = usePayment.getState();
  if (state === null || state.cart.lines.length === 0 || payment.kind !== "closed") return;
  const { cart, qris } = state;
  // Paid a moment ago: the state with the next cart comes just after the answer.
  if (cart.cartId === paidCartId) return;
  dismissToasts();
  const parts = taken.cartId === cart.cartId ? taken.parts : [];
  usePayment.setState({
    payment: openPayment(qris.tenders),
    taken: { cartId: cart.cartId, parts },
  });
}

/** Puts the sheet or a told end away; a payment still in doubt stays. */
export function closePayment(): void {
  const { payment } = usePayment.getState();
  if (payment.kind !== "sending" && payment.kind !== "lost") set(PAYMENT_CLOSED);
}

function change(part: Partial<PayForm>): void {
  const { payment } = usePayment.getState();
  if (payment.kind === "open") {
    set({ kind: "open", form: { ...payment.form, ...part }, refusal: null });
  }
}

/** Takes the amount as typed or chosen. */
export function setTender(text: string): void {
  change({ text, suggested: false });
}

/** Takes the number of a transfer's or a card's slip. */
export function setReference(reference: string): void {
  change({ reference });
}

/** Goes to another way to pay. */
export function chooseMethod(method: PayMethod): void {
  change(formOf(method));
}

/** Keeps a part of the money as taken, and asks for the rest. */
export function takePart(part: Part): void {
  const { payment, taken } = usePayment.getState();
  if (payment.kind !== "open") return;
  usePayment.setState({ taken: { ...taken, parts: [...taken.parts, part] } });
  const byCode = useTill.getState().state?.qris.available === true;
  chooseMethod(part.kind !== "CASH" ? "CASH" : byCode ? "QRIS" : "TRANSFER");
}

/** A part was given back. */
export function removePart(index: number): void {
  const { payment, taken } = usePayment.getState();
  if (payment.kind !== "open") return;
  const parts = taken.parts.filter((_, place) => place !== index);
  usePayment.setState({ taken: { ...taken, parts } });
}

/** Where the cart of the sheet stands with its money; null once another cart is open. */
export function owedNow(): Owed | null {
  const { state } = useTill.getState();
  const { taken } = usePayment.getState();
  if (state === null || state.cart.cartId !== taken.cartId) return null;
  return owedOf(state.cart, taken.parts, state.qris.tenders);
}

/** Pays with the cash on the sheet, or with all that was taken; does nothing while it is not enough. */
export async function pay(): Promise<void> {
  const { payment } = usePayment.getState();
  const owed = owedNow();
  if (owed === null || payment.kind !== "open") return;
  if (owed.settled) return payWith(owed, null);
  const { cashRemaining } = owed;
  const tender = tenderOf(amountShown(payment.form, cashRemaining), cashRemaining);
  if (payment.form.method === "CASH" && tender.kind === "enough") await payCash(tender.amount);
}

/** Pays what remains with this much cash. */
export async function payCash(amount: number): Promise<void> {
  const owed = owedNow();
  if (owed !== null) await payWith(owed, { kind: "CASH", amount, reference: null });
}

/** Pays with what was taken and one last part. */
export async function payWith(owed: Owed, last: Part | null): Promise<void> {
  const cart = useTill.getState().state?.cart;
  const { payment } = usePayment.getState();
  if (cart === undefined || payment.kind !== "open") return;
  const { cartId, total: expectedTotal } = cart;
  const tenders = tendersOf(owed, last);
  const { form } = payment;
  await send({ commandId: uuidv7(), cartId, expectedTotal, tenders }, { form, owed });
}

/** Records the buyer as public, and goes on. */
export async function asPublic(goOn: () => Promise<void>): Promise<void> {
  if (usePayment.getState().payment.kind !== "open") return;
  const recorded = await attempt((core) => core.buyer.setPublic.mutate());
  if (recorded !== null) await goOn();
}

/** Sends the very same command once more, after it was found not to be stored. */
export async function payAgain(): Promise<void> {
  const { payment, taken } = usePayment.getState();
  if (payment.kind !== "notStored") return;
  const { command } = payment;
  // After a reload nobody remembers which cart the sheet was for.
  if (taken.cartId === "") usePayment.setState({ taken: { cartId: command.cartId, parts: [] } });
  await send(command, asCash(command));
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

async function send(
  command: PayCommand,
  { form, owed }: { readonly form: PayForm; readonly owed: Owed },
): Promise<void> {
  set({ kind: "sending", form, owed, command });
  rememberPayment(sessionStorage, command);
  try {
    finish(command, await askCore((core) => core.sale.pay.mutate(command)));
  } catch (error) {
    const { code, details } = appErrorOf(error);
    const next = whenFailed({ command, form }, { code, details });
    set(next);
    if (next.kind === "lost") return;
    forgetPayment(sessionStorage);
    beep("refused");
  }
}

let paidCartId = "";

function finish({ cartId }: PayCommand, sale: SaleView): void {
  paidCartId = cartId;
  forgetPayment(sessionStorage);
  usePayment.setState({ payment: PAYMENT_CLOSED, taken: { cartId: "", parts: [] } });
  showPaid(sale);
}
