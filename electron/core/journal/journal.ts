import { sign } from "node:crypto";
import { AppError } from "../../../shared/contract/errors.ts";
import type { EntryKind } from "../../../shared/contract/journal-bodies.ts";
import {
  entryHash,
  genesisHash,
  hashBytes,
  type JsonValue,
  privateText,
  receiptText,
} from "../../../shared/domain/journal.ts";
import { skippedPeriods } from "../../../shared/domain/month-null.ts";
import { instantText, periodOf } from "../../../shared/domain/period.ts";
import type { RandomBytes } from "../adapters.ts";
import type { WriteDb } from "../db/database.ts";
import { counter, setOpenedPeriod } from "../db/stores/counter.ts";
import {
  closeUnsignedRange,
  hasEntryIn,
  insertEntry,
  isTillClosed,
  journalHead,
  openUnsignedRange,
  unsignedFrom,
} from "../db/stores/journal.ts";
import { signingKeyId } from "../db/stores/key-change.ts";
import { openShift } from "../db/stores/shift.ts";
import type { NewId } from "../ids.ts";
import { sha256Hex } from "../keys/ed25519.ts";
import { sealText } from "../keys/sealing.ts";
import type { TillKeys } from "../keys/till-keys.ts";
import type { ClockState, TillClock } from "../till-clock.ts";

/** What every body starts with. */
export type EntryHead = {
  readonly at: string;
  readonly clock: ClockState;
  readonly actorId: string;
  readonly commandId: string;
};

/** Where an entry comes to stand: what a body says that is bound to its place. */
export type EntryPlace = {
  readonly tillId: string;
  readonly seq: number;
  readonly prevHash: string;
};

/** An entry's body as `build` made it. */
export type Body = Readonly<Record<string, unknown>> & { readonly kind: EntryKind };

/** What a receipt's signature covers beside the entry's place in the chain. */
export type ReceiptFacts = { readonly number: string; readonly at: string; readonly total: number };

export type EntryDraft<B extends Body> = {
  readonly actorId: string;
  readonly commandId: string;
  /** the exact `private` text kept beside the entry, its hash being in the body */
  readonly privateText?: string;
  readonly build: (head: EntryHead, place: EntryPlace) => B;
  readonly receiptOf?: (body: B) => ReceiptFacts;
};

/** An entry as written. `receiptSignature` is null where none is due or the key could not be used. */
export type Entry<B extends Body> = {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  readonly signed: boolean;
  readonly receiptSignature: string | null;
  readonly body: B;
};

/** A `private` text with the hash that stands in the body. */
export type Private = { readonly text: string; readonly hash: string };

/** The till's hash-chained, signed journal; every call belongs into the caller's transaction. */
export type Journal = {
  readonly write: <B extends Body>(db: WriteDb, draft: EntryDraft<B>) => Entry<B>;
  /** Vouches for unsigned entries if there are any and the key can be used again. */
  readonly restoreSigner: (db: WriteDb, actorId: string) => void;
  readonly privateOf: (fields: Readonly<Record<string, JsonValue>>) => Private;
};

export type JournalOptions = {
  readonly tillId: string;
  /** null while the key store does not give the keys: entries are chained but unsigned */
  readonly keys: () => TillKeys | null;
  readonly clock: TillClock;
  readonly random: RandomBytes;
  readonly newId: NewId;
};

const SALT_BYTES = 16;

export function createJournal(options: JournalOptions): Journal {
  const { newId } = options;

  const restoreSigner = (db: WriteDb, actorId: string): void => {
    if (signerOf(options, db) === null) return;
    const fromSeq = unsignedFrom(db);
    if (fromSeq === null) return;
    // Still within the outage, and vouched for with it: a month begins with no other entry.
    const reading = readClock(options, db);
    openMonth(options, db, { actorId, reading });
    const toSeq = journalHead(db)?.seq;
    if (toSeq === undefined) return;
    closeUnsignedRange(db);
    append(options, db, {
      actorId,
      reading,
      commandId: newId(),
      build: (head) => ({ v: 1, kind: "SIGNER_RESTORED", ...head, fromSeq, toSeq }),
    });
  };

  return {
    restoreSigner,
    privateOf: (fields) => {
      const salt = Buffer.from(options.random(SALT_BYTES)).toString("hex");
      const text = privateText(fields, salt);
      return { text, hash: sha256Hex(text) };
    },
    write: (db, draft) => {
      if (isTillClosed(db)) throw new AppError("TILL_CLOSED");
      restoreSigner(db, draft.actorId);
      const reading = readClock(options, db);
      openMonth(options, db, { actorId: draft.actorId, reading });
      return append(options, db, { ...draft, reading });
    },
  };
}

/** One reading for an entry and the month it may open: midnight must not fall between them. */
type Reading = ReturnType<TillClock["read"]>;

function readClock({ clock }: JournalOptions, db: WriteDb): Reading {
  return clock.read(journalHead(db)?.at ?? null);
}

/** The first entry in a WIB month names the months before it without an entry; never amid a shift. */
function openMonth(
  options: JournalOptions,
  db: WriteDb,
  { actorId, reading }: { readonly actorId: string; readonly reading: Reading },
): void {
  const { openedPeriod, turnover, reversals } = counter(db);
  const period = periodOf(reading.at);
  if (openedPeriod === null) {
    setOpenedPeriod(db, period);
    return;
  }
  if (period <= openedPeriod || reading.state === "DOUBTFUL" || openShift(db) !== null) return;
  setOpenedPeriod(db, period);
  append(options, db, {
    actorId,
    reading,
    commandId: options.newId(),
    build: (head) => ({
      v: 1,
      kind: "MONTH_NULL",
      ...head,
      period,
      skipped: skippedPeriods(openedPeriod, period, (between) => hasEntryIn(db, between)),
      turnover,
      reversals,
    }),
  });
}

/**
 * The keys, where they are those that the chain goes on with; null where it has others: a file and
 * keys of different times are no reason to sign what nobody could verify.
 */
function signerOf({ keys }: JournalOptions, db: WriteDb): TillKeys | null {
  const own = keys();
  return own !== null && own.keyId === signingKeyId(db) ? own : null;
}

function append<B extends Body>(
  options: JournalOptions,
  db: WriteDb,
  draft: EntryDraft<B> & { readonly reading: Reading },
): Entry<B> {
  const { tillId } = options;
  const keys = options.keys();
  // An outage lasts until SIGNER_RESTORED, though the keys be back.
  const signer = unsignedFrom(db) === null ? signerOf(options, db) : null;
  const before = journalHead(db);
  const { actorId, commandId, reading } = draft;
  const seq = (before?.seq ?? 0) + 1;
  const prevHash = before?.hash ?? genesisHash(sha256Hex, tillId);
  const at = instantText(reading.at);
  const body = draft.build(
    { at, clock: reading.state, actorId, commandId },
    { tillId, seq, prevHash },
  );
  const text = JSON.stringify(body);
  const hash = entryHash(sha256Hex, { tillId, seq, prevHash, body: text });
  const signature = signer === null ? "" : signText(signer, hashBytes(hash));
  const facts = signer === null ? undefined : draft.receiptOf?.(body);
  const receiptSignature =
    signer === null || facts === undefined
      ? null
      : signText(signer, Buffer.from(receiptText({ tillId, seq, hash, ...facts })));
  const privateSealed =
    draft.privateText === undefined || keys === null
      ? null
      : sealText(keys.dataKey, draft.privateText, options.random);
  const row = { seq, kind: body.kind, at: reading.at, prevHash, hash, signature };
  insertEntry(db, { ...row, receiptSignature, body: text, privateSealed });
  if (signer === null) openUnsignedRange(db, seq);
  return { seq, hash, at: reading.at, signed: signer !== null, receiptSignature, body };
}

function signText(keys: TillKeys, message: Uint8Array): string {
  return sign(null, message, keys.signingKey).toString("base64url");
}
