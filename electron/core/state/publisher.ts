import type {
  CashierState,
  DisplayScreen,
  DisplayState,
} from "../../../shared/contract/till-state.ts";
import { last4 } from "../../../shared/domain/nip.ts";
import type { Till } from "../context.ts";
import { personById } from "../db/stores/roster.ts";
import { saleById } from "../db/stores/sale.ts";
import { identityOf } from "../selling/person.ts";
import { receiptOf } from "../selling/receipt.ts";
import { saleViewById } from "../selling/sale-view.ts";
import { cashierState, type StateSources } from "./cashier-state.ts";
import { displayState, receiptScreen, type Thanks } from "./display-state.ts";

/** How long the display thanks before it goes idle. */
const THANKS_MS = 8_000;
/** How long it shows a receipt's QR: time to take out a telephone. */
const RECEIPT_MS = 60_000;

/** Sends each window the whole of what it draws, on each change. */
export class StatePublisher {
  readonly #sources: StateSources;
  readonly #cashiers = new Set<(state: CashierState) => void>();
  readonly #displays = new Set<(state: DisplayState) => void>();
  #thankedSale: string | null = null;
  #forgetThanks = (): void => undefined;
  #shownReceipt: string | null = null;
  #hideReceipt = (): void => undefined;

  constructor(sources: StateSources) {
    this.#sources = sources;
  }

  changed(): void {
    if (this.#cashiers.size === 0 && this.#displays.size === 0) return;
    try {
      const state = cashierState(this.#sources);
      for (const listener of this.#cashiers) listener(state);
      if (this.#displays.size === 0) return;
      const shown = this.#display(state);
      for (const listener of this.#displays) listener(shown);
    } catch (error) {
      // What was committed stays committed, whether or not a window can be told of it.
      const reason = error instanceof Error ? error.message : "";
      this.#sources.till.log("state not published", { reason });
    }
  }

  /** Lets the display thank for a sale, for some seconds or until the next line. */
  thank(saleId: string): void {
    this.showReceipt(null);
    this.#thankedSale = saleId;
    this.#forgetThanks();
    const { till } = this.#sources;
    const forget = (): void => {
      this.#thankedSale = null;
      this.changed();
    };
    this.#forgetThanks = till.schedule(THANKS_MS, () => {
      // The QR in place of paper stays as long as a receipt that is shown on purpose.
      if (saleViewById(till, saleId).qrUrl === null) forget();
      else this.#forgetThanks = till.schedule(RECEIPT_MS - THANKS_MS, forget);
    });
  }

  /** Lets the display show a sale's receipt as a QR, for a minute or until the next line; null: no more. */
  showReceipt(saleId: string | null): void {
    this.#shownReceipt = saleId;
    this.#hideReceipt();
    this.#hideReceipt = () => undefined;
    if (saleId === null) return;
    this.#hideReceipt = this.#sources.till.schedule(RECEIPT_MS, () => {
      this.#shownReceipt = null;
      this.changed();
    });
  }

  /** Sends the state now and on each change, until the answer is called. */
  watchCashier(listener: (state: CashierState) => void): () => void {
    this.#cashiers.add(listener);
    listener(cashierState(this.#sources));
    return () => this.#cashiers.delete(listener);
  }

  watchDisplay(listener: (state: DisplayState) => void): () => void {
    this.#displays.add(listener);
    listener(this.#display(cashierState(this.#sources)));
    return () => this.#displays.delete(listener);
  }

  #display(state: CashierState): DisplayState {
    const { language, largeText } = state.preferences;
    const training = state.training !== null;
    return { ...this.#screen(state), preferences: { language, largeText }, training };
  }

  #screen(state: CashierState): DisplayScreen {
    const { till } = this.#sources;
    const saleId = this.#thankedSale;
    const shown = displayState(state, saleId === null ? null : thanksOf(till, saleId));
    // Goods and codes to pay are for whoever stands there now; receipt and thanks were of the one before.
    if (shown.screen === "CART" || shown.screen === "QRIS") {
      this.showReceipt(null);
      this.#thankedSale = null;
    }
    const receiptId = this.#shownReceipt;
    if (receiptId === null) return shown;
    return receiptScreen(shown.outletName, receiptOf(till, receiptId, 0)) ?? shown;
  }
}

function thanksOf(till: Till, saleId: string): Thanks {
  const db = till.file.db();
  const personId = saleById(db, saleId)?.personId ?? null;
  const person = personId === null ? null : personById(db, personId);
  const nip = identityOf(person, till.keys())?.nip ?? null;
  return { sale: saleViewById(till, saleId), nipLast4: nip === null ? null : last4(nip) };
}
