import { create } from "zustand";
import type { CashierState } from "../../../shared/contract/till-state.ts";
import type { CashierCore } from "../core.ts";

/** Whether the core answers: not yet, yes, or no more. */
export type CoreLink = "CONNECTING" | "READY" | "GONE";

type TillStore = {
  readonly link: CoreLink;
  readonly core: CashierCore | null;
  /** the last whole state the core sent; kept while the core is gone */
  readonly state: CashierState | null;
};

/** What the window knows of its core. Only `connect.ts` writes it. */
export const useTill = create<TillStore>(() => ({ link: "CONNECTING", core: null, state: null }));

/** Part of the core's state, for screens that are only drawn once there is one. */
export function useTillState<T>(pick: (state: CashierState) => T): T {
  return useTill(({ state }) => {
    if (state === null) throw new Error("no state of the core yet");
    return pick(state);
  });
}
