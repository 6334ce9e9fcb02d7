import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { HealthView } from "../../../shared/contract/core-api.ts";
import type { Till } from "../context.ts";
import type { Enrolment } from "../enrolment/enrolment.ts";
import type { PrinterControl } from "../selling/printer-control.ts";
import type { StatePublisher } from "../state/publisher.ts";

/** What the procedures work with; the same for every window, the router is what differs. */
export type CoreContext = {
  readonly till: Till;
  readonly states: StatePublisher;
  readonly enrolment: Enrolment;
  readonly printer: PrinterControl;
  readonly syncNow: () => void;
  readonly health: HealthView;
  readonly qrisWatch: { readonly wake: () => void };
};

const t = initTRPC.context<CoreContext>().create();

export const router = t.router;
export const procedure = t.procedure;
/** What a mutation answers that has nothing to tell. */
export const Done = z.object({});
