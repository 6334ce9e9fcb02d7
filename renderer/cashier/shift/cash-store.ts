import { create } from "zustand";
import type { CashCount } from "../../../shared/domain/shift.ts";
import type { ShiftReport } from "../../../shared/contract/shift.ts";

export type CashSection = "report" | "in" | "out" | "drawer" | "past";

/** What is open of the shift's screens, over whatever screen the till is on. */
export type CashScreen =
  | { readonly kind: "none" }
  | { readonly kind: "cash"; readonly section: CashSection }
  | { readonly kind: "counting" }
  | {
      readonly kind: "different";
      readonly counts: readonly CashCount[];
      readonly expected: number;
      readonly counted: number;
      readonly difference: number;
    }
  | { readonly kind: "closed"; readonly report: ShiftReport };

export const useCash = create<{ readonly screen: CashScreen }>(() => ({
  screen: { kind: "none" },
}));

export function showCash(screen: CashScreen): void {
  useCash.setState({ screen });
}

/** Opens the cash dialog on one of its sections. */
export function openCash(section: CashSection): void {
  showCash({ kind: "cash", section });
}

export function closeCash(): void {
  showCash({ kind: "none" });
}
