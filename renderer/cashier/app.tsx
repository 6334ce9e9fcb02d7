import { Fragment, lazy, Suspense, useEffect } from "react";
import { PageToasts } from "../ui/toasts.tsx";
import { announceShown } from "../core-client.ts";
import { PaymentVerdict } from "./payment/payment-verdict.tsx";
import { CoreGone } from "./screens/core-gone.tsx";
import { ClosedScreen } from "./screens/closed-screen.tsx";
import { EnrolScreen } from "./screens/enrol-screen.tsx";
import { LoginScreen } from "./screens/login-screen.tsx";
import { ShiftScreen } from "./screens/shift-screen.tsx";
import { useIdleLock } from "./use-idle-lock.ts";
import { useCash } from "./shift/cash-store.ts";
import { useSettings } from "./settings/settings-store.ts";
import { useTill } from "./store/till-store.ts";
import { TrainingMode } from "./training/training-mode.tsx";
import { useWedge } from "./wedge/use-wedge.ts";
import { gateWords } from "../texts/gate-words.ts";

const loadSelling = () => import("./selling/selling-screen.tsx");
// Selling is not needed to key the PIN: the first paint does not wait for it.
const SellingScreen = lazy(async () => ({ default: (await loadSelling()).SellingScreen }));

// Seen once in a till's life.
const FirstRunScreen = lazy(async () => ({
  default: (await import("./first-run/first-run-screen.tsx")).FirstRunScreen,
}));

const CashScreens = lazy(async () => ({
  default: (await import("./shift/cash-screens.tsx")).CashScreens,
}));

const SettingsScreens = lazy(async () => ({
  default: (await import("./settings/settings-screens.tsx")).SettingsScreens,
}));

/** What the first screen must not wait for: the display's window, and the screen for selling. */
function afterFirstPaint(): void {
  announceShown(window);
  requestIdleCallback(() => void loadSelling());
}

/** The cashier's window: the screen of the till's phase, and what may lie over any of them. */
export function App() {
  const link = useTill((till) => till.link);
  const phase = useTill(({ state }) => state?.phase ?? null);
  const language = useTill(({ state }) => state?.preferences.language ?? "id");
  const standing = phase !== null;
  useWedge();
  useIdleLock();
  useEffect(() => {
    if (standing) requestAnimationFrame(() => setTimeout(afterFirstPaint));
  }, [standing]);
  useEffect(() => {
    document.documentElement.dataset["phase"] = phase ?? "CONNECTING";
  }, [phase]);
  return (
    // Another language is other texts everywhere: everything is drawn anew.
    <Fragment key={language}>
      <TrainingMode />
      <PhaseScreen />
      <ShiftScreens />
      <Settings />
      <PaymentVerdict />
      {link === "GONE" ? <CoreGone /> : null}
      <PageToasts />
    </Fragment>
  );
}

function PhaseScreen() {
  const phase = useTill(({ state }) => state?.phase ?? null);
  const settingUp = useTill(({ state }) => (state?.firstRun ?? null) !== null);
  if (settingUp && (phase === "NO_SHIFT" || phase === "SELLING")) {
    return (
      <Suspense fallback={<Preparing />}>
        <FirstRunScreen />
      </Suspense>
    );
  }
  switch (phase) {
    case "ENROL":
      return <EnrolScreen />;
    case "CLOSED":
      return <ClosedScreen />;
    case "LOCKED":
      return <LoginScreen />;
    case "NO_SHIFT":
      return <ShiftScreen />;
    case "SELLING":
      return (
        <Suspense fallback={<Preparing />}>
          <SellingScreen />
        </Suspense>
      );
    case null:
      return <Preparing />;
  }
}

/** What is about the drawer lies over the screen for selling, and over the one after the shift. */
function ShiftScreens() {
  const isOpen = useCash(({ screen }) => screen.kind !== "none");
  return isOpen ? (
    <Suspense fallback={null}>
      <CashScreens />
    </Suspense>
  ) : null;
}

function Settings() {
  const isOpen = useSettings(({ screen }) => screen !== "none");
  return isOpen ? (
    <Suspense fallback={null}>
      <SettingsScreens />
    </Suspense>
  ) : null;
}

function Preparing() {
  return <p className="unseen">{gateWords.preparing}</p>;
}
