import type { Centre } from "../client/centre.ts";

/** What every route may use; the clock comes from the entry file. */
export type RouteContext = Pick<Centre, "centre" | "queryClient"> & {
  readonly nowMs: () => number;
};
