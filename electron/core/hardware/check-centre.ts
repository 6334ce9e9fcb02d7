import type { CoreCheck } from "../../../shared/contract/hardware.ts";

const TIMEOUT_MS = 4_000;

/** One small request to the centre, beside the till's own talk with it; nothing is told or taken. */
export async function checkCentre(
  centreUrl: string,
  monotonicMs: () => number,
): Promise<CoreCheck["centre"]> {
  const startMs = monotonicMs();
  try {
    const url = new URL("health", centreUrl.endsWith("/") ? centreUrl : `${centreUrl}/`);
    const response = await fetch(url, {
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    const roundTripMs = Math.round(monotonicMs() - startMs);
    return response.ok
      ? { roundTripMs, errorCode: null }
      : { roundTripMs: null, errorCode: "CENTRE_ERROR" };
  } catch {
    return { roundTripMs: null, errorCode: "CENTRE_UNREACHABLE" };
  }
}
