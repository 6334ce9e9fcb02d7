import type { CashierState, DisplayState } from "../../../shared/contract/till-state.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import type { Till } from "../context.ts";
import { personById } from "../db/stores/roster.ts";
import { saleById } from "../db/stores/sale.ts";
import { identityOf } from "../selling/person.ts";
import { saleViewById } from "../selling/sale-view.ts";
import { cashierState, type StateSources } from "./cashier-state.ts";
import { displayState, type Thanks } from "./display-state.ts";

/** How long the display thanks before it goes idle. */
const THANKS_MS = 8_000;

/** Sends each window the whole of what it draws, on each change. */
export type StatePublisher = {
  readonly changed: () => void;
  /** Lets the display thank for a sale, for some seconds or until the next line. */
  readonly thank: (saleId: string) => void;
  readonly watchCashier: (listener: (state: CashierState) => void) => () => void;
  readonly watchDisplay: (listener: (state: DisplayState) => void) => () => void;
};

export function createPublisher(sources: StateSources): StatePublisher {
  const { till } = sources;
  const cashiers = new Set<(state: CashierState) => void>();
  const displays = new Set<(state: DisplayState) => void>();
  let thankedSale: string | null = null;
  let forgetThanks = (): void => undefined;

  const display = (state: CashierState): DisplayState =>
    displayState(state, thankedSale === null ? null : thanksOf(till, thankedSale));
  const changed = (): void => {
    if (cashiers.size === 0 && displays.size === 0) return;
    try {
      const state = cashierState(sources);
      for (const listener of cashiers) listener(state);
      if (displays.size > 0) {
        const shown = display(state);
        for (const listener of displays) listener(shown);
      }
    } catch (error) {
      // What was committed stays committed, whether or not a window can be told of it.
      till.log("state not published", { reason: error instanceof Error ? error.message : "" });
    }
  };

  return {
    changed,
    thank: (saleId) => {
      thankedSale = saleId;
      forgetThanks();
      forgetThanks = till.schedule(THANKS_MS, () => {
        thankedSale = null;
        changed();
      });
    },
    watchCashier: (listener) => {
      cashiers.add(listener);
      listener(cashierState(sources));
      return () => cashiers.delete(listener);
    },
    watchDisplay: (listener) => {
      displays.add(listener);
      listener(display(cashierState(sources)));
      return () => displays.delete(listener);
    },
  };
}

function thanksOf(till: Till, saleId: string): Thanks {
  const db = till.file.db();
  const personId = saleById(db, saleId)?.personId ?? null;
  const person = personId === null ? null : personById(db, personId);
  const nip = identityOf(person, till.keys())?.nip ?? null;
  return { sale: saleViewById(till, saleId), nipLast4: nip === null ? null : last4(nip) };
}
