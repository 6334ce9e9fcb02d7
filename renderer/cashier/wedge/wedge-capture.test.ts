import { describe, expect, it } from "vitest";
import { CARD_PREFIX } from "../../../shared/domain/card.ts";
import { captureScans, type PageKey, type WedgePage } from "./wedge-capture.ts";

const CARD = CARD_PREFIX + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".repeat(5).slice(0, 144);

/** A page with one text field and one button, and a clock that only moves when told. */
function testPage() {
  const downs: ((key: PageKey) => void)[] = [];
  const ups: ((key: PageKey) => void)[] = [];
  const timers = new Map<number, { dueMs: number; run: () => void }>();
  let [nowMs, lastTimer] = [5_000, 0];
  const seen = { field: "", clicks: 0, focus: "field" as "field" | "button" };
  const page: WedgePage = {
    onKeyDown: (listener) => {
      downs.push(listener);
      return () => downs.splice(0);
    },
    onKeyUp: (listener) => {
      ups.push(listener);
      return () => ups.splice(0);
    },
    mark: () => {
      const before = seen.field;
      return seen.focus === "field" ? () => (seen.field = before) : null;
    },
    insert: (text) => {
      seen.field += text;
    },
    later: (run, delayMs) => {
      const id = ++lastTimer;
      timers.set(id, { dueMs: nowMs + delayMs, run });
      return () => timers.delete(id);
    },
  };
  const pass = (ms: number): void => {
    nowMs += ms;
    for (const [id, timer] of [...timers].filter(([, { dueMs }]) => dueMs <= nowMs)) {
      timers.delete(id);
      timer.run();
    }
  };
  const press = (code: string, key: string, atMs = nowMs): void => {
    let taken = false;
    const event: PageKey = {
      code,
      key,
      shift: /^[A-Z]$/.test(key),
      ctrl: false,
      alt: false,
      meta: false,
      capsLock: false,
      repeat: false,
      atMs,
      numericField: false,
      swallow: () => {
        taken = true;
      },
    };
    for (const listener of downs) listener(event);
    if (taken) return;
    if (seen.focus === "field" && key.length === 1) seen.field += key;
    if (seen.focus === "button" && key === "Enter") seen.clicks += 1;
  };
  const scan = (text: string, gapMs: number): void => {
    for (const char of text) {
      pass(gapMs);
      press(/\d/.test(char) ? `Digit${char}` : `Key${char.toUpperCase()}`, char);
    }
    pass(gapMs);
    press("Enter", "Enter");
  };
  return { page, seen, pass, press, scan, now: () => nowMs };
}

describe("the capture on a page", () => {
  it("empties a focused field of a burst again and keeps what stood there", () => {
    const { page, seen, scan } = testPage();
    const scans: string[] = [];
    captureScans(page, (text) => scans.push(text));
    seen.field = "kopi";
    scan(CARD, 16);
    expect({ scans, field: seen.field }).toEqual({ scans: [CARD], field: "kopi" });
  });

  it("keeps the scanner's Enter off a focused Pay button", () => {
    const { page, seen, scan, pass, press } = testPage();
    const scans: string[] = [];
    captureScans(page, (text) => scans.push(text));
    seen.focus = "button";
    scan("8991234567895", 20);
    expect({ scans, clicks: seen.clicks }).toEqual({ scans: ["8991234567895"], clicks: 0 });
    pass(800);
    press("Enter", "Enter");
    expect(seen.clicks).toBe(1);
  });

  it("ends a code without suffix by silence", () => {
    const { page, pass, press } = testPage();
    const scans: string[] = [];
    captureScans(page, (text) => scans.push(text));
    for (const char of CARD) {
      pass(16);
      press(/\d/.test(char) ? `Digit${char}` : `Key${char}`, char);
    }
    pass(399);
    expect(scans).toEqual([]);
    pass(1);
    pass(0);
    expect(scans).toEqual([CARD]);
  });

  it("judges by the keys' own time when the page was busy", () => {
    const { page, seen, pass, press, now } = testPage();
    const scans: string[] = [];
    captureScans(page, (text) => scans.push(text));
    const startMs = now();
    const chars = [..."asdfghjkl"];
    pass(2_000);
    for (const [index, char] of chars.entries()) {
      press(`Key${char.toUpperCase()}`, char, startMs + index * 185);
    }
    expect({ scans, field: seen.field }).toEqual({ scans: [], field: "asdfghjkl" });
  });

  it("stops listening when told", () => {
    const { page, scan } = testPage();
    const scans: string[] = [];
    captureScans(page, (text) => scans.push(text))();
    scan(CARD, 16);
    expect(scans).toEqual([]);
  });
});
