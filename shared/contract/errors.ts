/**
 * Every failure or refusal that a person or another process may be told, by code.
 * The texts for people live with the screens; the compiler demands one for each code.
 */
export const ERROR_CODES = [
  // anywhere
  "INTERNAL",
  "BAD_INPUT",
  "NOT_ALLOWED",
  "NOT_FOUND",
  "CORE_GONE",
  "COMMAND_REUSED",
  // the till's file
  "DB_CORRUPT",
  "DB_NEWER",
  "DB_OLDER",
  "DB_DISK_FULL",
  "DB_IO",
  "DB_IN_USE",
  "BACKUP_MALFORMED",
  "BACKUP_KEY",
  // keys and enrolment
  "NOT_ENROLLED",
  "ALREADY_ENROLLED",
  "ENROL_CODE_MALFORMED",
  "ENROL_CODE_UNKNOWN",
  "ENROL_CODE_EXPIRED",
  "ENROL_CODE_USED",
  "ENROL_PENDING",
  "ENROL_REFUSED",
  "ROOT_MISMATCH",
  "KEY_UNAVAILABLE",
  // people and shifts
  "NOT_LOGGED_IN",
  "PIN_WRONG",
  "PIN_LOCKED",
  "PIN_MALFORMED",
  "APPROVAL_NEEDED",
  "APPROVAL_INVALID",
  "APPROVAL_SELF",
  "NOT_IN_TRAINING",
  "TILL_CLOSED",
  "CLOSE_UNSENT",
  "CLOSE_CART",
  "NO_SHIFT",
  "SHIFT_OPEN",
  "FLOAT_INVALID",
  "CASH_MOVE_INVALID",
  "CASH_COUNT_INVALID",
  "NOTE_NEEDED",
  // scanning and buyers
  "CARD_MALFORMED",
  "CARD_SIGNATURE",
  "CARD_EXPIRED",
  "CARD_REVOKED",
  "CARD_KEY_UNKNOWN",
  "CARD_OF_STAFF",
  "CARD_BOUND_ALREADY",
  "NIP_MALFORMED",
  "NIP_UNKNOWN",
  "SCAN_NIK",
  "SCAN_OLD_NIP",
  "SCAN_PAYMENT_CODE",
  "SCAN_URL",
  "SCAN_UNKNOWN",
  "SCAN_TOO_LONG",
  "PRODUCT_UNKNOWN",
  "PRODUCT_INACTIVE",
  // cart and payment
  "QTY_ZERO",
  "QTY_NEGATIVE",
  "QTY_NOT_WHOLE",
  "QTY_TOO_LARGE",
  "AMOUNT_MALFORMED",
  "AMOUNT_TOO_LARGE",
  "DISCOUNT_TOO_LARGE",
  "LINE_NOT_FOUND",
  "CART_CHANGED",
  "HELD_CART_GONE",
  "HELD_CARTS_FULL",
  "NOTE_TOO_LONG",
  "INSTITUTION_NAME",
  "CART_EMPTY",
  "BUYER_NOT_SET",
  "BUYER_NOT_CONFIRMED",
  "TENDER_BELOW_TOTAL",
  "TOTAL_CHANGED",
  "TENDER_ABOVE_TOTAL",
  "TENDER_COUNT",
  "REFERENCE_MALFORMED",
  // payment codes and providers
  "QRIS_NOT_EMVCO",
  "QRIS_NO_CRC",
  "QRIS_CRC",
  "QRIS_MALFORMED",
  "QRIS_CURRENCY",
  "QRIS_COUNTRY",
  "QRIS_AMOUNT",
  "QRIS_NO_NMID",
  "QRIS_NOT_STATIC",
  "QRIS_SURCHARGE",
  "QRIS_CEILING",
  "QRIS_NOT_SET",
  "QRIS_NOT_OPEN",
  "QRIS_NOT_PAID",
  "QRIS_ALREADY_PAID",
  "PROVIDER_UNREACHABLE",
  "LINK_MALFORMED",
  // after the sale
  "SALE_VOIDED",
  "SALE_OF_FORMER",
  "SALE_RETURNED",
  "VOID_OTHER_SHIFT",
  "VOID_NOTE_NEEDED",
  "RETURN_EMPTY",
  "RETURN_TOO_MANY",
  // printing
  "PRINTER_NOT_SET",
  "LABEL_PRINTER_NOT_SET",
  "PRINTER_REFUSED",
  "PRINTER_TIMEOUT",
  "PRINTER_RESET",
  "PRINTER_PAPER_OUT",
  "PRINTER_COVER_OPEN",
  "PRINTER_ERROR",
  "PRINTER_UNSURE",
  "PRINTER_TRANSPORT_MISSING",
  "PRINTER_UNKNOWN",
  "PRINT_JOB_DONE",
  // talking to the centre
  "CENTRE_UNREACHABLE",
  "CENTRE_ERROR",
  "CENTRE_PLAIN_HTTP",
  "CENTRE_KEY",
  "TILL_UNKNOWN",
  "TILL_REVOKED",
  "TILL_REPLACED",
  "REQUEST_SIGNATURE",
  "NONCE_EXPIRED",
  "PROTOCOL_UNSUPPORTED",
  "CENTRE_TOO_OLD",
  "BODY_TOO_LARGE",
  "RATE_LIMITED",
  "KEY_REPLACED",
  "GAP",
  "FORK",
  "CORRUPT",
  // why the centre keeps an entry aside (QUARANTINED)
  "ENTRY_KIND_UNKNOWN",
  "ENTRY_MALFORMED",
  "ENTRY_SIGNATURE",
  "ENTRY_RECEIPT_SIGNATURE",
  "ENTRY_PRIVATE",
  "ENTRY_SUMS",
  "ENTRY_NUMBER",
  "ENTRY_TURNOVER",
  "ENTRY_CLOCK",
  "ENTRY_TRAINING",
  "ENTRY_SHIFT",
  "ENTRY_REFERENCE",
  "ENTRY_LATE",
  "ENTRY_KEY_CHANGE",
  // deciding at the centre
  "MONTH_LOCKED",
  // people at the centre
  "LOGIN_WRONG",
  "LOGIN_LOCKED",
  "SESSION_EXPIRED",
  "PASSWORD_MUST_CHANGE",
  "PASSWORD_WEAK",
  "TOTP_REQUIRED",
  "TOTP_WRONG",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Small facts for a text, never personal data: amounts, numbers, times. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** The one error shape that crosses a border. `message` is the code; no stack or SQL leaves with it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly retryable: boolean;

  constructor(
    code: ErrorCode,
    options: { details?: ErrorDetails; retryable?: boolean; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
    this.retryable = options.retryable ?? false;
  }
}

/** True for a text that is one of the closed list of codes. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === "string" && (ERROR_CODES as readonly string[]).includes(text);
}
