import type { Discount } from "../../../shared/domain/discount.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { askCore } from "../store/attempt.ts";
import { touchLine } from "../store/screen-store.ts";

type Asked = {
  readonly cartId: string;
  /** null: the sale as a whole */
  readonly lineNo: number | null;
  readonly discount: Discount;
  readonly approvalId: string | null;
};

/** Given, or what a supervisor must approve first, or why not. */
type Answer =
  | { readonly kind: "GIVEN" }
  | { readonly kind: "APPROVAL"; readonly subject: string; readonly amount: number }
  | { readonly kind: "REFUSED"; readonly code: string };

/** Gives a discount, with a supervisor's approval where there is one. */
export async function giveDiscount(asked: Asked): Promise<Answer> {
  try {
    await askCore((core) => core.cart.setDiscount.mutate(asked));
    if (asked.lineNo !== null) touchLine(asked.lineNo);
    return { kind: "GIVEN" };
  } catch (error) {
    const { code, details } = appErrorOf(error);
    const { subject, amount } = details;
    const asks = code === "APPROVAL_NEEDED" && typeof subject === "string";
    return asks && typeof amount === "number"
      ? { kind: "APPROVAL", subject, amount }
      : { kind: "REFUSED", code };
  }
}
