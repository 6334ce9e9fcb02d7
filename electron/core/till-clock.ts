import { DOUBT_MS, STEER_MS } from "../../shared/domain/clock.ts";
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
  /**
   * What a supervisor says the wall clock is off by, until the centre is heard. What was written up to
   * the newest entry, at `lastAt`, binds it no more. Gives the way back.
   */
  readonly set: (offsetMs: number, lastAt: number | null) => () => void;
  /** The wall clock jumped too far to be believed until the centre is heard or a person set it. */
  readonly doubt: () => void;
  /** The time minus the wall clock's, as far as known. */
  readonly offsetMs: () => number;
};

/** What the till's file remembers of time at a start. */
export type KnownTime = {
  /** what the wall clock was off by when the centre was last heard */
  readonly offsetMs: number | null;
  /** the latest instant among the newest entries, since a supervisor set the clock if one did */
  readonly latestAt: number | null;
  /** what a supervisor set the wall clock to be off by, while the centre was not heard since */
  readonly setOffsetMs: number | null;
  /** it jumped, and neither the centre nor a person said since what time it is */
  readonly doubted: boolean;
};

/** What the clock goes by now. */
type Hands = {
  anchor: { readonly centreTime: number; readonly monotonic: number } | null;
  offsetMs: number | null;
  setOffsetMs: number | null;
  doubted: boolean;
  latestAt: number | null;
  /** the instant that no longer counts because the clock was set after it */
  forgotten: number | null;
};

/**
 * `at` never falls on an entry that is not DOUBTFUL: a step back within the tolerance (2 s for a wall
 * clock, 5 minutes when the centre's time replaces it) holds the instant of the entry before. A wall
 * clock that was set back stays doubtful until it has caught up, the centre was heard, or a supervisor
 * said what time it is.
 */
export function createTillClock(clock: Clock, known: KnownTime): TillClock {
  const hands: Hands = { anchor: null, forgotten: null, ...known };
  return {
    read: (lastAt) => {
      const reading = now(clock, hands);
      return lastAt === null || lastAt === hands.forgotten
        ? reading
        : after(lastAt, reading, hands);
    },
    setCentreTime: (centreTime) => {
      const offsetMs = Math.round(centreTime - clock.wallMs());
      const anchor = { centreTime, monotonic: clock.monotonicMs() };
      Object.assign(hands, { anchor, offsetMs, setOffsetMs: null, doubted: false });
      return offsetMs;
    },
    set: (setOffsetMs, lastAt) => {
      const before = { ...hands };
      const set = { anchor: null, setOffsetMs, doubted: false };
      Object.assign(hands, { ...set, latestAt: null, forgotten: lastAt });
      return () => Object.assign(hands, before);
    },
    doubt: () => {
      hands.doubted = true;
    },
    offsetMs: () => hands.setOffsetMs ?? hands.offsetMs ?? 0,
  };
}

function now(clock: Clock, { anchor, offsetMs, setOffsetMs, doubted }: Hands): Reading {
  const wall = clock.wallMs();
  if (anchor === null) {
    const off = setOffsetMs === null && Math.abs(offsetMs ?? 0) > DOUBT_MS;
    return { at: wall + (setOffsetMs ?? 0), state: off || doubted ? "DOUBTFUL" : "WALL" };
  }
  const at = Math.round(anchor.centreTime + clock.monotonicMs() - anchor.monotonic);
  // Monotonic time may stand still while the machine sleeps; then the two clocks part.
  const parted = Math.abs(wall + (offsetMs ?? 0) - at) > DOUBT_MS;
  return { at, state: parted ? "DOUBTFUL" : "CENTRE" };
}

/** A reading for an entry that follows one of `lastAt`. */
function after(lastAt: number, reading: Reading, hands: Hands): Reading {
  const { at, state } = reading;
  const latestAt = Math.max(hands.latestAt ?? lastAt, lastAt);
  hands.latestAt = latestAt;
  if (state === "DOUBTFUL") return reading;
  const isCentre = state === "CENTRE";
  const backMs = (isCentre ? lastAt : latestAt) - at;
  if (backMs > (isCentre ? DOUBT_MS : STEER_MS)) return { at, state: "DOUBTFUL" };
  return { at: Math.max(at, lastAt), state };
}
