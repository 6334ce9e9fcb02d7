import { z } from "zod";
import {
  Amount,
  CalendarDate,
  InstantMs,
  ObligationClass,
  OutletCode,
  Period,
  Uuid,
} from "./primitives.ts";
import { CentreRole, DeviceKind, StaffRole } from "./roles.ts";

/*
 * What the centre's pages ask (tRPC router `CentreRouter`, session cookie):
 *   session.me          query    -> Me | null
 *   session.login       mutation LoginRequest -> { mustChangePassword }
 *   session.logout      mutation -> {}
 *   session.changePassword mutation { current, next } -> {}
 *   session.proposeTotp mutation -> { secret, uri }; session.setTotp mutation { secret, code } -> {}
 *   overview.month      query    { period } -> MonthOverview
 *   office.people       query    { officeId, period } -> PersonMonth[]     (ADMIN, BKPSDM, AUDITOR, own OPD_HEAD)
 *   sale.ofDay          query    { date: YYYY-MM-DD (WIB), cursor, limit } -> SalePage
 *   sale.ofPerson       query    { personId, period } -> SaleRow[]
 *   sale.get            query    { saleId } -> SaleDetail
 *   outlet.list         query    -> OutletChange[] (feed.ts)
 *   till.list           query    -> TillRow[]
 *   till.pending        query    -> PendingTill[]                                          (ADMIN)
 *   till.decide         mutation { enrolmentId, accept, fingerprint } -> {}                (ADMIN)
 *   (entries kept aside: quarantine-api.ts)
 *   outlet.list         query    -> OutletRow[]
 *   staff.list          query    -> StaffMember[]                        (ADMIN, AUDITOR, OUTLET_MANAGER)
 *   staff.issueCard     mutation { cashierId } -> IssuedStaffCard                          (ADMIN)
 *   staff.withdrawCard  mutation { cashierId } -> {}                                       (ADMIN)
 *   key.root            query    -> { fingerprint, publicKey }
 * Till procedures (`till.enrol`, `till.hello`, `till.push`, `till.pull`) are in sync.ts.
 * Public: GET /r/<receipt link> answers a page without personal data.
 */

export const LoginRequest = z.object({
  username: z.string().max(100),
  password: z.string().max(200),
  totp: z.string().max(12).optional(),
});
export const Me = z.object({
  userId: Uuid,
  username: z.string(),
  name: z.string(),
  role: CentreRole,
  officeId: Uuid.nullable(),
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const OfficeMonth = z.object({
  officeId: Uuid,
  name: z.string(),
  kind: z.string(),
  people: z.int(),
  obliged: z.int(),
  met: z.int(),
  exempt: z.int(),
  counted: Amount,
  target: Amount,
});
export type OfficeMonth = z.infer<typeof OfficeMonth>;

export const MonthOverview = z.object({
  period: Period,
  asOf: InstantMs,
  obliged: z.int(),
  met: z.int(),
  exempt: z.int(),
  counted: Amount,
  target: Amount,
  /** net of sales that reached makers this month, all buyers */
  sales: z.object({ count: z.int(), total: z.int(), makers: z.int(), makersWithNone: z.int() }),
  offices: z.array(OfficeMonth),
});
export type MonthOverview = z.infer<typeof MonthOverview>;

export const PersonMonth = z.object({
  personId: Uuid,
  name: z.string(),
  nipLast4: z.string(),
  unitName: z.string(),
  class: ObligationClass.nullable(),
  state: z.enum(["MET", "SHORT", "NOT_OBLIGED", "EXEMPT"]),
  obligation: Amount.nullable(),
  counted: Amount,
  short: Amount,
  sales: z.int(),
});
export type PersonMonth = z.infer<typeof PersonMonth>;

export const SaleRow = z.object({
  saleId: Uuid,
  number: z.string(),
  at: InstantMs,
  outletName: z.string(),
  tillCode: z.string(),
  buyerKind: z.enum(["ASN", "PUBLIC", "INSTITUTION"]),
  buyerName: z.string().nullable(),
  assurance: z.string().nullable(),
  total: Amount,
  counted: Amount,
  state: z.enum(["ACCEPTED", "QUARANTINED"]),
  code: z.string().nullable(),
  isVoided: z.boolean(),
  /** what accepted voids and returns took back */
  takenBack: Amount,
});
export type SaleRow = z.infer<typeof SaleRow>;
export const SalePage = z.object({
  rows: z.array(SaleRow),
  /** below zero on a day that took back more than it sold */
  total: z.int(),
  count: z.int(),
  nextCursor: z.string().nullable(),
});

export const EntryCheck = z.object({
  hash: z.boolean(),
  chain: z.boolean(),
  signature: z.enum(["VALID", "INVALID", "MISSING", "VOUCHED"]),
  receiptSignature: z.enum(["VALID", "INVALID", "MISSING"]),
  certificate: z.boolean(),
  private: z.enum(["VALID", "INVALID", "NONE", "DESTROYED"]),
  countersigned: z.boolean(),
});
export type EntryCheck = z.infer<typeof EntryCheck>;

/** A void or return of a sale; what the till said, and why a person should look at it. */
export const ReversalRow = z.object({
  seq: z.int(),
  kind: z.enum(["VOID", "RETURN"]),
  number: z.string().nullable(),
  at: InstantMs,
  cashierName: z.string().nullable(),
  approverName: z.string().nullable(),
  reason: z.string(),
  alone: z.boolean(),
  total: Amount,
  took: Amount,
  counted: Amount,
  state: z.enum(["ACCEPTED", "QUARANTINED"]),
  code: z.string().nullable(),
  lines: z.array(z.object({ originalNo: z.int(), qty: z.int(), condition: z.string().nullable() })),
});
export type ReversalRow = z.infer<typeof ReversalRow>;

export const SaleDetail = SaleRow.extend({
  period: Period,
  officeName: z.string().nullable(),
  cashierName: z.string().nullable(),
  lines: z.array(
    z.object({
      no: z.int(),
      productName: z.string(),
      makerName: z.string(),
      qty: z.int(),
      unitPrice: Amount,
      discount: Amount,
      net: Amount,
      counts: z.boolean(),
    }),
  ),
  tenders: z.array(z.object({ no: z.int(), kind: z.string(), amount: Amount })),
  reversals: z.array(ReversalRow),
  change: Amount,
  /** what the till told the buyer; `counted` above is the centre's own */
  tillCounted: Amount,
  entry: z.object({
    tillId: Uuid,
    seq: z.int(),
    kind: z.string(),
    receivedAt: InstantMs,
    prevHash: z.string(),
    hash: z.string(),
    signature: z.string(),
    receiptSignature: z.string().nullable(),
    body: z.string(),
    code: z.string(),
    keyId: z.string(),
  }),
  check: EntryCheck,
});
export type SaleDetail = z.infer<typeof SaleDetail>;

export const TillRow = z.object({
  tillId: Uuid,
  outletName: z.string(),
  outletCode: z.string(),
  tillCode: z.string(),
  deviceKind: DeviceKind,
  state: z.enum(["ACTIVE", "REVOKED"]),
  /** taken out of service by its own last entry */
  isClosed: z.boolean(),
  lastHeardAt: InstantMs.nullable(),
  version: z.string().nullable(),
  headSeq: z.int(),
  salesToday: z.int(),
  quarantined: z.int(),
  alarm: z.enum(["FORK", "CORRUPT"]).nullable(),
  clockDriftMs: z.int().nullable(),
  /** what the till last reported; nulls before it did, or from one that does not report */
  reportedAt: InstantMs.nullable(),
  unsent: z.int().nullable(),
  unsentSince: InstantMs.nullable(),
  backupAt: InstantMs.nullable(),
  diskFreeBytes: z.int().nullable(),
  isKeyProtected: z.boolean().nullable(),
  /** since when it is asked to change the key it signs with */
  keyAskedAt: InstantMs.nullable(),
  protocol: z.int().nullable(),
  /** waiting entries with a receipt number that is out of turn */
  numberGaps: z.int(),
  /** the till whose file it goes on from, and how the centre holds that one's chain at that place */
  resumedFrom: z
    .object({ till: z.string(), standing: z.enum(["HELD", "AHEAD", "OTHER"]) })
    .nullable(),
  /** when it was certified, where another till's key vouched for it and no person did */
  provisionalSince: InstantMs.nullable(),
  /** the newest till that goes on from this one's file, or was enrolled in its place */
  continuedBy: z.string().nullable(),
});
export type TillRow = z.infer<typeof TillRow>;

export const OutletRow = z.object({
  outletId: Uuid,
  code: OutletCode,
  name: z.string(),
  address: z.string(),
});
export type OutletRow = z.infer<typeof OutletRow>;

/** Somebody who works at tills, with the one card that is good. `expiresOn` is its last good day. */
export const StaffMember = z.object({
  cashierId: Uuid,
  name: z.string(),
  role: StaffRole,
  active: z.boolean(),
  outlets: z.array(z.string()),
  card: z
    .object({ serial: z.int().min(0), expiresOn: CalendarDate, issuedAt: InstantMs })
    .nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** A staff card as it was just made; `text` is its QR's, told once. */
export const IssuedStaffCard = z.object({
  text: z.string(),
  serial: z.int().min(0),
  expiresOn: CalendarDate,
  name: z.string(),
});
export type IssuedStaffCard = z.infer<typeof IssuedStaffCard>;

export const CardBindingState = z.enum([
  "PENDING",
  "APPROVED",
  "REFUSED",
  "WITHDRAWN",
  /** another person holds the same card */
  "CONFLICT",
]);
export type CardBindingState = z.infer<typeof CardBindingState>;

/** A foreign card as a till bound it. Names are null where the centre does not know who it is. */
export const CardBindingRow = z.object({
  tillId: Uuid,
  seq: z.int().min(1),
  outletName: z.string(),
  tillCode: z.string(),
  boundAt: InstantMs,
  boundBy: z.string().nullable(),
  allowedBy: z.string().nullable(),
  personName: z.string().nullable(),
  nipLast4: z.string().nullable(),
  officeName: z.string().nullable(),
  state: CardBindingState,
  /** of a CONFLICT: whose the card is at the tills */
  rivalName: z.string().nullable(),
  decidedAt: InstantMs.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type CardBindingRow = z.infer<typeof CardBindingRow>;

const DecisionReason = z.string().trim().min(5).max(200);

/** What a second person decides of a binding; anything but yes takes a reason. */
export const DecideBinding = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("APPROVE"),
    tillId: Uuid,
    seq: z.int().min(1),
    reason: z.null(),
  }),
  z.object({
    decision: z.enum(["REFUSE", "WITHDRAW"]),
    tillId: Uuid,
    seq: z.int().min(1),
    reason: DecisionReason,
  }),
]);
export type DecideBinding = z.infer<typeof DecideBinding>;

export const PendingTill = z.object({
  enrolmentId: Uuid,
  outletName: z.string(),
  tillCode: z.string(),
  deviceKind: DeviceKind,
  state: z.enum(["OPEN", "PENDING", "EXPIRED"]),
  fingerprint: z.string().nullable(),
  expiresAt: InstantMs,
  /** `KB-01` of the till whose place it takes */
  replaces: z.string().nullable(),
});
export type PendingTill = z.infer<typeof PendingTill>;

export const QuarantineRow = z.object({
  tillId: Uuid,
  outletName: z.string(),
  tillCode: z.string(),
  seq: z.int(),
  kind: z.string(),
  code: z.string(),
  receivedAt: InstantMs,
  /** the kept-aside sale, when the entry is one that could be read */
  saleId: Uuid.nullable(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;
