import type { Clock } from "./adapters.ts";

export type ClockState = "CENTRE" | "WALL" | "DOUBTFUL";

/** An instant for an entry, and how far it can be trusted. */
export type Reading = { readonly at: number; readonly state: ClockState };

/** The till's clock: the centre's time carried on by monotonic time, else the wall clock's. */
export type TillClock = {
  /** For an entry that follows one of `lastAt`, the instant of the newest entry. */
  readonly read: (lastAt: number | null) => Reading;
  /** The centre's signed time, as of now; gives the offset of the wall clock to keep. */
  readonly setCentreTime: (centreTime: number) => number;
  /** The centre's time minus the wall clock's, as far as known. */
  readonly offsetMs: () => number;
};

/** More than this off is doubtful. */
const DOUBT_MS = 5 * 60_000;
/** A wall clock that is being steered may step back this much; the entry keeps the instant before. */
const STEER_MS = 2_000;

/** What the till's file remembers of time at a start. */
export type KnownTime = {
  /** what the wall clock was off by when the centre was last heard */
  readonly offsetMs: number | null;
  /** the latest instant among the newest entries */
  readonly latestAt: number | null;
};

/**
 * `at` never falls on an entry that is not DOUBTFUL: a step back within the tolerance (2 s for a wall
 * clock, 5 minutes when the centre's time replaces it) holds the instant of the entry before. A wall
 * clock that was set back stays doubtful until it has caught up or the centre was heard.
 */
export function createTillClock(clock: Clock, known: KnownTime): TillClock {
  let anchor: { readonly centreTime: number; readonly monotonic: number } | null = null;
  let { offsetMs, latestAt } = known;

  const now = (): Reading => {
    const wall = clock.wallMs();
    if (anchor === null) {
      const off = Math.abs(offsetMs ?? 0) > DOUBT_MS;
      return { at: wall, state: off ? "DOUBTFUL" : "WALL" };
    }
    const at = Math.round(anchor.centreTime + clock.monotonicMs() - anchor.monotonic);
    // Monotonic time may stand still while the machine sleeps; then the two clocks part.
    const parted = Math.abs(wall + (offsetMs ?? 0) - at) > DOUBT_MS;
    return { at, state: parted ? "DOUBTFUL" : "CENTRE" };
  };

  return {
    read: (lastAt) => {
      const reading = now();
      if (lastAt === null) return reading;
      latestAt = Math.max(latestAt ?? lastAt, lastAt);
      if (reading.state === "DOUBTFUL") return reading;
      const isCentre = reading.state === "CENTRE";
      const backMs = (isCentre ? lastAt : latestAt) - reading.at;
      if (backMs > (isCentre ? DOUBT_MS : STEER_MS)) return { at: reading.at, state: "DOUBTFUL" };
      return { at: Math.max(reading.at, lastAt), state: reading.state };
    },
    setCentreTime: (centreTime) => {
      anchor = { centreTime, monotonic: clock.monotonicMs() };
      offsetMs = Math.round(centreTime - clock.wallMs());
      return offsetMs;
    },
    offsetMs: () => offsetMs ?? 0,
  };
}
