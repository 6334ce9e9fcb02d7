import { isRupiah, type Rupiah } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

/** The most cash a shift may start with. */
export const MAX_FLOAT = 100_000_000;

/** The cash a shift starts with: whole rupiah, 0 to 100,000,000. */
export function checkFloat(float: number): Result<Rupiah, "FLOAT_INVALID"> {
  return isRupiah(float) && float <= MAX_FLOAT ? ok(float) : err("FLOAT_INVALID");
}
