import type { ReadDb, WriteDb } from "../database.ts";
import { setSetting, setting } from "./setting.ts";

/** The text of the merchant's static QRIS code, or null while none is set. */
export function merchantCode(db: ReadDb): string | null {
  const stored = setting(db, "qris");
  return stored === null || stored === "" ? null : stored;
}

/** Keeps the merchant's code; null takes it away. */
export function saveMerchantCode(db: WriteDb, payload: string | null): void {
  setSetting(db, "qris", payload ?? "");
}
