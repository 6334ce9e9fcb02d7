import type { z } from "zod";
import type { LoginRequest } from "../../../shared/contract/centre-api.ts";
import { AppError, type ErrorCode } from "../../../shared/contract/errors.ts";
import type { Transaction } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { writeAudit } from "../stores/audit.ts";
import { type Account, lockAccount, noteLogin } from "../stores/user.ts";
import { hashPassword, isPassword } from "./password.ts";
import { openSession } from "./session.ts";
import { totpStep } from "./totp.ts";

type Request = z.infer<typeof LoginRequest>;
type Session = {
  readonly token: string;
  readonly expiresAt: number;
  readonly mustChangePassword: boolean;
};
type Outcome = { readonly session: Session } | { readonly refused: ErrorCode };

const TRIES_BEFORE_LOCK = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;
/** Compared against when the user name is unknown, so that the answer takes as long. */
const nobody = hashPassword("nobody has this password");

/**
 * Opens a session for a name and password (and a code, where a second factor is set).
 * Fails with: LOGIN_WRONG, LOGIN_LOCKED, TOTP_REQUIRED, TOTP_WRONG.
 */
export async function login(deps: CentreDeps, request: Request): Promise<Session> {
  // A wrong try must be counted, so a refusal is a value until the transaction is through.
  const outcome = await deps.database.transaction((tx) => tryLogin(deps, tx, request));
  if ("refused" in outcome) throw new AppError(outcome.refused);
  return outcome.session;
}

async function tryLogin(deps: CentreDeps, tx: Transaction, request: Request): Promise<Outcome> {
  const { regencyId, clock } = deps;
  const account = await lockAccount(tx, regencyId, request.username.trim().toLowerCase());
  const isRight = await isPassword(account?.passwordHash ?? (await nobody), request.password);
  if (account === null || !account.active) return { refused: "LOGIN_WRONG" };
  if (account.lockedUntil !== null && clock.wallMs() < account.lockedUntil) {
    return { refused: "LOGIN_LOCKED" };
  }
  if (!isRight) {
    await countFailure(deps, tx, account);
    return { refused: "LOGIN_WRONG" };
  }
  const step = secondFactor(deps, account, request.totp);
  if (step === "MISSING") return { refused: "TOTP_REQUIRED" };
  if (step === "WRONG") {
    await countFailure(deps, tx, account);
    return { refused: "TOTP_WRONG" };
  }
  await noteLogin(tx, regencyId, {
    userId: account.userId,
    failures: 0,
    lockedUntil: null,
    lastLoginAt: clock.wallMs(),
    totpLastStep: step,
  });
  await audit(deps, tx, { userId: account.userId, action: "session.login" });
  const { token, expiresAt } = await openSession(tx, deps, account.userId);
  return { session: { token, expiresAt, mustChangePassword: account.mustChangePassword } };
}

function secondFactor(
  { keys, clock }: CentreDeps,
  { totpSecret, totpLastStep }: Account,
  code: string | undefined,
): number | null | "MISSING" | "WRONG" {
  if (totpSecret === null) return totpLastStep;
  if (code === undefined || code === "") return "MISSING";
  const at = { nowMs: clock.wallMs(), lastStep: totpLastStep };
  return totpStep(keys.box.open(totpSecret), code.replace(/\s/g, ""), at) ?? "WRONG";
}

async function countFailure(deps: CentreDeps, tx: Transaction, account: Account): Promise<void> {
  const failures = account.failures + 1;
  const lockMs = lockFor(failures);
  const lockedUntil = lockMs === 0 ? null : deps.clock.wallMs() + lockMs;
  const { userId, lastLoginAt, totpLastStep } = account;
  const noted = { userId, failures, lockedUntil, lastLoginAt, totpLastStep };
  await noteLogin(tx, deps.regencyId, noted);
  if (lockedUntil !== null) await audit(deps, tx, { userId, action: "session.locked" });
}

/** From the fifth failure on each one locks twice as long as the one before. */
function lockFor(failures: number): number {
  if (failures < TRIES_BEFORE_LOCK) return 0;
  return Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (failures - TRIES_BEFORE_LOCK));
}

async function audit(
  { regencyId, newId, clock }: CentreDeps,
  tx: Transaction,
  { userId, action }: { readonly userId: string; readonly action: string },
): Promise<void> {
  await writeAudit(tx, regencyId, {
    auditId: newId(),
    at: clock.wallMs(),
    userId,
    action,
    subject: userId,
    before: null,
    after: null,
  });
}
