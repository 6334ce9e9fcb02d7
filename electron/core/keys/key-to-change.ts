import { z } from "zod";
import { KeyId } from "../../../shared/contract/primitives.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { signingKeyId } from "../db/stores/key-change.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "key-to-change";
const Stored = z.object({ keyId: KeyId.nullable() });

/** The key that the centre asks to be changed, as it said last; null: none. */
export function keyToChange(db: ReadDb): string | null {
  const stored = setting(db, NAME);
  return stored === null ? null : Stored.parse(JSON.parse(stored)).keyId;
}

export function saveKeyToChange(db: WriteDb, keyId: string | null): void {
  setSetting(db, NAME, JSON.stringify({ keyId }));
}

/** Whether the centre asks for another key than the one this till signs with now. */
export function isKeyAsked(db: ReadDb): boolean {
  const asked = keyToChange(db);
  return asked !== null && asked === signingKeyId(db);
}
