import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { ChangeKeyInput } from "../../../shared/contract/change-key.ts";
import type { GoOnOfflineInput, HealthView } from "../../../shared/contract/core-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Till } from "../context.ts";
import { training } from "../db/stores/training.ts";
import type { Enrolment } from "../enrolment/enrolment.ts";
import type { PrinterControl } from "../selling/printer-control.ts";
import type { StatePublisher } from "../state/publisher.ts";

/** What the procedures work with; the same for every window, the router is what differs. */
export type CoreContext = {
  readonly till: Till;
  readonly states: StatePublisher;
  readonly enrolment: Enrolment;
  readonly changeKey: (input: ChangeKeyInput) => Promise<void>;
  readonly goOnOffline: (input: GoOnOfflineInput) => Promise<void>;
  readonly printer: PrinterControl;
  readonly syncNow: () => void;
  readonly health: HealthView;
  readonly qrisWatch: { readonly wake: () => void };
};

const t = initTRPC.context<CoreContext>().create();

export const router = t.router;

/** What a till in training changes: the training cart, and nothing that is real. All else waits. */
const IN_TRAINING: ReadonlySet<string> = new Set([
  "session.login",
  "session.logout",
  "approval.request",
  "approval.byCard",
  "product.setFavourite",
  "scan.text",
  "buyer.typedNip",
  "buyer.setPublic",
  "buyer.confirm",
  "buyer.setProxy",
  "buyer.setInstitution",
  "buyer.remove",
  "cart.add",
  "cart.setQty",
  "cart.stepQty",
  "cart.removeLine",
  "cart.undo",
  "cart.setDiscount",
  "cart.setPrice",
  "cart.setNote",
  "cart.clear",
  "sale.pay",
  "training.enter",
  "training.leave",
  "printer.skipJob",
  "printer.test",
  "preference.set",
  "hardware.saveReport",
  "sync.now",
]);

/** Fails with: NOT_IN_TRAINING for what would be real while sales are only to learn. */
export const procedure = t.procedure.use(({ ctx, type, path, next }) => {
  const mayBeReal = type === "mutation" && !IN_TRAINING.has(path);
  if (mayBeReal && training(ctx.till.file.db()) !== null) throw new AppError("NOT_IN_TRAINING");
  return next();
});
/** What a mutation answers that has nothing to tell. */
export const Done = z.object({});
