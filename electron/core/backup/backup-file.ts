import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { z } from "zod";
import { HashHex, InstantMs, Uuid } from "../../../shared/contract/primitives.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { RandomBytes } from "../adapters.ts";
import { placeDurably } from "../db/durable-file.ts";

/*
 * A backup: one line of JSON that says what it is, 16 bytes of salt, then the till's file in pieces,
 * each AES-256-GCM with its tag. Every backup has a key of its own, drawn from the salt and bound to
 * the first line; a piece's nonce counts the pieces and marks the last, so that none can be left out.
 */

const FORMAT = "belabeli-backup/1";
const SALT_BYTES = 16;
const PIECE_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const MOST_HEADER_BYTES = 4_096;

export const BACKUP_REASONS = ["DAILY", "SHIFT", "MIGRATION"] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** What a backup says of itself without a key; it is checked once the backup is opened. */
export const BackupHeader = z.strictObject({
  format: z.literal(FORMAT),
  at: InstantMs,
  reason: z.enum(BACKUP_REASONS),
  schemaVersion: z.int().min(1),
  tillId: Uuid.nullable(),
  /** the newest entry; seq 0 before the first */
  seq: z.int().min(0),
  hash: HashHex.nullable(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

type Key = { readonly backupKey: Uint8Array; readonly random: RandomBytes };

/** Seals `plain` into `target`, which is whole and durable on return, or not there. */
export function sealBackup(
  files: { readonly plain: string; readonly target: string },
  header: Omit<BackupHeader, "format">,
  { backupKey, random }: Key,
): void {
  const first = Buffer.from(`${JSON.stringify({ format: FORMAT, ...header })}\n`);
  const salt = random(SALT_BYTES);
  const written = `${files.target}.tmp`;
  const input = openSync(files.plain, "r");
  try {
    const output = openSync(written, "w", 0o600);
    try {
      writeWhole(output, first);
      writeWhole(output, salt);
      sealPieces(input, output, pieceKey(backupKey, salt, first));
    } finally {
      closeSync(output);
    }
    placeDurably(written, files.target);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  } finally {
    closeSync(input);
  }
}

/** What a backup says of itself. Fails with: BACKUP_MALFORMED. */
export function readBackupHeader(file: string): BackupHeader {
  const input = openSync(file, "r");
  try {
    return headerOf(input).header;
  } finally {
    closeSync(input);
  }
}

/**
 * Opens a backup into `target`, which is whole and durable on return, or not there.
 * Fails with: BACKUP_MALFORMED (not one, cut short or changed), BACKUP_KEY (sealed by another till).
 */
export function openBackup(file: string, target: string, backupKey: Uint8Array): BackupHeader {
  const input = openSync(file, "r");
  const written = `${target}.tmp`;
  try {
    const { header, first } = headerOf(input);
    const salt = readAt(input, first.length, SALT_BYTES);
    const output = openSync(written, "w", 0o600);
    try {
      const at = first.length + SALT_BYTES;
      openPieces(input, output, { at, key: pieceKey(backupKey, salt, first) });
    } finally {
      closeSync(output);
    }
    placeDurably(written, target);
    return header;
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  } finally {
    closeSync(input);
  }
}

function sealPieces(input: number, output: number, key: Uint8Array): void {
  const { size } = fstatSync(input);
  for (let at = 0, piece = 0; at < size; at += PIECE_BYTES, piece += 1) {
    const plain = readAt(input, at, Math.min(PIECE_BYTES, size - at));
    const nonce = nonceOf(piece, at + PIECE_BYTES >= size);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    writeWhole(output, Buffer.concat([cipher.update(plain), cipher.final()]));
    writeWhole(output, cipher.getAuthTag());
  }
}

function openPieces(
  input: number,
  output: number,
  by: { readonly at: number; readonly key: Uint8Array },
): void {
  const { size } = fstatSync(input);
  const whole = PIECE_BYTES + TAG_BYTES;
  if (size - by.at <= TAG_BYTES) throw new AppError("BACKUP_MALFORMED");
  for (let at = by.at, piece = 0; at < size; at += whole, piece += 1) {
    const sealed = readAt(input, at, Math.min(whole, size - at));
    const nonce = nonceOf(piece, at + whole >= size);
    const plain = openPiece(sealed, by.key, nonce);
    // A wrong key shows on the first piece; after it, a piece that does not open was changed.
    if (plain === null) throw new AppError(piece === 0 ? "BACKUP_KEY" : "BACKUP_MALFORMED");
    writeWhole(output, plain);
  }
}

function openPiece(sealed: Buffer, key: Uint8Array, nonce: Uint8Array): Buffer | null {
  const tagAt = sealed.length - TAG_BYTES;
  if (tagAt < 0) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, tagAt)), decipher.final()]);
  } catch {
    return null;
  }
}

function headerOf(input: number): { readonly header: BackupHeader; readonly first: Buffer } {
  const { size } = fstatSync(input);
  const start = readAt(input, 0, Math.min(MOST_HEADER_BYTES, size));
  const end = start.indexOf(10);
  const first = start.subarray(0, end + 1);
  if (end < 0) throw new AppError("BACKUP_MALFORMED");
  try {
    return { header: BackupHeader.parse(JSON.parse(first.toString("utf8"))), first };
  } catch (cause) {
    throw new AppError("BACKUP_MALFORMED", { cause });
  }
}

function pieceKey(backupKey: Uint8Array, salt: Uint8Array, first: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", backupKey, salt, first.subarray(0, 1_024), 32));
}

function nonceOf(piece: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 0);
  nonce.writeUInt32BE(piece, 8);
  return nonce;
}

/** A disk that is all but full takes a part and says so only by the count. */
function writeWhole(output: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(output, bytes, at);
}

function readAt(input: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(input, bytes, 0, length, at) !== length) throw new AppError("BACKUP_MALFORMED");
  return bytes;
}
