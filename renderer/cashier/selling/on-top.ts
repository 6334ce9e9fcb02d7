import { usePayment } from "../payment/pay.ts";
import { useSettings } from "../settings/settings-store.ts";
import { useCash } from "../shift/cash-store.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";

/**
 * Whether the selling screen itself takes the keys. Asked of what is meant to be open and not of what
 * is drawn: a key may come before a dialog stands, or before one that was closed is gone.
 */
export function sellingIsOnTop(): boolean {
  return (
    useTill.getState().link === "READY" &&
    useScreen.getState().dialog === null &&
    usePayment.getState().payment.kind === "closed" &&
    useCash.getState().screen.kind === "none" &&
    useSettings.getState().screen === "none"
  );
}
