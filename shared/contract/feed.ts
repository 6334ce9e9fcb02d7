import { z } from "zod";
import {
  Amount,
  CalendarDate,
  HashHex,
  InstantMs,
  KeyId,
  ObligationClass,
  OutletCode,
  Period,
  PublicKey,
  Signature,
  Uuid,
} from "./primitives.ts";
import { StaffRole } from "./roles.ts";

/*
 * The change feed a till pulls: for each (kind, key) only the newest row, numbered by `feedSeq`
 * in commit order, so a pull from 0 is a snapshot and a pull from a cursor is the delta.
 */

export const OutletChange = z.object({
  outletId: Uuid,
  code: OutletCode,
  name: z.string(),
  address: z.string(),
});
export const CategoryChange = z.object({
  categoryId: z.string(),
  name: z.string(),
  pictureKey: z.string(),
  mayCount: z.boolean(),
  sort: z.int(),
});
/** `verified` by DKUPP and `ofRegency` decide with the category whether a line may count. */
export const MakerChange = z.object({
  makerId: Uuid,
  name: z.string(),
  kecamatan: z.string(),
  nib: z.string().nullable(),
  pirt: z.string().nullable(),
  halal: z.string().nullable(),
  verified: z.boolean(),
  ofRegency: z.boolean(),
  active: z.boolean(),
});
export const ProductChange = z.object({
  productId: Uuid,
  sku: z.string(),
  barcode: z.string().nullable(),
  name: z.string(),
  makerId: Uuid,
  categoryId: z.string(),
  unitPrice: Amount,
  /** the gallery's share of a sale, in basis points */
  shareBp: z.int().min(0).max(10_000),
  pictureKey: z.string(),
  active: z.boolean(),
});
/** Pieces on the shelf of an outlet when the centre last set them; sales since are the till's own. */
export const StockChange = z.object({ productId: Uuid, outletId: Uuid, qty: z.int() });
/** Personal data. `terms` are effective-dated; the one in force on the 1st rules the month. */
export const PersonChange = z.object({
  personId: Uuid,
  nip: z.string().regex(/^\d{18}$/),
  name: z.string(),
  unitName: z.string(),
  officeName: z.string(),
  terms: z.array(z.object({ from: CalendarDate, class: ObligationClass, obliged: z.boolean() })),
  exemptions: z.array(z.object({ from: Period, to: Period })),
  active: z.boolean(),
});
export const CardChange = z.object({
  serial: z.int().min(0),
  personId: Uuid,
  revoked: z.boolean(),
});
/** Whose a foreign card is: `hash` is the HMAC of its text under the regency's key. */
export const CardBindingChange = z.object({
  hash: HashHex,
  personId: Uuid,
  /** PENDING proves no more than a typed NIP; WITHDRAWN is nobody's */
  state: z.enum(["PENDING", "APPROVED", "WITHDRAWN"]),
});
/** `pin` is scrypt(PIN, salt) sealed to this till alone (format in docs/formats.md). */
export const CashierChange = z.object({
  cashierId: Uuid,
  name: z.string(),
  role: StaffRole,
  salt: z.string(),
  sealedPin: z.string(),
  /** serial of the one staff card that is good for this person; older centres do not say */
  cardSerial: z.int().min(0).nullable().default(null),
  active: z.boolean(),
});
export const PolicyChange = z.object({
  validFrom: CalendarDate,
  obligations: z.record(ObligationClass, Amount),
  /** cash totals are rounded down to this many rupiah (1: not rounded) */
  cashRounding: z.int().min(1).max(1_000),
  printObligationLine: z.boolean(),
  returnRule: z.string(),
});
/** What the centre has counted for a person in a month, over all outlets, and when it said so. */
export const MonthTotalChange = z.object({
  personId: Uuid,
  period: Period,
  counted: Amount,
  asOf: InstantMs,
});
/** The key that signs ASN cards. */
export const CardKeyChange = z.object({ cardKeyId: z.int().min(0), publicKey: PublicKey });
export const CentreKeyChange = z.object({
  keyId: KeyId,
  publicKey: PublicKey,
  validFrom: z.string(),
  issuerSignature: Signature,
});

export const FeedChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("outlet"), feedSeq: z.int(), value: OutletChange }),
  z.object({ kind: z.literal("category"), feedSeq: z.int(), value: CategoryChange }),
  z.object({ kind: z.literal("maker"), feedSeq: z.int(), value: MakerChange }),
  z.object({ kind: z.literal("product"), feedSeq: z.int(), value: ProductChange }),
  z.object({ kind: z.literal("stock"), feedSeq: z.int(), value: StockChange }),
  z.object({ kind: z.literal("person"), feedSeq: z.int(), value: PersonChange }),
  z.object({ kind: z.literal("card"), feedSeq: z.int(), value: CardChange }),
  z.object({ kind: z.literal("card_binding"), feedSeq: z.int(), value: CardBindingChange }),
  z.object({ kind: z.literal("cashier"), feedSeq: z.int(), value: CashierChange }),
  z.object({ kind: z.literal("policy"), feedSeq: z.int(), value: PolicyChange }),
  z.object({ kind: z.literal("month_total"), feedSeq: z.int(), value: MonthTotalChange }),
  z.object({ kind: z.literal("card_key"), feedSeq: z.int(), value: CardKeyChange }),
  z.object({ kind: z.literal("centre_key"), feedSeq: z.int(), value: CentreKeyChange }),
]);
export type FeedChange = z.infer<typeof FeedChange>;
export type FeedKind = FeedChange["kind"];
