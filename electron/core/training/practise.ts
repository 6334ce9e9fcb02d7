import type { PayInput } from "../../../shared/contract/paying.ts";
import { checkBuyer } from "../../../shared/domain/cart.ts";
import { buildTrainingBody } from "../../../shared/domain/training.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { insertPrintJob } from "../db/stores/print-job.ts";
import { insertTrainingSale } from "../db/stores/training.ts";
import { approvedDiscounts } from "../selling/discounts.ts";
import { startCart } from "../selling/open-cart.ts";
import { valueOf } from "../selling/result.ts";
import { askedOf, settleCart } from "../selling/settle-cart.ts";
import type { Staff } from "../staff/session.ts";

/**
 * Sells the training cart: by the same rules, chained and printed, but without number, stock, money or
 * buyer, of whom nothing is kept. Belongs in the command's transaction; gives the training sale's id.
 * Fails with: what fails a payment.
 */
export function practise(
  till: Till,
  db: WriteDb,
  { staff, input }: { readonly staff: Staff; readonly input: PayInput },
): string {
  const { cashierId: actorId } = staff;
  const { commandId, expectedTotal } = input;
  const asked = askedOf(till, db, { staff, input });
  const { cart } = asked.open;
  const settled = settleCart(till, db, asked);
  const buyer = valueOf(checkBuyer(cart.buyer));
  const approval = approvedDiscounts(db, cart);
  const trainingId = till.newId();
  const { outletId } = till.identity();
  const ids = { trainingId, shiftId: asked.shift.shiftId, outletId };
  const { seq, at } = till.journal().write(db, {
    actorId,
    commandId,
    build: (head) => {
      const given = { ...settled, head: { ...head, approval }, ids, buyer, expectedTotal };
      return valueOf(buildTrainingBody(given));
    },
  });
  insertTrainingSale(db, { trainingId, seq, commandId });
  const document = { kind: "TRAINING", ref: trainingId } as const;
  insertPrintJob(db, { jobId: till.newId(), document, copy: 0, at });
  startCart(db, till.newId());
  return trainingId;
}
