import { create } from "zustand";
import type { ProductView, SaleView } from "../../../shared/contract/till-state.ts";

/** The one dialog over the selling screen; the pay sheet belongs to the payment itself. */
export type SellingDialog =
  | "nip"
  | "camera"
  | "history"
  | "clear"
  | "keys"
  | "status"
  | "qris"
  | "hardware"
  | "held"
  | "discount"
  | "price"
  | "note"
  | "label"
  | "institution"
  | "purchases"
  | "bindCard"
  | null;

type ScreenStore = {
  readonly dialog: SellingDialog;
  /** the product whose labels are to be printed; null: still to be found */
  readonly labelled: ProductView | null;
  /** stands for the card of nobody that was scanned last, to be bound */
  readonly unboundCard: string | null;
  readonly query: string;
  readonly categoryId: string | null;
  readonly railOpen: boolean;
  /** the sale just paid here, until it is dismissed */
  readonly paidSaleId: string | null;
  /** the line the last scan or touch went to; `turn` tells two in a row apart */
  readonly touched: { readonly lineNo: number; readonly turn: number } | null;
  /** the line that keys act on; one that is gone gives way to the newest */
  readonly selected: number | null;
};

/** What only this window remembers: nothing here is worth anything after a restart. */
export const useScreen = create<ScreenStore>(() => ({
  dialog: null,
  labelled: null,
  unboundCard: null,
  query: "",
  categoryId: null,
  railOpen: true,
  paidSaleId: null,
  touched: null,
  selected: null,
}));

/** Opens one dialog, or none. */
export function openDialog(dialog: SellingDialog): void {
  useScreen.setState({ dialog });
}

/** Opens the dialog that prints labels, of a product or of one to be found there. */
export function openLabels(labelled: ProductView | null): void {
  useScreen.setState({ dialog: "label", labelled });
}

/** Opens the dialog that binds a card of nobody. */
export function openUnboundCard(unboundCard: string): void {
  useScreen.setState({ dialog: "bindCard", unboundCard });
}

/** Shows what is searched for. */
export function setQuery(query: string): void {
  useScreen.setState({ query });
}

/** Marks the line that just changed. */
export function touchLine(lineNo: number): void {
  useScreen.setState(({ touched }) => ({
    touched: { lineNo, turn: (touched?.turn ?? 0) + 1 },
    selected: lineNo,
  }));
}

/** Shows a sale as just paid. */
export function showPaid(sale: SaleView): void {
  useScreen.setState({ paidSaleId: sale.saleId, query: "" });
}

/** Puts the just-paid sale away. */
export function dismissPaid(): void {
  useScreen.setState({ paidSaleId: null });
}
