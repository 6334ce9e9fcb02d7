import { uuidv7 } from "uuidv7";
import { attempt } from "./attempt.ts";
import { openDialog } from "./screen-store.ts";
import { useTill } from "./till-store.ts";

/** Puts the open cart aside; where there is nothing to put aside, shows what was. */
export async function holdOrShow(): Promise<void> {
  const state = useTill.getState().state;
  if (state === null) return;
  const { cartId, lines, buyer, note } = state.cart;
  const named = buyer !== null && buyer.kind !== "PUBLIC";
  if (lines.length === 0 && !named && note === "") return openDialog("held");
  await attempt((core) => core.cart.hold.mutate({ commandId: uuidv7(), cartId }));
}

/** Takes a held cart up again. */
export async function resumeHeld(cartId: string): Promise<void> {
  openDialog(null);
  await attempt((core) => core.cart.resume.mutate({ commandId: uuidv7(), cartId }));
}

/** Throws a held cart away. */
export async function discardHeld(cartId: string): Promise<void> {
  await attempt((core) => core.cart.discard.mutate({ commandId: uuidv7(), cartId }));
}
