import type { AcceptRevoked } from "../../../shared/contract/quarantine-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { signatureFault } from "../journal/judge.ts";
import { keyChangeOf } from "../journal/key-change.ts";
import { type ParsedBody, parseBody } from "../journal/parse-body.ts";
import { checkSignatures } from "../journal/signatures.ts";
import { entryAt } from "../stores/entry-view.ts";
import { lockedMonths } from "../stores/month-lock.ts";
import { setWaitingCode, type Waiting, waitingFor } from "../stores/quarantine.ts";
import { certificatesOf } from "../stores/till.ts";
import { certificateFor } from "./accept-key.ts";
import { type Desk, openDesk, settle } from "./decide-entry.ts";

/**
 * Accepts what a revoked till wrote after its last accepted entry, up to one that is named. What has
 * another fault, or comes after its month was locked, stays aside for its own reason.
 * Fails with: NOT_FOUND, BAD_INPUT for an entry the centre has not received.
 */
export async function acceptRevoked(
  deps: CentreDeps,
  { userId, tillId, upToSeq, reason }: AcceptRevoked & { readonly userId: string },
): Promise<{ accepted: number; left: number }> {
  return deps.database.transaction(async (tx) => {
    const desk = await openDesk(deps, tx, { tillId, userId });
    if (upToSeq > desk.head.seq) throw new AppError("BAD_INPUT");
    const waiting = await waitingFor(tx, desk.till, { code: "TILL_REVOKED", upToSeq });
    let accepted = 0;
    for (const one of waiting) {
      const other = await otherFault(deps, tx, { desk, waiting: one });
      if (other === null) {
        const asked = { decision: "ACCEPT", tillId, seq: one.seq, reason } as const;
        await settle(deps, tx, { desk, waiting: one, asked });
        accepted += 1;
      } else {
        await setWaitingCode(tx, desk.till, { seq: one.seq, code: other });
      }
    }
    return { accepted, left: waiting.length - accepted };
  });
}

/** What keeps an entry aside apart from its till's revocation, which hid it so far. */
async function otherFault(
  deps: CentreDeps,
  tx: Transaction,
  { desk: { till }, waiting }: { readonly desk: Desk; readonly waiting: Waiting },
): Promise<string | null> {
  const { seq, contentCode } = waiting;
  const entry = await entryAt(tx, till, seq);
  if (entry === null) throw new Error("a kept entry without its text");
  const parsed = parseBody(entry.body);
  if (parsed.state === "UNREADABLE") return parsed.code;
  const certificates = await certificatesOf(tx, till.regencyId, till.tillId);
  const [check] = await checkSignatures(till.tillId, certificates, [{ ...entry, parsed }]);
  const isVouched = false;
  const signature =
    check === undefined ? "ENTRY_SIGNATURE" : signatureFault(parsed.common, { check, isVouched });
  const fault = signature ?? contentCode;
  if (keyChangeOf({ parsed }) === null || signature !== null) {
    return fault ?? (await lockedFault(tx, till.regencyId, parsed));
  }
  // With whatever else is wrong, its key stays without a certificate.
  const isSound =
    fault === null &&
    (await certificateFor(deps, tx, { till, entry: { ...entry, parsed } })) !== null;
  return isSound ? null : "ENTRY_KEY_CHANGE";
}

async function lockedFault(
  tx: Transaction,
  regencyId: string,
  parsed: ParsedBody,
): Promise<string | null> {
  const body = parsed.state === "READ" ? parsed.known : null;
  if (body?.kind !== "SALE") return null;
  return (await lockedMonths(tx, regencyId)).has(body.period) ? "ENTRY_LATE" : null;
}
