import type { TillRow } from "../../../shared/contract/centre-api.ts";
import type { Tone } from "../ui/state-word.tsx";
import { agoText } from "../ui/time-words.ts";

// A till asks for news every quarter minute, and at least every minute on a bad line.
const SILENT_AFTER_MS = 5 * 60_000;
const LONG_SILENT_AFTER_MS = 24 * 60 * 60_000;

/** How a till stands, in words, and how that is to be taken. */
export type TillStanding = { readonly tone: Tone; readonly word: string };

/** Reads a till's row at a moment: an alarm first, then how long it has been silent. */
export function tillStanding(till: TillRow, nowMs: number): TillStanding {
  if (till.state === "REVOKED") return { tone: "plain", word: "Izin dicabut" };
  if (till.alarm === "FORK") return { tone: "bad", word: "Dua riwayat jurnal berbeda" };
  if (till.alarm === "CORRUPT") return { tone: "bad", word: "Kiriman jurnal rusak" };
  if (till.isClosed) return { tone: "plain", word: "Ditutup" };
  if (till.lastHeardAt === null) return { tone: "waiting", word: "Belum pernah terhubung" };
  const silentMs = nowMs - till.lastHeardAt;
  const ago = agoText(till.lastHeardAt, nowMs);
  if (silentMs > LONG_SILENT_AFTER_MS) return { tone: "bad", word: `Diam, terakhir ${ago}` };
  if (silentMs > SILENT_AFTER_MS) return { tone: "waiting", word: `Diam, terakhir ${ago}` };
  return { tone: "good", word: `Terhubung, ${ago}` };
}
