/** Why there is no picture. */
export type CameraError = "DENIED" | "NONE" | "BUSY" | "GONE" | "FAILED";

const NAMES: readonly [pattern: RegExp, error: CameraError][] = [
  [/NotAllowed|Permission|SecurityError/i, "DENIED"],
  [/NotFound|Overconstrained|DevicesNotFound/i, "NONE"],
  [/NotReadable|TrackStart|AbortError/i, "BUSY"],
];

/** Names whatever a camera failed with: an exception, or the text the library throws instead. */
export function cameraErrorOf(thrown: unknown): CameraError {
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return NAMES.find(([pattern]) => pattern.test(text))?.[1] ?? "FAILED";
}
