const TRUSTED_MS = 5 * 60_000;

/** How far a till's clock is from the centre's, in words; up to five minutes is told as right. */
export function clockWord(driftMs: number | null): string {
  if (driftMs === null) return "belum diketahui";
  if (Math.abs(driftMs) <= TRUSTED_MS) return "tepat";
  const minutes = Math.round(Math.abs(driftMs) / 60_000);
  const size = minutes < 120 ? `${minutes} menit` : `${Math.round(minutes / 60)} jam`;
  return driftMs > 0 ? `${size} terlalu cepat` : `${size} terlambat`;
}
