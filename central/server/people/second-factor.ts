import { AppError } from "../../../shared/contract/errors.ts";
import { base32Encode } from "../../../shared/domain/text.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import { lockAccount, setTotp } from "../stores/user.ts";
import type { CentreUser } from "./session.ts";
import { totpStep } from "./totp.ts";

const SECRET_BYTES = 20;

/** A fresh secret for an authenticator app, and its address for a QR code. Nothing is kept yet. */
export function proposeTotp(
  { random }: CentreDeps,
  user: CentreUser,
): { secret: string; uri: string } {
  const secret = base32Encode(random(SECRET_BYTES));
  const label = encodeURIComponent(`Bela Beli:${user.username}`);
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Bela%20Beli` };
}

/** Sets the second factor once the app shows the right code. Fails with: TOTP_WRONG. */
export async function setSecondFactor(
  deps: CentreDeps,
  user: CentreUser,
  { secret, code }: { readonly secret: Uint8Array; readonly code: string },
): Promise<void> {
  const { database, regencyId, clock, newId, keys } = deps;
  const step = totpStep(secret, code.trim(), { nowMs: clock.wallMs(), lastStep: null });
  if (step === null) throw new AppError("TOTP_WRONG");
  await database.transaction(async (tx) => {
    const account = await lockAccount(tx, regencyId, user.username);
    // A set factor is not replaced by whoever finds a session open.
    if (account === null || account.totpSecret !== null) throw new AppError("NOT_ALLOWED");
    const { userId } = account;
    await setTotp(tx, regencyId, {
      userId,
      totpSecret: keys.box.seal(secret),
      totpLastStep: step,
    });
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at: clock.wallMs(),
      userId,
      action: "session.setTotp",
      subject: userId,
      before: { totp: false },
      after: { totp: true },
    });
  });
}
