import { AppError } from "../../../shared/contract/errors.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import { endOtherSessions } from "../stores/session.ts";
import { lockAccount, setPassword } from "../stores/user.ts";
import { hashPassword, isPassword, isStrong } from "./password.ts";
import { type CentreUser, tokenHash } from "./session.ts";

/** Changes one's own password and ends one's other sessions. Fails with: LOGIN_WRONG, PASSWORD_WEAK. */
export async function changePassword(
  deps: CentreDeps,
  user: CentreUser,
  change: { readonly current: string; readonly next: string; readonly token: string },
): Promise<void> {
  const { database, regencyId, clock, newId } = deps;
  const { current, next, token } = change;
  if (!isStrong(next, [user.username, current])) throw new AppError("PASSWORD_WEAK");
  const passwordHash = await hashPassword(next);
  await database.transaction(async (tx) => {
    const account = await lockAccount(tx, regencyId, user.username);
    const isRight = account !== null && (await isPassword(account.passwordHash, current));
    if (!isRight) throw new AppError("LOGIN_WRONG");
    const { userId } = account;
    await setPassword(tx, regencyId, { userId, passwordHash, mustChangePassword: false });
    await endOtherSessions(tx, regencyId, { userId, tokenHash: tokenHash(token) });
    await writeAudit(tx, regencyId, {
      auditId: newId(),
      at: clock.wallMs(),
      userId,
      action: "session.changePassword",
      subject: userId,
      before: { mustChangePassword: account.mustChangePassword },
      after: { mustChangePassword: false },
    });
  });
}
