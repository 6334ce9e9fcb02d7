import { observable } from "@trpc/server/observable";
import type { CashierState, DisplayState } from "../../../shared/contract/till-state.ts";
import { procedure, router } from "./trpc.ts";

/*
 * Observables, not iterables: their values leave in the tick they are emitted, so a window has the
 * new state before the answer of the mutation that caused it.
 */

export const cashierStateRouter = router({
  watch: procedure.subscription(({ ctx }) =>
    observable<CashierState>((emit) => ctx.states.watchCashier((state) => emit.next(state))),
  ),
});

export const displayStateRouter = router({
  watch: procedure.subscription(({ ctx }) =>
    observable<DisplayState>((emit) => ctx.states.watchDisplay((state) => emit.next(state))),
  ),
});
