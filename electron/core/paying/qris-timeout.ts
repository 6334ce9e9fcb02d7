import { z } from "zod";
import { QRIS_TIMEOUT_MINUTES, type QrisTimeoutMinutes } from "../../../shared/domain/setting.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import { setSetting, setting } from "../db/stores/setting.ts";

const NAME = "qris-timeout";
const DEFAULT_MINUTES = 5;
const Stored = z.literal(QRIS_TIMEOUT_MINUTES);

/** How many minutes a code is shown before it must be made anew; one shown already keeps its time. */
export function qrisTimeoutMinutes(db: ReadDb): QrisTimeoutMinutes {
  const stored = setting(db, NAME);
  return stored === null ? DEFAULT_MINUTES : Stored.parse(JSON.parse(stored));
}

export function saveQrisTimeout(db: WriteDb, minutes: QrisTimeoutMinutes): void {
  setSetting(db, NAME, JSON.stringify(minutes));
}
