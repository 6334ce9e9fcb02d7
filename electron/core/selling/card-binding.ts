import { createHmac } from "node:crypto";
import {
  type BindCardInput,
  bindingSubject,
  type CardHolder,
} from "../../../shared/contract/card-binding.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { CartBuyer } from "../../../shared/domain/cart.ts";
import { once } from "../command.ts";
import type { Till } from "../context.ts";
import type { WriteDb } from "../db/database.ts";
import { bindHere, type CardBindingRow, cardBinding } from "../db/stores/card-binding.ts";
import { journalHead } from "../db/stores/journal.ts";
import { type PersonRow, personById } from "../db/stores/roster.ts";
import { openShift } from "../db/stores/shift.ts";
import { till as enrolledTill } from "../db/stores/till.ts";
import { takeApproval } from "../staff/approval.ts";
import { unsealForTill } from "../sync/unseal.ts";
import { withBuyer } from "./buyer.ts";
import { oldChains } from "../resume/old-chain.ts";
import { openCart, saveCart } from "./open-cart.ts";
import { identityOf, workplaceOf } from "./person.ts";

/**
 * What stands for a foreign card's text everywhere: its HMAC under the regency's key, the same at each
 * till of the regency. Null while the key store does not give the key. The text itself is kept nowhere.
 */
export function foreignCardHash(till: Till, text: string): string | null {
  const keys = till.keys();
  const enrolled = enrolledTill(till.file.db());
  if (keys === null || enrolled === null) return null;
  const { tillId, sealedRegencyKey } = enrolled;
  const opened = (id: string): Uint8Array | null =>
    unsealForTill(keys.sealKey, sealedRegencyKey, `regency-key\n${id}`);
  // A till that the centre has not certified yet has the key as the one it goes on from got it.
  const former = oldChains(till.file.db()).at(-1);
  const key = opened(tillId) ?? (former === undefined ? null : opened(former.tillId));
  return key === null ? null : createHmac("sha256", key).update(text).digest("hex");
}

/** Whose card it is; null when nobody is bound to it, or no longer. */
export function boundTo(till: Till, hash: string): CardBindingRow | null {
  const bound = cardBinding(till.file.db(), hash);
  return bound === null || bound.state === "WITHDRAWN" ? null : bound;
}

/** A person as the cashier compares them with the card before it is bound. */
export function holderOf(till: Till, person: PersonRow): CardHolder {
  const identity = identityOf(person, till.keys());
  const { personId } = person;
  if (identity === null) return { personId, name: null, officeName: null };
  return { personId, name: identity.name, officeName: workplaceOf(identity) };
}

/**
 * Binds a foreign card to a person of the roster, as a second person allows, and makes them the cart's
 * buyer: entry, binding and cart are one transaction. Until the centre approves it, the card says no
 * more than a typed NIP.
 * Fails with: NOT_LOGGED_IN, NO_SHIFT, NIP_UNKNOWN, CARD_BOUND_ALREADY, APPROVAL_NEEDED {action},
 * APPROVAL_INVALID {action}, COMMAND_REUSED.
 */
export function bindCard(till: Till, input: BindCardInput): void {
  till.session.require();
  const { commandId, cardHash, personId } = input;
  const outcome = till.file.commit((db) => {
    const { at } = till.clock.read(journalHead(db)?.at ?? null);
    const content = { cardHash, personId };
    return once(db, { commandId, procedure: "buyer.bindCard", content, at }, () =>
      bind(till, db, input),
    );
  });
  if (!outcome.repeated) till.entryWritten();
  till.changed();
}

function bind(till: Till, db: WriteDb, input: BindCardInput): string {
  const { commandId, cardHash, personId, approvalId } = input;
  if (openShift(db) === null) throw new AppError("NO_SHIFT");
  if (personById(db, personId) === null) throw new AppError("NIP_UNKNOWN");
  if (boundTo(till, cardHash) !== null) throw new AppError("CARD_BOUND_ALREADY");
  const subject = bindingSubject(input);
  const approval = takeApproval(till, { action: "BIND_CARD", subject, amount: 0, approvalId });
  till.journal().write(db, {
    actorId: till.session.require().cashierId,
    commandId,
    build: (head) => ({ v: 1, kind: "CARD_BOUND", ...head, approval, hash: cardHash, personId }),
  });
  bindHere(db, { hash: cardHash, personId });
  saveCart(db, withBuyer(openCart(db, till.identity().outletId), holder(personId), null));
  return personId;
}

/** The cashier compared name and unit with the card while binding it. */
function holder(personId: string): CartBuyer {
  const found = { personId, assurance: "TYPED_NIP", cardSerial: null } as const;
  const looked = { match: "MATCHED", confirmed: true, proxy: false } as const;
  return { kind: "ASN", ...found, ...looked, unapprovedCard: true };
}
