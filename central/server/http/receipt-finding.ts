import {
  decodeReceiptLink,
  type ReceiptLink,
  type ReceiptLinkFields,
} from "../../../shared/domain/receipt-link.ts";
import { codeOfHash, receiptText } from "../../../shared/domain/journal.ts";
import { parseReceiptNumber } from "../../../shared/domain/receipt-number.ts";
import type { CentreDeps } from "../deps.ts";
import { publicKeyOf, verifySignature } from "../keys/ed25519.ts";
import { entryAt } from "../stores/entry-view.ts";
import { takenBack } from "../stores/reversal.ts";
import { certificateAt, certificatesOf, findTill, type TillRecord } from "../stores/till.ts";

/** What the centre can say of a receipt to anyone who holds it; nothing of it is personal. */
export type ReceiptFinding =
  | { readonly state: "MALFORMED" }
  | { readonly state: "FALSE" }
  | {
      readonly state: "GENUINE";
      readonly fields: ReceiptLinkFields;
      readonly code: string;
      readonly outletName: string;
      /** HELD: the centre has this very entry. DIFFERS: it has another one in its place. */
      readonly held: Held;
      /** what the centre knows to have been taken back of the sale since, or null */
      readonly reversed: Reversed | null;
    };

type Held = "HELD" | "CHECKING" | "NOT_YET" | "DIFFERS";
type Reversed = {
  readonly kind: "VOIDED" | "RETURNED" | "PARTLY_RETURNED";
  readonly lastAt: number;
  readonly took: number;
  readonly left: number;
};

/** Proves a receipt's address by its own signature and looks whether its sale has arrived. */
export async function findReceipt(deps: CentreDeps, link: string): Promise<ReceiptFinding> {
  const decoded = decodeReceiptLink(link);
  if (!decoded.ok) return { state: "MALFORMED" };
  const { fields } = decoded.value;
  const till = await findTill(deps.database, fields.tillId);
  if (till === null || !(await isSigned(deps, till, decoded.value))) return { state: "FALSE" };
  const { outletName } = till;
  const held = await holding(deps, till, fields);
  const reversed = held === "HELD" ? await reversedSince(deps, till, fields.seq) : null;
  const code = codeOfHash(fields.hash);
  return { state: "GENUINE", fields, outletName, held, reversed, code };
}

async function reversedSince(
  { database }: CentreDeps,
  till: TillRecord,
  seq: number,
): Promise<Reversed | null> {
  const back = await takenBack(database, till, seq);
  if (back === null) return null;
  const { isVoided, total, took, lastAt } = back;
  const left = total - took;
  const kind = left === 0 ? "RETURNED" : "PARTLY_RETURNED";
  return { kind: isVoided ? "VOIDED" : kind, lastAt, took, left };
}

async function isSigned(
  { database }: CentreDeps,
  till: TillRecord,
  { fields, signature }: ReceiptLink,
): Promise<boolean> {
  const certificates = await certificatesOf(database, till.regencyId, till.tillId);
  const certificate = certificateAt(certificates, fields.seq);
  const key = publicKeyOf(certificate?.publicKey ?? "");
  const number = parseReceiptNumber(fields.number);
  if (certificate === undefined || key === null || !number.ok) return false;
  const isOwnNumber =
    number.value.outletCode === certificate.outletCode &&
    number.value.tillCode === certificate.tillCode;
  const text = Buffer.from(signature).toString("base64url");
  return isOwnNumber && verifySignature(key, receiptText(fields), text);
}

async function holding(
  { database }: CentreDeps,
  till: TillRecord,
  { seq, hash }: ReceiptLinkFields,
): Promise<Held> {
  const entry = await entryAt(database, till, seq);
  if (entry === null) return "NOT_YET";
  if (entry.hash !== hash) return "DIFFERS";
  return entry.code === null ? "HELD" : "CHECKING";
}
