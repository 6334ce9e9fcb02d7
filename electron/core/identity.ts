import { AppError } from "../../shared/contract/errors.ts";
import type { Identity } from "./context.ts";
import type { ReadDb, WriteDb } from "./db/database.ts";
import { restoredFrom } from "./backup/restore.ts";
import { upsertCentreKey } from "./db/stores/centre-key.ts";
import {
  currentCertificate,
  deleteEnrolment,
  insertCertificate,
  insertTill,
  till,
} from "./db/stores/till.ts";
import type { Issued } from "./enrolment/enrolment.ts";

/** Who this till is; null before it was enrolled, and while its file is a restored backup. */
export function readIdentity(db: ReadDb): Identity | null {
  return restoredFrom(db) === null ? keptIdentity(db) : null;
}

/** Who a restored backup was: what only the backup holds is still to be sent on its chain. */
export function restoredIdentity(db: ReadDb): Identity | null {
  return restoredFrom(db) === null ? null : keptIdentity(db);
}

function keptIdentity(db: ReadDb): Identity | null {
  const row = till(db);
  const certificate = currentCertificate(db);
  if (row === null || certificate === null) return null;
  const { tillId, outletId, rootPublicKey, centreUrl } = row;
  return { tillId, outletId, certificate, rootPublicKey, centreUrl };
}

/** Keeps what the centre issued; the certificate was checked before. */
export function keepIdentity(
  db: WriteDb,
  issued: { readonly answer: Issued; readonly centreUrl: string; readonly at: number },
): void {
  const { answer, centreUrl, at } = issued;
  const { certificate, outletId, rootPublicKey, sealedRegencyKey } = answer;
  const { tillId } = certificate;
  insertTill(db, { tillId, outletId, centreUrl, rootPublicKey, sealedRegencyKey, enrolledAt: at });
  insertCertificate(db, certificate);
  for (const key of answer.centreKeys) upsertCentreKey(db, key);
  deleteEnrolment(db);
}

/** Who this till is, read once and kept. */
export type Enrolled = {
  readonly identity: () => Identity | null;
  /** Fails with: NOT_ENROLLED. */
  readonly require: () => Identity;
  readonly set: (identity: Identity | null) => void;
};

export function createEnrolled(found: Identity | null): Enrolled {
  let current = found;
  return {
    identity: () => current,
    require: () => {
      if (current === null) throw new AppError("NOT_ENROLLED");
      return current;
    },
    set: (identity) => {
      current = identity;
    },
  };
}
