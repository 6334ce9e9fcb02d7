import { describe, expect, test } from "vitest";
import { createTillClock } from "./till-clock.ts";

const NOON = Date.UTC(2026, 10, 22, 5, 0, 0);
const MINUTE_MS = 60_000;

function machine(offsetMs: number | null = null, latestAt: number | null = null) {
  const hands = { wall: NOON, monotonic: 1_000 };
  const clock = createTillClock(
    { wallMs: () => hands.wall, monotonicMs: () => hands.monotonic },
    { offsetMs, latestAt, setOffsetMs: null, doubted: false },
  );
  const pass = (ms: number): void => {
    hands.wall += ms;
    hands.monotonic += ms;
  };
  return { hands, clock, pass };
}

describe("before the centre was heard", () => {
  test("the wall clock is taken, and said to be one", () => {
    const { clock } = machine();
    expect(clock.read(null)).toEqual({ at: NOON, state: "WALL" });
  });

  test("a wall clock that stood more than 5 minutes off the last time is doubtful", () => {
    expect(machine(6 * MINUTE_MS).clock.read(null).state).toBe("DOUBTFUL");
    expect(machine(-4 * MINUTE_MS).clock.read(null).state).toBe("WALL");
  });

  test("a clock set back behind the last entry is doubtful", () => {
    const { clock } = machine();
    expect(clock.read(NOON + MINUTE_MS)).toEqual({ at: NOON, state: "DOUBTFUL" });
  });

  test("it stays doubtful on the entries after, and over a restart, until it has caught up", () => {
    const { clock, pass } = machine();
    clock.read(NOON + MINUTE_MS);
    expect(clock.read(NOON).state).toBe("DOUBTFUL");
    expect(machine(null, NOON + MINUTE_MS).clock.read(NOON).state).toBe("DOUBTFUL");
    pass(MINUTE_MS);
    expect(clock.read(NOON).state).toBe("WALL");
  });

  test("a clock steered back by a second holds the instant of the last entry", () => {
    const { clock } = machine();
    expect(clock.read(NOON + 1_000)).toEqual({ at: NOON + 1_000, state: "WALL" });
  });
});

describe("after the centre was heard", () => {
  test("its time goes on by monotonic time, whatever the wall clock says", () => {
    const { clock, pass, hands } = machine();
    expect(clock.setCentreTime(NOON + 3 * MINUTE_MS)).toBe(3 * MINUTE_MS);
    pass(10_000);
    hands.wall -= 2 * MINUTE_MS;
    expect(clock.read(null)).toEqual({ at: NOON + 3 * MINUTE_MS + 10_000, state: "CENTRE" });
  });

  test("a jump of the wall clock beyond 5 minutes, or a sleep, makes it doubtful until heard again", () => {
    const { clock, hands } = machine();
    clock.setCentreTime(NOON);
    hands.wall += 8 * 60 * MINUTE_MS;
    expect(clock.read(null).state).toBe("DOUBTFUL");
    clock.setCentreTime(NOON + 8 * 60 * MINUTE_MS);
    expect(clock.read(null)).toEqual({ at: NOON + 8 * 60 * MINUTE_MS, state: "CENTRE" });
  });

  test("entries written by a wall clock up to 5 minutes ahead do not make it doubtful", () => {
    const { clock } = machine();
    clock.setCentreTime(NOON - 4 * MINUTE_MS);
    expect(clock.read(NOON)).toEqual({ at: NOON, state: "CENTRE" });
    expect(clock.read(NOON + 2 * MINUTE_MS).state).toBe("DOUBTFUL");
  });

  test("an entry written far in the future is doubted once, not for ever", () => {
    const { clock } = machine();
    clock.read(NOON + 1_000_000 * MINUTE_MS);
    clock.setCentreTime(NOON);
    expect(clock.read(NOON + 1_000_000 * MINUTE_MS)).toEqual({ at: NOON, state: "DOUBTFUL" });
    expect(clock.read(NOON)).toEqual({ at: NOON, state: "CENTRE" });
  });
});

describe("a clock that a supervisor set", () => {
  test("is believed, on the entry that says so and after, however late the entries before are", () => {
    const { clock, pass } = machine(null, NOON + 1_000 * MINUTE_MS);
    const lastAt = NOON + 1_000 * MINUTE_MS;
    expect(clock.read(lastAt).state).toBe("DOUBTFUL");
    clock.set(MINUTE_MS, lastAt);
    expect(clock.read(lastAt)).toEqual({ at: NOON + MINUTE_MS, state: "WALL" });
    pass(1_000);
    const next = { at: NOON + MINUTE_MS + 1_000, state: "WALL" };
    expect(clock.read(NOON + MINUTE_MS)).toEqual(next);
    expect(clock.offsetMs()).toBe(MINUTE_MS);
  });

  test("is doubted again when it falls back, and gives way to the centre", () => {
    const { clock, hands } = machine(6 * MINUTE_MS);
    clock.set(0, null);
    hands.wall -= MINUTE_MS;
    expect(clock.read(NOON).state).toBe("DOUBTFUL");
    clock.setCentreTime(NOON + 6 * MINUTE_MS);
    expect(clock.read(NOON)).toEqual({ at: NOON + 6 * MINUTE_MS, state: "CENTRE" });
  });

  test("is doubted once it was found to have jumped, until it is set again or the centre is heard", () => {
    const { clock } = machine();
    clock.set(0, null);
    clock.doubt();
    expect(clock.read(null).state).toBe("DOUBTFUL");
    clock.set(0, null);
    expect(clock.read(null).state).toBe("WALL");
    clock.doubt();
    clock.setCentreTime(NOON);
    expect(clock.read(null).state).toBe("CENTRE");
  });

  test("is as it was when its entry came to nothing", () => {
    const { clock } = machine(6 * MINUTE_MS);
    clock.set(5, null)();
    expect(clock.read(null)).toEqual({ at: NOON, state: "DOUBTFUL" });
  });
});
