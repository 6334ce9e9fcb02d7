import type { CardHolder } from "../../../shared/contract/card-binding.ts";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { ScanResult } from "../../../shared/contract/till-state.ts";
import { checkCard } from "../../../shared/domain/card.ts";
import {
  type BuyerAssurance,
  type CartBuyer,
  needsConfirmation,
} from "../../../shared/domain/cart.ts";
import { parseNip } from "../../../shared/domain/nip.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import { classifyScan, foreignCardText } from "../../../shared/domain/scan.ts";
import type { Till } from "../context.ts";
import type { CardBindingRow } from "../db/stores/card-binding.ts";
import { journalHead } from "../db/stores/journal.ts";
import { goodsByCode } from "../db/stores/product.ts";
import { cardBySerial, cardKey, personByNip } from "../db/stores/roster.ts";
import { countRefusal } from "../db/stores/scan-refusal.ts";
import { verifyEd25519 } from "../keys/ed25519.ts";
import { nipLookup, sealText } from "../keys/sealing.ts";
import { withBuyer } from "./buyer.ts";
import { boundTo, foreignCardHash, holderOf } from "./card-binding.ts";
import { withGoods } from "./cart-lines.ts";
import { changeCart } from "./open-cart.ts";

/**
 * Takes whatever a scanner, the camera or the keyboard gave: a card, a NIP or a product's code.
 * A refusal is a value with its code; of the text nothing is kept but a counter by code.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT.
 */
export function scan(
  till: Till,
  input: {
    readonly text: string;
    readonly source: "WEDGE" | "CAMERA" | "TYPED";
    readonly qty?: number | undefined;
  },
): ScanResult {
  const found = classifyScan(input.text);
  // A person does not type what stands on a card.
  const foreign = input.source === "TYPED" ? null : foreignCardText(input.text);
  switch (found.kind) {
    case "CARD":
      return orRefused(till, () => takeCard(till, found.text));
    case "STAFF_CARD":
      return orRefused(till, () => {
        till.session.require();
        throw new AppError("CARD_OF_STAFF");
      });
    case "NIP": {
      const assurance = input.source === "TYPED" ? "TYPED_NIP" : "NIP_QR";
      return orRefused(till, () => takeNip(till, found.text, assurance));
    }
    case "PRODUCT_CODE":
      return orForeign(till, foreign, () => takeProduct(till, found.code, input.qty ?? 1));
    case "REFUSED":
      return orForeign(till, foreign, () => {
        till.session.require();
        throw new AppError(found.code);
      });
  }
}

/** A code that is nothing else may be somebody's foreign card; one of nobody is refused by its hash. */
function orForeign(till: Till, foreign: string | null, take: () => ScanResult): ScanResult {
  return orRefused(till, () => {
    try {
      return take();
    } catch (error) {
      if (!(error instanceof AppError) || !OF_NOBODY.has(error.code)) throw error;
      const cardHash = foreign === null ? null : foreignCardHash(till, foreign);
      if (cardHash === null) throw error;
      const bound = boundTo(till, cardHash);
      if (bound !== null) return takeBound(till, bound);
      count(till, error.code);
      return { kind: "REFUSED", code: error.code, cardHash };
    }
  });
}

const OF_NOBODY: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["SCAN_UNKNOWN", "PRODUCT_UNKNOWN"]);

/** A binding that the centre has not approved proves no more than the NIP that was typed for it. */
function takeBound(till: Till, { personId, state }: CardBindingRow): ScanResult {
  return state === "APPROVED"
    ? takeBuyer(till, { personId, assurance: "ENROLLED_QR", cardSerial: null })
    : takeBuyer(till, {
        personId,
        assurance: "TYPED_NIP",
        cardSerial: null,
        unapprovedCard: true,
      });
}

/** Takes a NIP that the cashier typed on purpose. */
export function typedNip(till: Till, text: string): ScanResult {
  return orRefused(till, () => takeNip(till, text, "TYPED_NIP"));
}

function takeCard(till: Till, text: string): ScanResult {
  const db = till.file.db();
  const card = checkCard(text, {
    keyOf: (keyId) => cardKey(db, keyId),
    verify: verifyEd25519,
    today: today(till),
    isRevoked: (serial) => cardBySerial(db, serial)?.revoked === 1,
  });
  if (!card.ok) throw new AppError(card.code);
  const known = cardBySerial(db, card.value.serial);
  return takeBuyer(till, {
    personId: known?.personId ?? null,
    assurance: "SIGNED_CARD",
    cardSerial: card.value.serial,
  });
}

/**
 * Whom a NIP names, to compare with a card that is to be bound.
 * Fails with: NOT_LOGGED_IN, NIP_MALFORMED, NIP_UNKNOWN, KEY_UNAVAILABLE.
 */
export function cardHolder(till: Till, text: string): CardHolder {
  till.session.require();
  const { person } = lookUpNip(till, text);
  if (person === null) throw new AppError("NIP_UNKNOWN");
  return holderOf(till, person);
}

function lookUpNip(till: Till, text: string) {
  const nip = parseNip(text, today(till));
  if (!nip.ok) throw new AppError(nip.code);
  const keys = till.keys();
  if (keys === null) throw new AppError("KEY_UNAVAILABLE", { retryable: true });
  const person = personByNip(till.file.db(), nipLookup(keys.nipLookupKey, nip.value.nip));
  return { nip: nip.value.nip, keys, person };
}

function takeNip(till: Till, text: string, assurance: BuyerAssurance): ScanResult {
  const { nip, keys, person } = lookUpNip(till, text);
  const found = { personId: person?.personId ?? null, assurance, cardSerial: null };
  if (person !== null) return takeBuyer(till, found);
  // The sale goes on as `menunggu pencocokan`; the NIP waits sealed for the entry's private text.
  count(till, "NIP_UNKNOWN");
  const sealed = sealText(keys.dataKey, JSON.stringify({ nip }), till.random);
  return takeBuyer(till, found, sealed);
}

function takeBuyer(
  till: Till,
  found: {
    readonly personId: string | null;
    readonly assurance: BuyerAssurance;
    readonly cardSerial: number | null;
    readonly unapprovedCard?: true;
  },
  privateSealed: Uint8Array | null = null,
): ScanResult {
  const confirmed = !needsConfirmation(found.assurance);
  const match = found.personId === null ? "PENDING" : "MATCHED";
  const buyer: CartBuyer = { kind: "ASN", ...found, match, confirmed, proxy: false };
  changeCart(till, (open) => ({ open: withBuyer(open, buyer, privateSealed), result: null }));
  return { kind: "BUYER", confirmed };
}

function takeProduct(till: Till, code: string, qty: number): ScanResult {
  return changeCart(till, (open, db) => {
    const goods = goodsByCode(db, till.identity().outletId, code);
    if (goods === null) throw new AppError("PRODUCT_UNKNOWN");
    const added = withGoods(open, goods, qty);
    const { lineNo } = added.result;
    return { open: added.open, result: { kind: "LINE", lineNo, name: goods.name } as const };
  });
}

/** Codes that refuse what was scanned; anything else is a failure of the till and is thrown on. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "CARD_MALFORMED",
  "CARD_SIGNATURE",
  "CARD_EXPIRED",
  "CARD_REVOKED",
  "CARD_KEY_UNKNOWN",
  "CARD_OF_STAFF",
  "NIP_MALFORMED",
  "SCAN_NIK",
  "SCAN_OLD_NIP",
  "SCAN_PAYMENT_CODE",
  "SCAN_URL",
  "SCAN_UNKNOWN",
  "SCAN_TOO_LONG",
  "PRODUCT_UNKNOWN",
  "PRODUCT_INACTIVE",
  "QTY_ZERO",
  "QTY_TOO_LARGE",
  "AMOUNT_TOO_LARGE",
]);

function orRefused(till: Till, take: () => ScanResult): ScanResult {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSALS.has(error.code)) throw error;
    count(till, error.code);
    return { kind: "REFUSED", code: error.code };
  }
}

function count(till: Till, code: ErrorCode): void {
  till.file.commit((db) => countRefusal(db, today(till), code));
}

function today(till: Till): string {
  return dateOf(till.clock.read(journalHead(till.file.db())?.at ?? null).at);
}
