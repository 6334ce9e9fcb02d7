import { useEffect } from "react";
import { PageToasts } from "../ui/toasts.tsx";
import { PaymentVerdict } from "./payment/payment-verdict.tsx";
import { CoreGone } from "./screens/core-gone.tsx";
import { EnrolScreen } from "./screens/enrol-screen.tsx";
import { LoginScreen } from "./screens/login-screen.tsx";
import { ShiftScreen } from "./screens/shift-screen.tsx";
import { SellingScreen } from "./selling/selling-screen.tsx";
import { useTill } from "./store/till-store.ts";
import { useWedge } from "./wedge/use-wedge.ts";

/** The cashier's window: the screen of the till's phase, and what may lie over any of them. */
export function App() {
  const link = useTill((till) => till.link);
  const phase = useTill(({ state }) => state?.phase ?? null);
  useWedge();
  useEffect(() => {
    document.documentElement.dataset["phase"] = phase ?? "CONNECTING";
  }, [phase]);
  return (
    <>
      <PhaseScreen />
      <PaymentVerdict />
      {link === "GONE" ? <CoreGone /> : null}
      <PageToasts />
    </>
  );
}

function PhaseScreen() {
  const phase = useTill(({ state }) => state?.phase ?? null);
  switch (phase) {
    case "ENROL":
      return <EnrolScreen />;
    case "LOCKED":
      return <LoginScreen />;
    case "NO_SHIFT":
      return <ShiftScreen />;
    case "SELLING":
      return <SellingScreen />;
    case null:
      return <p className="unseen">Menyiapkan kasir</p>;
  }
}
