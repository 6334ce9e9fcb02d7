import { lazy, Suspense } from "react";
import { PaySheet } from "../payment/pay-sheet.tsx";
import { usePayment } from "../payment/pay.ts";
import { useScreen } from "../store/screen-store.ts";
import { CartPanel } from "./cart-panel.tsx";
import { CategoryRail } from "./category-rail.tsx";
import { ClearDialog } from "./clear-dialog.tsx";
import { CameraDialog } from "../camera/camera-dialog.tsx";
import { DiscountDialog } from "./discount-dialog.tsx";
import { HeldDialog } from "./held-dialog.tsx";
import { InstitutionDialog } from "./institution-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { NipDialog } from "./nip-dialog.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { ProductGrid } from "./product-grid.tsx";
import { QrisDialog } from "../qris/qris-dialog.tsx";
import { PurchasesDialog } from "./purchases-dialog.tsx";
import { StatusDialog } from "../status/status-dialog.tsx";
import { TopBar } from "./top-bar.tsx";
import { useLineKeys } from "./use-line-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import "./selling.css";
import "./top-bar.css";
import "./rail.css";
import "./goods.css";
import "./buyer.css";
import "./cart-lines.css";
import "./cart.css";
import "./paid.css";

const HistoryDialog = lazy(async () => ({
  default: (await import("../history/history-dialog.tsx")).HistoryDialog,
}));
// Tried a few times a year: not worth a byte of the selling screen.
const HardwareDialog = lazy(async () => {
  const { HardwareDialog: component } = await import("../hardware/hardware-dialog.tsx");
  return { default: component };
});

const PriceDialog = lazy(async () => {
  const { PriceDialog: component } = await import("./price-dialog.tsx");
  return { default: component };
});

const BindCardDialog = lazy(async () => ({
  default: (await import("./bind-card-dialog.tsx")).BindCardDialog,
}));

const LabelDialog = lazy(async () => ({
  default: (await import("./label-dialog.tsx")).LabelDialog,
}));

/** Where a cashier spends the day: goods on the left, the buyer and the cart on the right. */
export function SellingScreen() {
  useShortcuts();
  useLineKeys();
  const railOpen = useScreen((screen) => screen.railOpen);
  return (
    <div className={`selling ${railOpen ? "" : "selling-narrow"}`}>
      <TopBar />
      <CategoryRail />
      <ProductGrid />
      <CartPanel />
      <Suspense>
        <SellingDialogs />
      </Suspense>
    </div>
  );
}

function SellingDialogs() {
  const dialog = useScreen((screen) => screen.dialog);
  const paying = usePayment(({ payment }) => ["open", "sending"].includes(payment.kind));
  if (paying) return <PaySheet />;
  switch (dialog) {
    case "nip":
      return <NipDialog />;
    case "camera":
      return <CameraDialog />;
    case "history":
      return <HistoryDialog />;
    case "clear":
      return <ClearDialog />;
    case "status":
      return <StatusDialog />;
    case "qris":
      return <QrisDialog />;
    case "hardware":
      return <HardwareDialog />;
    case "held":
      return <HeldDialog />;
    case "discount":
      return <DiscountDialog />;
    case "price":
      return <PriceDialog />;
    case "note":
      return <NoteDialog />;
    case "label":
      return <LabelDialog />;
    case "institution":
      return <InstitutionDialog />;
    case "purchases":
      return <PurchasesDialog />;
    case "bindCard":
      return <BindCardDialog />;
    case "keys":
      return <KeysDialog />;
    case null:
      return null;
  }
}
