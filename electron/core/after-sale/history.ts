import type {
  FormerTillView,
  HistoryInput,
  HistoryPage,
  HistoryRow,
} from "../../../shared/contract/after-sale.ts";
import { checkCard } from "../../../shared/domain/card.ts";
import { parseRupiah } from "../../../shared/domain/money.ts";
import { normaliseNip } from "../../../shared/domain/nip.ts";
import { dateOf, dateStartMs } from "../../../shared/domain/period.ts";
import { decodeReceiptLink } from "../../../shared/domain/receipt-link.ts";
import { parseReceiptNumber } from "../../../shared/domain/receipt-number.ts";
import { classifyScan } from "../../../shared/domain/scan.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import {
  type FormerSaleRow,
  findFormerSales,
  formerRows,
  newestFormerNumber,
} from "../db/stores/former-sale.ts";
import { formerTills } from "../db/stores/former-till.ts";
import { journalHead } from "../db/stores/journal.ts";
import { cardBySerial, cardKey, personById, personByNip } from "../db/stores/roster.ts";
import {
  findSales,
  goodsSold,
  type HistorySaleRow,
  historyRows,
  type SaleKey,
  type Span,
} from "../db/stores/sale-history.ts";
import { verifyEd25519 } from "../keys/ed25519.ts";
import { nipLookup } from "../keys/sealing.ts";
import { identityOf } from "../selling/person.ts";
import { buyersNamed } from "./buyer-names.ts";

/** So many people and goods at most does one text stand for. */
const MAX_MATCHES = 40;
/** Shorter words would stand for nearly everybody. */
const MIN_WORD = 2;
const DAY_MS = 24 * 60 * 60 * 1_000;
const RECEIPT_ADDRESS = /\/r\/([A-Za-z0-9_-]{100,300})$/;
/** After every id. */
const LAST_ID = "g";

/** Sales of this till by whatever a person knows of them, the newest first. Fails with: NOT_LOGGED_IN. */
export function searchHistory(till: Till, input: HistoryInput): HistoryPage {
  till.session.require();
  const db = till.file.db();
  const { limit, before } = input;
  const page = { before: before ?? LAST_ID, limit: limit + 1, span: spanOf(input.date) };
  const keys = keysOf(till, input.text.trim());
  const own = new Set(keys.flatMap((key) => findSales(db, key, page)));
  const former = new Set(keys.flatMap((key) => findFormerSales(db, key, page)));
  const ids = [...own, ...former].sort((a, b) => (a < b ? 1 : -1)).slice(0, limit);
  const rows = [
    ...historyRows(
      db,
      ids.filter((id) => own.has(id)),
    ).map((row) => historyRow(till, row)),
    ...formerRows(
      db,
      ids.filter((id) => !own.has(id)),
    ).map((row) => formerRow(till, row)),
  ].sort((a, b) => (a.saleId < b.saleId ? 1 : -1));
  return { rows, more: own.size + former.size > limit, former: formerViews(db) };
}

/** A sale as the list shows it. */
export function historyRow(till: Till, row: HistorySaleRow): HistoryRow {
  const { personId, voided, returnedQty, ...rest } = row;
  const person = personId === null ? null : personById(till.file.db(), personId);
  const buyerName = identityOf(person, till.keys())?.name ?? null;
  const state = stateOf(voided === 1, returnedQty, row.pieces);
  return { ...rest, buyerName, state, formerTill: null };
}

/** A former till's sale as the list shows it: nothing is printed of it here. */
export function formerRow(till: Till, row: FormerSaleRow): HistoryRow {
  const { voided, returnedQty, number, pieces, total, at, saleId, buyerKind } = row;
  const person = row.personId === null ? null : personById(till.file.db(), row.personId);
  return {
    saleId,
    number,
    at,
    total,
    pieces,
    buyerKind,
    buyerName: identityOf(person, till.keys())?.name ?? null,
    state: stateOf(voided === 1, returnedQty, pieces),
    printOutcome: "SKIPPED",
    formerTill: tillNameOf(number),
  };
}

/** `KB-01` of `KB-01-261120-000007`. */
function tillNameOf(number: string): string {
  return number.split("-").slice(0, 2).join("-");
}

/** One line for each former till: refused where any of its journal was, here once all of it is. */
function formerViews(db: ReadDb): FormerTillView[] {
  const all = formerTills(db);
  return [...new Set(all.map(({ tillId }) => tillId))].flatMap((tillId): FormerTillView[] => {
    const rows = all.filter((row) => row.tillId === tillId);
    const number = newestFormerNumber(db, tillId);
    const fault = rows.find(({ faultCode }) => faultCode !== null);
    const state = rows.every(({ nextSeq }) => nextSeq === 0) ? "HERE" : "COMING";
    // Without a sale there is nothing to name it by, and nothing to miss.
    if (number === null && fault === undefined) return [];
    const tillName = number === null ? "" : tillNameOf(number);
    return [
      { tillName, state: fault === undefined ? state : "REFUSED", seq: fault?.faultSeq ?? null },
    ];
  });
}

function stateOf(voided: boolean, returnedQty: number, pieces: number): HistoryRow["state"] {
  if (voided) return "VOIDED";
  if (returnedQty === 0) return "SOLD";
  return returnedQty >= pieces ? "RETURNED" : "PARTLY_RETURNED";
}

function spanOf(date: string | null): Span | null {
  if (date === null) return null;
  const from = dateStartMs(date);
  return { from, to: from + DAY_MS };
}

/** Everything a text may mean. */
function keysOf(till: Till, text: string): SaleKey[] {
  if (text === "") return [{ by: "ALL" }];
  const exact = numberKey(text) ?? personKey(till, text);
  if (exact !== null) return [exact];
  return [...figureKeys(text), ...wordKeys(till, text)];
}

function numberKey(text: string): SaleKey | null {
  const link = RECEIPT_ADDRESS.exec(text)?.[1];
  const decoded = link === undefined ? null : decodeReceiptLink(link);
  if (decoded?.ok === true) return { by: "NUMBER", value: decoded.value.fields.number };
  const number = text.toUpperCase();
  return parseReceiptNumber(number).ok ? { by: "NUMBER", value: number } : null;
}

/** The person of a card or NIP; nobody for one this till does not know. */
function personKey(till: Till, text: string): SaleKey | null {
  const scan = classifyScan(text);
  if (scan.kind !== "CARD" && scan.kind !== "NIP") return null;
  const value = scan.kind === "CARD" ? cardHolder(till, scan.text) : nipHolder(till, scan.text);
  return { by: "PERSON", value: value ?? "" };
}

function cardHolder(till: Till, text: string): string | null {
  const db = till.file.db();
  const card = checkCard(text, {
    keyOf: (keyId) => cardKey(db, keyId),
    verify: verifyEd25519,
    today: dateOf(till.clock.read(journalHead(db)?.at ?? null).at),
    isRevoked: () => false,
  });
  return card.ok ? (cardBySerial(db, card.value.serial)?.personId ?? null) : null;
}

function nipHolder(till: Till, text: string): string | null {
  const keys = till.keys();
  if (keys === null) return null;
  const lookup = nipLookup(keys.nipLookupKey, normaliseNip(text));
  return personByNip(till.file.db(), lookup)?.personId ?? null;
}

function figureKeys(text: string): SaleKey[] {
  const amount = parseRupiah(text);
  const counter = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  return [
    ...(counter > 0 ? [{ by: "COUNTER", value: counter } as const] : []),
    ...(amount.ok ? [{ by: "TOTAL", value: amount.value } as const] : []),
  ];
}

function wordKeys(till: Till, text: string): SaleKey[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.some((word) => word.length >= MIN_WORD)) return [];
  const match = words.map((word) => `"${word}"*`).join(" ");
  // What is called so comes before what is made by somebody called so.
  const goods = [`name : (${match})`, match].flatMap((where) =>
    goodsSold(till.file.db(), where, MAX_MATCHES),
  );
  return [
    ...buyersNamed(till, words, MAX_MATCHES).map((value) => ({ by: "PERSON", value }) as const),
    ...[...new Set(goods)]
      .slice(0, MAX_MATCHES)
      .map((value) => ({ by: "PRODUCT", value }) as const),
  ];
}
