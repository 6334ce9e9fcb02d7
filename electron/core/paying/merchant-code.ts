import { AppError } from "../../../shared/contract/errors.ts";
import type { MerchantView } from "../../../shared/contract/paying.ts";
import { checkMerchantCode, parseQris } from "../../../shared/domain/qris.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { ReadDb } from "../db/database.ts";
import { journalHead } from "../db/stores/journal.ts";
import { merchantCode, saveMerchantCode } from "../db/stores/qris-code.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { valueOf } from "../selling/result.ts";

/** Whose code a text is, for a person to compare with the sticker. Fails with: QRIS_*. */
export function readMerchantCode(till: Till, text: string): MerchantView {
  till.session.require();
  const { merchant, city, nmid } = valueOf(checkMerchantCode(text));
  return { merchant, city, nmid: nmid ?? "" };
}

/**
 * Keeps the shop's static code, or takes it away with null. The journal holds its hash, not its text.
 * Fails with: NOT_LOGGED_IN, NOT_ALLOWED for who is no supervisor, QRIS_*, COMMAND_REUSED.
 */
export function setMerchantCode(
  till: Till,
  input: { readonly commandId: string; readonly text: string | null },
): void {
  const staff = till.session.require();
  if (staff.role !== "SUPERVISOR") throw new AppError("NOT_ALLOWED");
  const payload = input.text === null ? null : valueOf(checkMerchantCode(input.text)).payload;
  const { commandId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    return once(db, { commandId, procedure: "qris.set", content: { payload }, at }, () => {
      saveMerchantCode(db, payload);
      const hash = payload === null ? null : sha256Hex(payload);
      const { body } = till.journal().write(db, {
        actorId: staff.cashierId,
        commandId,
        build: (head) => ({ v: 1, kind: "SETTING_CHANGED", ...head, name: "QRIS", hash }),
      });
      return body.name;
    });
  });
  if (!outcome.repeated) till.entryWritten();
  till.changed();
}

/** The merchant whose code this till shows, or null while none is set. */
export function merchantView(db: ReadDb): MerchantView | null {
  const code = merchantCode(db);
  return code === null ? null : viewOf(code);
}

/** What a code says of its merchant, read once for each code: the state asks on each change. */
function viewOf(code: string): MerchantView | null {
  if (read?.code !== code) {
    const qris = parseQris(code);
    if (!qris.ok) return null;
    const { merchant, city, nmid } = qris.value;
    read = { code, view: { merchant, city, nmid: nmid ?? "" } };
  }
  return read.view;
}

let read: { readonly code: string; readonly view: MerchantView } | null = null;
