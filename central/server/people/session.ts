import type { Me } from "../../../shared/contract/centre-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { sha256Hex } from "../keys/digest.ts";
import { saveSession, sessionOf, touchSession } from "../stores/session.ts";
import { accountOf } from "../stores/user.ts";

const TOKEN_BYTES = 32;
const LIFE_MS = 12 * 60 * 60 * 1_000;
const IDLE_MS = 2 * 60 * 60 * 1_000;
/** A session in constant use is noted this often, not on each request. */
const TOUCH_MS = 60 * 1_000;

/** A logged-in person; `personId` is the ASN behind an ASN account. */
export type CentreUser = Me & { readonly personId: string | null };

/** What the database keeps of a token. */
export function tokenHash(token: string): string {
  return sha256Hex(`belabeli-session/1\n${token}`);
}

/** Opens a session and gives its token, which only the cookie holds. */
export async function openSession(
  tx: Transaction,
  { regencyId, clock, random }: CentreDeps,
  userId: string,
): Promise<{ token: string; expiresAt: number }> {
  const token = Buffer.from(random(TOKEN_BYTES)).toString("base64url");
  const nowMs = clock.wallMs();
  const expiresAt = nowMs + LIFE_MS;
  await saveSession(tx, regencyId, {
    tokenHash: tokenHash(token),
    userId,
    lastSeenAt: nowMs,
    expiresAt,
  });
  return { token, expiresAt };
}

/** The person behind a session cookie. Fails with: NOT_LOGGED_IN, SESSION_EXPIRED. */
export async function currentUser(deps: CentreDeps, token: string | null): Promise<CentreUser> {
  if (token === null) throw new AppError("NOT_LOGGED_IN");
  const { database, regencyId, clock } = deps;
  const hash = tokenHash(token);
  const session = await sessionOf(database, regencyId, hash);
  const nowMs = clock.wallMs();
  const isOver =
    session === null || nowMs >= session.expiresAt || nowMs - session.lastSeenAt >= IDLE_MS;
  if (isOver) throw new AppError("SESSION_EXPIRED");
  const account = await accountOf(database, regencyId, session.userId);
  if (account === null || !account.active) throw new AppError("SESSION_EXPIRED");
  if (nowMs - session.lastSeenAt >= TOUCH_MS) {
    await touchSession(database, regencyId, { tokenHash: hash, nowMs });
  }
  const { userId, username, name, role, officeId, personId, mustChangePassword } = account;
  return { userId, username, name, role, officeId, personId, mustChangePassword };
}
