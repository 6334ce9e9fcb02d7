import type { CentreRole } from "../../../shared/contract/roles.ts";
import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

/** A person who may log in at the centre. */
export type UserRow = {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly role: CentreRole;
  /** the OPD of an OPD_HEAD */
  readonly officeId: string | null;
  /** the ASN behind an ASN account */
  readonly personId: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
};

/** A user with what logging in needs. */
export type Account = UserRow & {
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
  readonly failures: number;
  readonly lockedUntil: number | null;
  readonly lastLoginAt: number | null;
  readonly active: boolean;
};

const ACCOUNT = `select user_id as "userId", username, name, role, office_id as "officeId",
    person_id as "personId", password_hash as "passwordHash",
    must_change_password as "mustChangePassword", totp_secret as "totpSecret",
    totp_last_step as "totpLastStep", failures, locked_until as "lockedUntil",
    last_login_at as "lastLoginAt", active
  from centre_user`;

/** Writes a user; an existing one keeps failures, lock and second factor. */
export async function saveUser(tx: Transaction, regencyId: string, user: UserRow): Promise<void> {
  await tx.query(
    `insert into centre_user (regency_id, user_id, username, name, role, office_id, person_id,
       password_hash, must_change_password, failures, active)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, true)
     on conflict (regency_id, user_id) do update
     set username = excluded.username, name = excluded.name, role = excluded.role,
       office_id = excluded.office_id, person_id = excluded.person_id,
       password_hash = excluded.password_hash,
       must_change_password = excluded.must_change_password`,
    [
      regencyId,
      user.userId,
      user.username,
      user.name,
      user.role,
      user.officeId,
      user.personId,
      user.passwordHash,
      user.mustChangePassword,
    ],
  );
}

/** The account of a user name, locked so that tries are counted one by one. */
export function lockAccount(
  tx: Transaction,
  regencyId: string,
  username: string,
): Promise<Account | null> {
  return queryOne<Account>(tx, `${ACCOUNT} where regency_id = $1 and username = $2 for update`, [
    regencyId,
    username,
  ]);
}

/** The account of a user id. */
export function accountOf(
  db: Queryable,
  regencyId: string,
  userId: string,
): Promise<Account | null> {
  return queryOne<Account>(db, `${ACCOUNT} where regency_id = $1 and user_id = $2`, [
    regencyId,
    userId,
  ]);
}

/** Writes down how a try to log in went. */
export async function noteLogin(
  tx: Transaction,
  regencyId: string,
  outcome: Pick<Account, "userId" | "failures" | "lockedUntil" | "lastLoginAt" | "totpLastStep">,
): Promise<void> {
  await tx.query(
    `update centre_user set failures = $3, locked_until = $4, last_login_at = $5,
       totp_last_step = $6 where regency_id = $1 and user_id = $2`,
    [
      regencyId,
      outcome.userId,
      outcome.failures,
      outcome.lockedUntil,
      outcome.lastLoginAt,
      outcome.totpLastStep,
    ],
  );
}

/** Sets a password. */
export async function setPassword(
  tx: Transaction,
  regencyId: string,
  set: Pick<UserRow, "userId" | "passwordHash" | "mustChangePassword">,
): Promise<void> {
  await tx.query(
    `update centre_user set password_hash = $3, must_change_password = $4, failures = 0,
       locked_until = null where regency_id = $1 and user_id = $2`,
    [regencyId, set.userId, set.passwordHash, set.mustChangePassword],
  );
}

/** Sets or (null) removes a second factor; the secret is sealed. */
export async function setTotp(
  tx: Transaction,
  regencyId: string,
  set: Pick<Account, "userId" | "totpSecret" | "totpLastStep">,
): Promise<void> {
  await tx.query(
    `update centre_user set totp_secret = $3, totp_last_step = $4
     where regency_id = $1 and user_id = $2`,
    [regencyId, set.userId, set.totpSecret, set.totpLastStep],
  );
}
