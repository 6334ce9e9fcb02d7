import { z } from "zod";

/** Lower-case UUIDv7. */
export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
/** SHA-256 as 64 lower-case hex digits. */
export const HashHex = z.string().regex(/^[0-9a-f]{64}$/);
/** First 16 hex digits of SHA-256 over a key's SPKI DER. */
export const KeyId = z.string().regex(/^[0-9a-f]{16}$/);
/** Ed25519 signature, base64url without padding (64 bytes). */
export const Signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
/** A key as base64 SPKI DER (44 bytes for Ed25519 and X25519). */
export const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{59}=$/);
/** Whole rupiah, zero or more. */
export const Amount = z.int().min(0).max(1_000_000_000_000_000);
/** `YYYY-MM`, a month in WIB. */
export const Period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((period) => isOnCalendar(`${period}-01`));
/** `YYYY-MM-DD`. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isOnCalendar);
/** `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const InstantText = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
/** UTC milliseconds. */
export const InstantMs = z.int().min(0).max(253_402_300_799_999);
/** Kemendagri code of a kabupaten or kota. */
export const RegencyId = z.string().regex(/^\d{4}$/);
export const OutletCode = z.string().regex(/^[A-Z0-9]{2,4}$/);
export const TillCode = z.string().regex(/^\d{2}$/);
/** `OUTLET-TILL-YYMMDD-000123`. */
export const ReceiptNumber = z.string().regex(/^[A-Z0-9]{2,4}-\d{2}-\d{6}-\d{6,12}$/);
export const ObligationClass = z.enum([
  "PELAKSANA",
  "PENGAWAS_FUNGSIONAL",
  "ADMINISTRATOR",
  "KEPALA_ESELON_III",
  "JPT_PRATAMA",
]);
export type ObligationClass = z.infer<typeof ObligationClass>;
export const BuyerAssurance = z.enum(["SIGNED_CARD", "ENROLLED_QR", "NIP_QR", "TYPED_NIP"]);
export type BuyerAssurance = z.infer<typeof BuyerAssurance>;
export const ClockState = z.enum(["CENTRE", "WALL", "DOUBTFUL"]);
export type ClockState = z.infer<typeof ClockState>;
/** What kind of buyer without a NIP an institution is. */
export const InstitutionType = z.enum(["BUMN", "BUMD", "FIRM", "VILLAGE", "OPD"]);
export type InstitutionType = z.infer<typeof InstitutionType>;

/** No 31st of February, and no year before what a computer's clock counts from: a till's may stand there. */
function isOnCalendar(date: string): boolean {
  if (date < "1970" || date >= "3000") return false;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
