import { useEffect } from "react";
import { useTill } from "../store/till-store.ts";
import { CashDialog } from "./cash-dialog.tsx";
import { closeCash, useCash } from "./cash-store.ts";
import { ClosedDialog } from "./closed-dialog.tsx";
import { CountDialog } from "./count-dialog.tsx";
import { DifferenceDialog } from "./difference-dialog.tsx";
import "../screens/screens.css";
import "./cash.css";

/** The shift's screens; a till that was locked, or whose core started again, is left with none. */
export function CashScreens() {
  const screen = useCash((state) => state.screen);
  const phase = useTill(({ state }) => state?.phase ?? null);
  const unlocked = phase === "SELLING" || phase === "NO_SHIFT";
  useEffect(() => {
    if (!unlocked) closeCash();
  }, [unlocked]);
  if (!unlocked) return null;
  switch (screen.kind) {
    case "none":
      return null;
    case "cash":
      return <CashDialog section={screen.section} />;
    case "counting":
      return <CountDialog />;
    case "different":
      return <DifferenceDialog found={screen} />;
    case "closed":
      return <ClosedDialog report={screen.report} />;
  }
}
