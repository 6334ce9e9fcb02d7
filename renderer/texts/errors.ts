import type { ErrorCode } from "../../shared/contract/errors.ts";
import { afterSaleErrors } from "./after-sale-errors.ts";
import { cartErrors } from "./cart-errors.ts";
import { centreErrors } from "./centre-errors.ts";
import { enrolErrors } from "./enrol-errors.ts";
import { entryErrors } from "./entry-errors.ts";
import { together } from "./language.ts";
import { payingErrors } from "./paying-errors.ts";
import { peopleErrors } from "./people-errors.ts";
import { printerErrors } from "./printer-errors.ts";
import { programErrors } from "./program-errors.ts";
import { saleErrors } from "./sale-errors.ts";
import { scanErrors } from "./scan-errors.ts";
import { staffErrors } from "./staff-errors.ts";

/** What happened, and what the person at the till can do about it. */
export type ErrorText = { readonly what: string; readonly todo: string };

/** One text per error code, in each language; the compiler refuses a missing one. */
export const errorText: Readonly<Record<ErrorCode, ErrorText>> = together(
  programErrors,
  enrolErrors,
  staffErrors,
  scanErrors,
  saleErrors,
  cartErrors,
  payingErrors,
  afterSaleErrors,
  printerErrors,
  centreErrors,
  entryErrors,
  peopleErrors,
);
