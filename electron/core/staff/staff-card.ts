import { AppError } from "../../../shared/contract/errors.ts";
import { checkCard } from "../../../shared/domain/card.ts";
import { dateOf } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import { type CashierRow, cashierById } from "../db/stores/cashier.ts";
import { journalHead } from "../db/stores/journal.ts";
import { cardKey } from "../db/stores/roster.ts";
import { verifyEd25519 } from "../keys/ed25519.ts";

/**
 * The active person a staff card was issued to. Only the card that the centre last linked to them is
 * good: an older or withdrawn one is revoked, and so is every card of somebody who left.
 * Fails with: CARD_MALFORMED, CARD_KEY_UNKNOWN, CARD_SIGNATURE, CARD_EXPIRED, CARD_REVOKED.
 */
export function staffOfCard(till: Till, text: string): CashierRow {
  const db = till.file.db();
  const holder = (cashierId: string, serial: number): CashierRow | null => {
    const found = cashierById(db, cashierId);
    return found !== null && found.active === 1 && found.cardSerial === serial ? found : null;
  };
  const card = checkCard(text, {
    kind: "STAFF",
    keyOf: (keyId) => cardKey(db, keyId),
    verify: verifyEd25519,
    today: dateOf(till.clock.read(journalHead(db)?.at ?? null).at),
    isRevoked: (serial, cashierId) => holder(cashierId, serial) === null,
  });
  if (!card.ok) throw new AppError(card.code);
  const staff = holder(card.value.personId, card.value.serial);
  if (staff === null) throw new AppError("CARD_REVOKED");
  return staff;
}
