import { queryOne, type Queryable, type Transaction } from "../database/database.ts";

export type SessionRow = {
  readonly userId: string;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
};

/** Keeps a session by the hash of its token: the database alone opens no session. */
export async function saveSession(
  tx: Transaction,
  regencyId: string,
  session: SessionRow & { readonly tokenHash: string },
): Promise<void> {
  await tx.query(
    `insert into session (regency_id, token_hash, user_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $4, $5)`,
    [regencyId, session.tokenHash, session.userId, session.lastSeenAt, session.expiresAt],
  );
  await tx.query("delete from session where regency_id = $1 and expires_at < $2", [
    regencyId,
    session.lastSeenAt,
  ]);
}

/** The session behind a token's hash, or null. */
export function sessionOf(
  db: Queryable,
  regencyId: string,
  tokenHash: string,
): Promise<SessionRow | null> {
  return queryOne<SessionRow>(
    db,
    `select user_id as "userId", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from session where regency_id = $1 and token_hash = $2`,
    [regencyId, tokenHash],
  );
}

/** Notes that a session is in use. */
export async function touchSession(
  db: Queryable,
  regencyId: string,
  seen: { readonly tokenHash: string; readonly nowMs: number },
): Promise<void> {
  await db.query("update session set last_seen_at = $3 where regency_id = $1 and token_hash = $2", [
    regencyId,
    seen.tokenHash,
    seen.nowMs,
  ]);
}

/** Ends one session. */
export async function endSession(
  db: Queryable,
  regencyId: string,
  tokenHash: string,
): Promise<void> {
  await db.query("delete from session where regency_id = $1 and token_hash = $2", [
    regencyId,
    tokenHash,
  ]);
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(
  tx: Transaction,
  regencyId: string,
  kept: { readonly userId: string; readonly tokenHash: string },
): Promise<void> {
  await tx.query(
    "delete from session where regency_id = $1 and user_id = $2 and token_hash <> $3",
    [regencyId, kept.userId, kept.tokenHash],
  );
}
