import { topDialog } from "../../ui/open-dialogs.ts";
import { usePayment } from "../payment/pay.ts";
import { useSettings } from "../settings/settings-store.ts";
import { useCash } from "../shift/cash-store.ts";
import { useScreen } from "../store/screen-store.ts";
import { useTill } from "../store/till-store.ts";

/**
 * Whether the selling screen itself takes the keys: nothing lies over it, and nothing that is meant to
 * is still on its way. A key may come before the dialog that was just opened stands.
 */
export function sellingIsOnTop(): boolean {
  return (
    topDialog() === null &&
    useTill.getState().link === "READY" &&
    useScreen.getState().dialog === null &&
    usePayment.getState().payment.kind === "closed" &&
    useCash.getState().screen.kind === "none" &&
    useSettings.getState().screen === "none"
  );
}
