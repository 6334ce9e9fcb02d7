import { Fragment } from "react";
import { trainingWords } from "../texts/training-words.ts";
import { TrainingBanner } from "../ui/training-banner.tsx";
import { CartScreen } from "./cart-screen.tsx";
import { useDisplay } from "./display-store.ts";
import { IdleScreen } from "./idle-screen.tsx";
import { QrisScreen } from "./qris-screen.tsx";
import { ReceiptScreen } from "./receipt-screen.tsx";
import { ThanksScreen } from "./thanks-screen.tsx";

/** The buyer's window: it shows, and nothing on it can be pressed. */
export function DisplayApp() {
  const language = useDisplay(({ state }) => state?.preferences.language ?? "id");
  const isTraining = useDisplay(({ state }) => state?.training ?? false);
  return (
    // Another language is other texts everywhere: everything is drawn anew.
    <Fragment key={language}>
      {isTraining ? <TrainingBanner lead={trainingWords.forBuyer} /> : null}
      <Screen />
    </Fragment>
  );
}

function Screen() {
  const state = useDisplay((display) => display.state);
  switch (state?.screen) {
    case "CART":
      return <CartScreen cart={state} />;
    case "QRIS":
      return <QrisScreen qris={state} />;
    case "THANKS":
      return <ThanksScreen thanks={state} />;
    case "RECEIPT":
      return <ReceiptScreen receipt={state} />;
    case "IDLE":
      return <IdleScreen outletName={state.outletName} />;
    case undefined:
      return <IdleScreen outletName={null} />;
  }
}
