import { uuidv7 } from "uuidv7";
import type { CancelQrisInput } from "../../../shared/contract/paying.ts";
import { attempt } from "../store/attempt.ts";
import { useTill } from "../store/till-store.ts";
import { owedNow, pay } from "./pay.ts";

/** Has a code made for a part or all of what the open cart owes. */
export async function showCode(amount: number): Promise<void> {
  const cartId = useTill.getState().state?.cart.cartId;
  if (cartId === undefined || working) return;
  await once((core) => core.qris.start.mutate({ commandId: uuidv7(), cartId, amount }));
}

/** The cashier saw the money; a cart that owes nothing more is sold at once, if its buyer is known. */
export async function confirmCode(qrisId: string): Promise<void> {
  const confirmed = await once((core) => core.qris.confirm.mutate({ commandId: uuidv7(), qrisId }));
  const buyer = useTill.getState().state?.cart.buyer ?? null;
  if (confirmed && buyer !== null && owedNow()?.settled === true) await pay();
}

/** Takes a code back that nobody paid. */
export async function cancelCode(qrisId: string): Promise<void> {
  await takeBack({ qrisId, returned: false, approvalId: null });
}

/** Takes a paid code off the sale: its money was given back. */
export async function returnMoney(qrisId: string, approvalId: string | null): Promise<void> {
  await takeBack({ qrisId, returned: true, approvalId });
}

async function takeBack(input: Omit<CancelQrisInput, "commandId">): Promise<void> {
  await once((core) => core.qris.cancel.mutate({ commandId: uuidv7(), ...input }));
}

let working = false;

/** One question at a time: a second click is the same wish. */
async function once(ask: Parameters<typeof attempt>[0]): Promise<boolean> {
  if (working) return false;
  working = true;
  try {
    return (await attempt(ask)) !== null;
  } finally {
    working = false;
  }
}
