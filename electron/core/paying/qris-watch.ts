import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import { cartRow } from "../db/stores/cart.ts";
import { journalHead } from "../db/stores/journal.ts";
import {
  awaitedOfProvider,
  liveQrisTenders,
  type QrisTenderRow,
} from "../db/stores/qris-tender.ts";
import type { PaymentProvider } from "./provider.ts";
import { keepProviderWord } from "./qris-payment.ts";

/** How often a provider is asked whether a code was paid. */
const ASK_EVERY_MS = 2_000;

/**
 * Follows the codes that wait: asks the provider about its own, and tells the windows when one has
 * run out of time. `wake` after a code was made, and once after a start: codes outlive the core.
 */
export function createQrisWatch(till: Till): { readonly wake: () => void } {
  let asking = false;
  let stopTicking = (): void => undefined;

  const ask = async (): Promise<void> => {
    const { provider } = till;
    if (provider === null || asking) return;
    asking = true;
    let isAwaited = true;
    try {
      for (const row of awaitedOfProvider(till.file.db())) await follow(till, provider, row);
      isAwaited = awaitedOfProvider(till.file.db()).length > 0;
    } catch (error) {
      // Nothing is lost: the code stays as it is and is asked about again.
      till.log("provider not asked", { code: error instanceof AppError ? error.code : "unknown" });
    } finally {
      asking = false;
    }
    if (isAwaited) tick();
  };
  const tick = (): void => {
    stopTicking();
    stopTicking = till.schedule(ASK_EVERY_MS, () => void ask());
  };

  return {
    wake: () => {
      for (const { expiresAt } of waitingHere(till)) {
        till.schedule(Math.max(0, expiresAt - now(till)), till.changed);
      }
      if (awaitedOfProvider(till.file.db()).length > 0) tick();
    },
  };
}

async function follow(till: Till, provider: PaymentProvider, row: QrisTenderRow): Promise<void> {
  if (row.providerRef === null) return;
  // A code whose cart was sold, held or cleared is taken back: nobody should pay it any more.
  const over = now(till) >= row.expiresAt || row.cartId !== cartRow(till.file.db())?.cartId;
  const state = await (over ? provider.cancel : provider.status)(row.providerRef);
  if (state !== "PENDING") keepProviderWord(till, row.qrisId, state === "PAID");
}

function waitingHere(till: Till): QrisTenderRow[] {
  const cart = cartRow(till.file.db());
  return cart === null ? [] : liveQrisTenders(till.file.db(), cart.cartId);
}

function now(till: Till): number {
  return till.clock.read(journalHead(till.file.db())?.at ?? null).at;
}
