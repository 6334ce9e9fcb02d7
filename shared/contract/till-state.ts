import { z } from "zod";
import { TRAINING_MARK } from "../domain/training.ts";
import { FirstRun } from "./first-run.ts";
import { QrisView } from "./paying.ts";
import {
  Amount,
  BuyerAssurance,
  HashHex,
  InstantMs,
  InstitutionType,
  Period,
  ReceiptNumber,
  Uuid,
} from "./primitives.ts";
import { Preferences } from "./preferences.ts";
import { StaffRole } from "./roles.ts";
import { SettingsView } from "./settings.ts";
import { BackupView } from "./till-health.ts";

/** A product as the cashier sees it. `stock` may be below zero. `pictureKey` names `pictures/<key>.svg`. */
export const ProductView = z.object({
  productId: Uuid,
  sku: z.string(),
  barcode: z.string().nullable(),
  name: z.string(),
  makerId: Uuid,
  makerName: z.string(),
  categoryId: z.string(),
  unitPrice: Amount,
  stock: z.int(),
  mayCount: z.boolean(),
  pictureKey: z.string(),
  /** marked at this till */
  favourite: z.boolean(),
});
export type ProductView = z.infer<typeof ProductView>;

export const CategoryView = z.object({
  categoryId: z.string(),
  name: z.string(),
  pictureKey: z.string(),
  products: z.int().min(0),
});
export type CategoryView = z.infer<typeof CategoryView>;

/** Where a person stands this month; `asOf` is when the centre last said so (null: never). */
export const MonthStatus = z.object({
  period: Period,
  state: z.enum(["MET", "SHORT", "NOT_OBLIGED", "EXEMPT", "UNKNOWN"]),
  /** null when not obliged or unknown */
  obligation: Amount.nullable(),
  /** everything counted this month, this till's unsent sales included, the open cart not */
  counted: Amount,
  short: Amount,
  asOf: InstantMs.nullable(),
});
export type MonthStatus = z.infer<typeof MonthStatus>;

/** The buyer of the open cart. Names appear on the cashier's window only. */
export const BuyerView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("PUBLIC") }),
  z.object({
    kind: z.literal("INSTITUTION"),
    /** null while the key store does not give the key */
    type: InstitutionType.nullable(),
    name: z.string().nullable(),
    reference: z.string(),
  }),
  z.object({
    kind: z.literal("ASN"),
    personId: Uuid.nullable(),
    /** null: name not available (unknown person or expired roster) */
    name: z.string().nullable(),
    nipLast4: z.string().nullable(),
    officeName: z.string().nullable(),
    assurance: BuyerAssurance,
    match: z.enum(["MATCHED", "PENDING"]),
    /** false until the cashier compared name and unit with the card (NIP_QR, TYPED_NIP) */
    confirmed: z.boolean(),
    proxy: z.boolean(),
    /** found by a foreign card that the centre has not approved yet: no more than a typed NIP */
    unapprovedCard: z.boolean(),
    month: MonthStatus.nullable(),
    /** the month once this cart is paid */
    afterCart: MonthStatus.nullable(),
    warnings: z.array(z.string()),
  }),
]);
export type BuyerView = z.infer<typeof BuyerView>;

export const CartLineView = z.object({
  lineNo: z.int().min(1),
  productId: Uuid,
  name: z.string(),
  makerName: z.string(),
  pictureKey: z.string(),
  qty: z.int().min(1),
  unitPrice: Amount,
  /** the list's price, when a supervisor allowed another one */
  listPrice: Amount.nullable(),
  gross: Amount,
  /** the line's own, and its share of the sale's */
  discount: Amount,
  lineDiscount: Amount,
  /** basis points when the line's own discount is a share */
  discountBp: z.int().nullable(),
  /** the line's own discount waits for a supervisor */
  needsApproval: z.boolean(),
  net: Amount,
  mayCount: z.boolean(),
  /** stock left after this line; below zero is allowed and warned of */
  stockAfter: z.int(),
});
export type CartLineView = z.infer<typeof CartLineView>;

export const CartView = z.object({
  cartId: Uuid,
  lines: z.array(CartLineView),
  buyer: BuyerView.nullable(),
  pieces: z.int().min(0),
  subtotal: Amount,
  discount: Amount,
  /** what of `discount` was given on the sale as a whole */
  saleDiscount: Amount,
  saleDiscountBp: z.int().nullable(),
  needsApproval: z.boolean(),
  total: Amount,
  /** what is paid in cash is rounded down to a multiple of so many rupiah */
  cashStep: z.int().min(1),
  /** the share of a line or of the sale that may be given without a supervisor, in basis points */
  discountLimitBp: z.int(),
  /** the cashier's note, kept in the sale's private text */
  note: z.string(),
  /** what of the total counts towards an ASN's month */
  counts: Amount,
});
export type CartView = z.infer<typeof CartView>;

export const PrintOutcome = z.enum(["WAITING", "PRINTING", "PRINTED", "SENT", "FAILED", "SKIPPED"]);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

/** A committed sale, as shown on the success strip and in "last receipt". */
export const SaleView = z.object({
  saleId: Uuid,
  /** a training sale draws none and says so in its place */
  number: z.union([ReceiptNumber, z.literal(TRAINING_MARK)]),
  at: InstantMs,
  period: Period,
  total: Amount,
  counted: Amount,
  tendered: Amount,
  change: Amount,
  pieces: z.int(),
  buyerKind: z.enum(["PUBLIC", "ASN", "INSTITUTION"]),
  buyerName: z.string().nullable(),
  month: MonthStatus.nullable(),
  code: z.string(),
  signed: z.boolean(),
  printOutcome: PrintOutcome,
  printErrorCode: z.string().nullable(),
  copies: z.int().min(0),
  /** address of the receipt for a QR while no paper comes out; null otherwise, or while unsigned */
  qrUrl: z.string().nullable(),
});
export type SaleView = z.infer<typeof SaleView>;

export const SyncView = z.object({
  state: z.enum(["ONLINE", "OFFLINE", "SENDING", "STOPPED", "NOT_ENROLLED"]),
  unsent: z.int().min(0),
  unsentSince: InstantMs.nullable(),
  lastSuccessAt: InstantMs.nullable(),
  /** an ErrorCode of the last failure while not ONLINE */
  failureCode: z.string().nullable(),
  quarantined: z.int().min(0),
});
export type SyncView = z.infer<typeof SyncView>;

const PrinterState = z.enum(["READY", "BUSY", "UNREACHABLE", "PAPER_OUT", "COVER_OPEN", "NOT_SET"]);

/** The main receipt printer's state, what waits for any printer, and how each printer stands. */
export const PrinterView = z.object({
  state: PrinterState,
  waiting: z.int().min(0),
  failed: z.int().min(0),
  printers: z.array(
    z.object({
      printerId: Uuid,
      name: z.string(),
      role: z.enum(["RECEIPT", "LABEL"]),
      state: PrinterState,
    }),
  ),
});
export type PrinterView = z.infer<typeof PrinterView>;

/** Everything the cashier window draws, sent whole on each change. */
export const CashierState = z.object({
  phase: z.enum(["ENROL", "CLOSED", "LOCKED", "NO_SHIFT", "SELLING"]),
  till: z
    .object({
      outletName: z.string(),
      outletCode: z.string(),
      tillCode: z.string(),
      keyProtected: z.boolean(),
      /** the centre asks a supervisor to change the key */
      keyAsked: z.boolean(),
      /** it went on from a restored backup, and the centre has not certified it yet */
      provisional: z.boolean(),
    })
    .nullable(),
  /** while phase is ENROL: fingerprint to compare with the centre's screen */
  enrolment: z
    .object({ fingerprint: z.string(), state: z.enum(["PENDING", "REFUSED"]) })
    .nullable(),
  cashiers: z.array(z.object({ cashierId: Uuid, name: z.string(), role: StaffRole })),
  session: z.object({ cashierId: Uuid, name: z.string(), role: StaffRole }).nullable(),
  shift: z
    .object({ shiftId: Uuid, openedAt: InstantMs, float: Amount, openedBy: z.string() })
    .nullable(),
  /** without input for so long the window locks the till */
  idleLockMinutes: z.int().min(1),
  /** what is sold now is only to learn, since then; null: it is real */
  training: z.object({ since: InstantMs }).nullable(),
  /** the assistant of a new till, where it was left; null while it is closed */
  firstRun: FirstRun.nullable(),
  preferences: Preferences,
  settings: SettingsView,
  cart: CartView,
  qris: QrisView,
  heldCarts: z.int().min(0),
  /** goods marked at this till */
  favourites: z.int().min(0),
  lastSale: SaleView.nullable(),
  sync: SyncView,
  printer: PrinterView,
  clock: z.object({ state: z.enum(["CENTRE", "WALL", "DOUBTFUL"]), offsetMs: z.int() }),
  backup: BackupView,
  /** when the backup was taken that the file came from, until a new chain goes on from it */
  restoredFrom: InstantMs.nullable(),
  /** a supervisor may go on from it without the centre */
  mayGoOnOffline: z.boolean(),
  roster: z.object({
    people: z.int(),
    products: z.int(),
    asOf: InstantMs.nullable(),
    /** names and NIP are gone once it is EXPIRED, until the next pull */
    age: z.object({
      state: z.enum(["FRESH", "AGEING", "EXPIRED"]),
      days: z.int(),
      daysLeft: z.int(),
    }),
  }),
});
export type CashierState = z.infer<typeof CashierState>;

/** What the public display may know: a masked buyer, never a full NIP. */
export const DisplayScreen = z.discriminatedUnion("screen", [
  z.object({ screen: z.literal("IDLE"), outletName: z.string() }),
  z.object({
    screen: z.literal("CART"),
    outletName: z.string(),
    lines: z.array(
      z.object({
        lineNo: z.int(),
        name: z.string(),
        makerName: z.string(),
        pictureKey: z.string(),
        qty: z.int(),
        net: Amount,
      }),
    ),
    total: Amount,
    buyer: z
      .object({
        maskedName: z.string().nullable(),
        nipLast4: z.string().nullable(),
        month: MonthStatus.nullable(),
        afterCart: MonthStatus.nullable(),
      })
      .nullable(),
  }),
  z.object({
    screen: z.literal("QRIS"),
    outletName: z.string(),
    total: Amount,
    /** what this code asks for; less than the total when the rest is paid otherwise */
    amount: Amount,
    payload: z.string(),
    merchant: z.string(),
    city: z.string(),
    expiresAt: InstantMs,
  }),
  z.object({
    screen: z.literal("RECEIPT"),
    outletName: z.string(),
    number: ReceiptNumber,
    total: Amount,
    qrUrl: z.string(),
  }),
  z.object({
    screen: z.literal("THANKS"),
    outletName: z.string(),
    total: Amount,
    tendered: Amount,
    change: Amount,
    /** the receipt itself while no paper comes out */
    qrUrl: z.string().nullable(),
    buyer: z
      .object({
        maskedName: z.string().nullable(),
        nipLast4: z.string().nullable(),
        month: MonthStatus.nullable(),
      })
      .nullable(),
  }),
]);
export type DisplayScreen = z.infer<typeof DisplayScreen>;

/** Everything the public display draws, and how it is said. */
export const DisplayState = z.intersection(
  DisplayScreen,
  z.object({
    preferences: Preferences.pick({ language: true, largeText: true }),
    training: z.boolean(),
  }),
);
export type DisplayState = z.infer<typeof DisplayState>;

/** What a scanned text turned out to be. Refusals are values with a code; nothing of the text is kept. */
export const ScanResult = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("LINE"), lineNo: z.int(), name: z.string() }),
  z.object({ kind: z.literal("BUYER"), confirmed: z.boolean() }),
  z.object({
    kind: z.literal("REFUSED"),
    code: z.string(),
    /** names the code as one that may be a card nobody is bound to yet: see buyer.bindCard */
    cardHash: HashHex.optional(),
  }),
]);
export type ScanResult = z.infer<typeof ScanResult>;
