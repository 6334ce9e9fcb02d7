import { z } from "zod";
import { Amount, InstantMs, Uuid } from "./primitives.ts";

/*
 * Paying by more than cash. Procedures of the cashier port (`CashierRouter`):
 *   sale.pay      mutation PayInput          -> SaleView (only after the commit is durable)
 *   qris.read     query    { text }          -> MerchantView, or the reason the code is refused
 *   qris.set      mutation SetQrisInput      -> {}   (a supervisor's)
 *   qris.start    mutation StartQrisInput    -> { qrisId }
 *   qris.confirm  mutation QrisInput         -> {}   (the cashier saw the money in the merchant's app)
 *   qris.cancel   mutation CancelQrisInput   -> {}
 */

/** One way a sale is paid; `qrisId` names the confirmed code of a QRIS and is null otherwise. */
export const TenderInput = z.object({
  kind: z.enum(["CASH", "QRIS", "TRANSFER", "CARD"]),
  amount: z.number(),
  reference: z.string().max(200).nullable(),
  qrisId: Uuid.nullable(),
});
export type TenderInput = z.infer<typeof TenderInput>;

export const PayInput = z.object({
  commandId: Uuid,
  cartId: Uuid,
  /** the total the cashier saw; another one is refused with TOTAL_CHANGED */
  expectedTotal: z.number(),
  tenders: z.array(TenderInput).max(100),
});
export type PayInput = z.infer<typeof PayInput>;

export const QrisTextInput = z.object({ text: z.string().max(2_000) });
export const SetQrisInput = z.object({
  commandId: Uuid,
  /** the merchant's static code; null takes it away */
  text: z.string().max(2_000).nullable(),
});
export const StartQrisInput = z.object({ commandId: Uuid, cartId: Uuid, amount: z.number() });
export const QrisInput = z.object({ commandId: Uuid, qrisId: Uuid });
export const CancelQrisInput = QrisInput.extend({
  /** the money came and was given back; without it a paid code is never taken back */
  returned: z.boolean(),
  /** what a provider saw come takes a supervisor to give back: action RETURN, subject the code's id */
  approvalId: Uuid.nullable(),
});
export type CancelQrisInput = z.infer<typeof CancelQrisInput>;

/** Whose code it is, as the code says it. */
export const MerchantView = z.object({
  merchant: z.string(),
  city: z.string(),
  nmid: z.string(),
});
export type MerchantView = z.infer<typeof MerchantView>;

/** A code of the open cart. `payload` is the text of its QR code. */
export const QrisTenderView = z.object({
  qrisId: Uuid,
  amount: Amount,
  state: z.enum(["OPEN", "EXPIRED", "CONFIRMED"]),
  /** who will say, or said, that the money is in */
  by: z.enum(["cashier", "provider"]),
  payload: z.string(),
  merchant: z.string(),
  city: z.string(),
  expiresAt: InstantMs,
});
export type QrisTenderView = z.infer<typeof QrisTenderView>;

/** What the till can do by QRIS, and the codes of the open cart, oldest first. `elsewhere` is money
 * that came by a code of another cart and is not yet part of a sale. */
export const QrisView = z.object({
  available: z.boolean(),
  merchant: MerchantView.nullable(),
  tenders: z.array(QrisTenderView),
  elsewhere: z.array(
    QrisTenderView.pick({ qrisId: true, amount: true, by: true }).extend({ at: InstantMs }),
  ),
});
export type QrisView = z.infer<typeof QrisView>;
