import { z } from "zod";
import { Uuid } from "./primitives.ts";

/*
 * Inputs of the core's procedures, parsed at the port. Amounts arrive as numbers and are judged by
 * shared/domain (so that a refusal carries its own code), hence the loose `z.number()` here.
 *
 * cashier port (tRPC router `CashierRouter`):
 *   health.get                 query                        -> HealthView
 *   health.freeBytes           query                        -> bytes free on the till's disk
 *   state.watch                subscription                 -> CashierState (whole, on each change)
 *   session.login              mutation LoginInput          -> { name, role }
 *   session.logout             mutation                     -> {}
 *   approval.request           mutation ApprovalInput       -> { approvalId }  (one action, a supervisor's PIN)
 *   approval.byCard            mutation CardApprovalInput   -> { approvalId }  (the same, a supervisor's card)
 *   shift.open                 mutation OpenShiftInput      -> { shiftId }
 *   product.search             query    SearchInput         -> { products: ProductView[], total }
 *   product.categories         query                        -> CategoryView[]
 *   scan.text                  mutation ScanInput           -> ScanResult  (wedge, camera, typed: one way in)
 *   buyer.typedNip             mutation TypedNipInput       -> ScanResult
 *   buyer.cardHolder           query    TypedNipInput       -> CardHolder    (before a card is bound)
 *   buyer.bindCard             mutation BindCardInput       -> {}   (and the person is the cart's buyer)
 *   buyer.setPublic            mutation                     -> {}
 *   buyer.confirm              mutation                     -> {}
 *   buyer.setProxy             mutation { proxy }           -> {}
 *   buyer.remove               mutation                     -> {}
 *   cart.add                   mutation AddLineInput        -> { lineNo }
 *   cart.setQty                mutation SetQtyInput         -> {}
 *   cart.stepQty               mutation StepQtyInput        -> {}   (counted from what is there)
 *   cart.removeLine            mutation { lineNo }          -> {}
 *   cart.undo                  mutation                     -> {}   (the last line change)
 *   cart.clear                 mutation                     -> {}
 *   sale.pay, qris.*           see paying.ts
 *   sale.byCommand             query    { commandId }       -> SaleView | null  (whole, or not there)
 *   sale.last                  query                        -> SaleView | null
 *   sale.reprint               mutation ReprintInput        -> SaleView
 *   preference.set             mutation PreferencesInput    -> {}   (nobody need be logged in)
 *   setting.set                mutation SettingInput        -> {}   (a supervisor, or with an approval)
 *   printer.*                  see printers.ts
 *   hardware.*                 see hardware.ts
 *   setting.changeKey          mutation ChangeKeyInput      -> {}   (a supervisor, or with an approval)
 *   enrol.start                mutation EnrolInput          -> { fingerprint }
 *   enrol.goOn                 mutation { code }            -> { fingerprint }  (a supervisor, where the chain ended in a FORK)
 *   enrol.goOnOffline          mutation GoOnOfflineInput    -> {}   (from a restored backup, before the centre was asked)
 *   sync.now                   mutation                     -> {}
 * display port (`DisplayRouter`):
 *   state.watch                subscription                 -> DisplayState
 */

export const LoginInput = z.object({ cashierId: Uuid, pin: z.string().max(32) });
export const OpenShiftInput = z.object({ commandId: Uuid, float: z.number() });
export const SearchInput = z.object({
  query: z.string().max(200),
  categoryId: z.string().max(64).nullable(),
  limit: z.int().min(1).max(200),
  offset: z.int().min(0),
});
export const ScanInput = z.object({
  text: z.string().max(4_096),
  source: z.enum(["WEDGE", "CAMERA", "TYPED"]),
  /** pieces of a product; of a card there is one */
  qty: z.number().optional(),
});
export const TypedNipInput = z.object({ nip: z.string().max(64) });
export const AddLineInput = z.object({ productId: Uuid, qty: z.number() });
export const SetQtyInput = z.object({ lineNo: z.int().min(1), qty: z.number() });
export const StepQtyInput = z.object({ lineNo: z.int().min(1), by: z.int().min(-1).max(1) });
export const LineInput = z.object({ lineNo: z.int().min(1) });
export const CommandInput = z.object({ commandId: Uuid });
export const ReprintInput = z.object({ commandId: Uuid, saleId: Uuid });
export const EnrolInput = z.object({ centreUrl: z.string().max(200), code: z.string().max(100) });
/** The supervisor who says so. */
export const GoOnOfflineInput = z.object({ staffId: Uuid, pin: z.string().max(32) });
export type GoOnOfflineInput = z.infer<typeof GoOnOfflineInput>;
export const HealthView = z.object({
  version: z.string(),
  protocol: z.int(),
  node: z.string(),
  sqlite: z.string(),
  schemaVersion: z.int(),
});
export type HealthView = z.infer<typeof HealthView>;
