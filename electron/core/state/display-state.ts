import type {
  BuyerView,
  CashierState,
  DisplayScreen,
  SaleView,
} from "../../../shared/contract/till-state.ts";
import { maskName } from "../../../shared/domain/nip.ts";
import type { ReceiptModel } from "../../../shared/domain/receipt.ts";

/** A sale that was just paid, and the last four digits of its buyer's NIP. */
export type Thanks = { readonly sale: SaleView; readonly nipLast4: string | null };

type CartScreen = Extract<DisplayScreen, { screen: "CART" }>;

/** What the public display may know of the cashier's state: masked names, four digits. */
export function displayState(state: CashierState, thanks: Thanks | null): DisplayScreen {
  const outletName = state.till?.outletName ?? "";
  const { lines, buyer, total } = state.cart;
  if (lines.length === 0 && buyer?.kind !== "ASN") {
    return thanks === null ? { screen: "IDLE", outletName } : thanksScreen(outletName, thanks);
  }
  const waiting = state.qris.tenders.find((tender) => tender.state === "OPEN");
  if (waiting !== undefined) {
    const { amount, payload, merchant, city, expiresAt } = waiting;
    return { screen: "QRIS", outletName, total, amount, payload, merchant, city, expiresAt };
  }
  return {
    screen: "CART",
    outletName,
    lines: lines.map(lineOf),
    total,
    buyer: maskedBuyer(buyer),
  };
}

function thanksScreen(outletName: string, { sale, nipLast4 }: Thanks): DisplayScreen {
  const { total, tendered, change, month, qrUrl } = sale;
  const maskedName = sale.buyerName === null ? null : maskName(sale.buyerName);
  const buyer = sale.buyerKind === "ASN" ? { maskedName, nipLast4, month } : null;
  return { screen: "THANKS", outletName, total, tendered, change, qrUrl, buyer };
}

/** The receipt as a QR to take a picture of; null while its signature is to follow. */
export function receiptScreen(
  outletName: string,
  { number, total, qrUrl }: Pick<ReceiptModel, "number" | "total" | "qrUrl">,
): DisplayScreen | null {
  return qrUrl === null ? null : { screen: "RECEIPT", outletName, number, total, qrUrl };
}

function lineOf(line: CashierState["cart"]["lines"][number]): CartScreen["lines"][number] {
  const { lineNo, name, makerName, pictureKey, qty, net } = line;
  return { lineNo, name, makerName, pictureKey, qty, net };
}

function maskedBuyer(buyer: BuyerView | null): CartScreen["buyer"] {
  if (buyer?.kind !== "ASN") return null;
  const { name, nipLast4, month, afterCart } = buyer;
  return { maskedName: name === null ? null : maskName(name), nipLast4, month, afterCart };
}
