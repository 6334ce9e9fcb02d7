import { describe, expect, it } from "vitest";
import { CARD_PREFIX, CARD_TEXT_LENGTH } from "../../../shared/domain/card.ts";
import { MAX_SCAN_LENGTH } from "../../../shared/domain/scan.ts";
import { type WedgeKey, wedgeKeyOf } from "./wedge-key.ts";
import { silenceMs, WEDGE_IDLE, type WedgeState, wedgeKey, wedgeSilence } from "./wedge-machine.ts";

const CARD = CARD_PREFIX + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".repeat(5).slice(0, 144);
const ENTER: WedgeKey = { kind: "suffix" };
const F9: WedgeKey = { kind: "other" };

type Stroke = { readonly key: WedgeKey; readonly gapMs: number };

/** Strokes of a text at the given gaps; the last gap repeats. */
function typed(text: string, ...gapsMs: readonly number[]): Stroke[] {
  return [...text].map((char, index) => ({
    key: { kind: "char", char },
    gapMs: gapsMs[Math.min(index, gapsMs.length - 1)] ?? 0,
  }));
}

function then(key: WedgeKey, gapMs: number): Stroke {
  return { key, gapMs };
}

/** Plays strokes and silences as the page would; `field` is what a focused text field ends up with. */
function play(
  strokes: readonly Stroke[],
  numericField = false,
): { scans: string[]; field: string; passed: number } {
  let state: WedgeState = WEDGE_IDLE;
  let [atMs, field, passed] = [1_000, "", 0];
  const scans: string[] = [];
  const take = (step: ReturnType<typeof wedgeKey>): void => {
    state = step.state;
    if (step.takeBack > 0) field = field.slice(0, -step.takeBack);
    field += step.giveBack;
    if (step.scanned !== null) scans.push(step.scanned);
  };
  for (const { key, gapMs } of strokes) {
    const silence = silenceMs(state);
    if (silence !== null && gapMs > silence) take(wedgeSilence(state));
    atMs += gapMs;
    const step = wedgeKey(state, key, { atMs, numericField });
    take(step);
    if (!step.swallow && key.kind === "char") field += key.char;
    if (!step.swallow && key.kind === "suffix") passed += 1;
  }
  take(wedgeSilence(state));
  return { scans, field, passed };
}

describe("a card from a wedge scanner", () => {
  it("is one scan at 16 ms a key, and neither its characters nor its Enter reach the page", () => {
    expect(play([...typed(CARD, 500, 16), then(ENTER, 16)])).toEqual({
      scans: [CARD],
      field: "",
      passed: 0,
    });
    expect(CARD).toHaveLength(CARD_TEXT_LENGTH);
  });

  it("is read from a slow scanner that types 80 ms a key", () => {
    expect(play([...typed(CARD, 500, 80), then(ENTER, 80)])).toEqual({
      scans: [CARD],
      field: "",
      passed: 0,
    });
  });

  it("survives a pause of 390 ms in the middle", () => {
    const pause = [...typed(CARD.slice(0, 60), 16), ...typed(CARD.slice(60), 390, 16)];
    expect(play([...pause, then(ENTER, 16)]).scans).toEqual([CARD]);
  });

  it("ends by silence when the scanner sends no suffix", () => {
    expect(play(typed(CARD, 16))).toEqual({ scans: [CARD], field: "", passed: 0 });
  });

  it("loses the AIM id before it, at a fast and at a slow pace", () => {
    expect(play([...typed(`]Q1${CARD}`, 12), then(ENTER, 12)]).scans).toEqual([CARD]);
    const slow = play([...typed(`]Q1${CARD}`, 80), then(ENTER, 80)]);
    expect(slow).toEqual({ scans: [CARD], field: "", passed: 0 });
  });

  it("is upper case again when Caps Lock turned it over", () => {
    expect(play([...typed(CARD.toLowerCase(), 16), then(ENTER, 16)]).scans).toEqual([CARD]);
  });

  it("leaves what the person had typed before it", () => {
    const strokes = [...typed("kopi", 180), ...typed(CARD, 300, 16), then(ENTER, 16)];
    expect(play(strokes)).toEqual({ scans: [CARD], field: "kopi", passed: 0 });
  });

  it("comes out twice when scanned twice, with CR and LF after each", () => {
    const once = [...typed(CARD, 400, 16), then(ENTER, 16), then(ENTER, 8)];
    expect(play([...once, ...once])).toEqual({ scans: [CARD, CARD], field: "", passed: 0 });
  });

  it("cut short is still handed on, for the core to name what is wrong with it", () => {
    expect(play([...typed(CARD.slice(0, 40), 16), then(ENTER, 16)]).scans).toEqual([
      CARD.slice(0, 40),
    ]);
  });

  it("ends when another key interrupts it", () => {
    expect(play([...typed(CARD, 16), then(F9, 30)]).scans).toEqual([CARD]);
  });
});

describe("a product's bar code", () => {
  it("is a scan by its pace", () => {
    expect(play([...typed("8991234567895", 500, 20), then(ENTER, 20)])).toEqual({
      scans: ["8991234567895"],
      field: "",
      passed: 0,
    });
  });

  it("may hold letters and signs", () => {
    expect(play([...typed("MGA-0001", 500, 9), then(ENTER, 9)]).scans).toEqual(["MGA-0001"]);
  });

  it("is a scan without a suffix when it is all digits", () => {
    expect(play(typed("8991234567895", 20)).scans).toEqual(["8991234567895"]);
  });

  it("is read from a slow scanner when it is all digits", () => {
    expect(play([...typed("8991234567895", 500, 85), then(ENTER, 85)])).toEqual({
      scans: ["8991234567895"],
      field: "",
      passed: 0,
    });
  });

  it("loses the AIM id before it at a slow pace too", () => {
    const slow = play([...typed("]E08991234567895", 80), then(ENTER, 80)]);
    expect(slow).toEqual({ scans: ["8991234567895"], field: "", passed: 0 });
  });

  it("keeps its first character when the scanner stumbles after it", () => {
    expect(play([...typed("8991234567895", 500, 114, 12), then(ENTER, 12)]).scans).toEqual([
      "8991234567895",
    ]);
  });

  it("is whole or not at all when the scanner stumbles twice", () => {
    const stumbling = typed("8991234567895", 500, 198, 147, 40);
    expect(play([...stumbling, then(ENTER, 40)])).toEqual({
      scans: ["8991234567895"],
      field: "",
      passed: 0,
    });
    const word = typed("MGA-0001", 500, 240, 240, 40);
    expect(play([...word, then(ENTER, 40)])).toEqual({ scans: [], field: "MGA-0001", passed: 1 });
  });

  it("is not read from five characters", () => {
    expect(play([...typed("12345", 20), then(ENTER, 20)])).toEqual({
      scans: [],
      field: "12345",
      passed: 1,
    });
  });
});

describe("a person at the keyboard", () => {
  it("types at their own pace into the field, and their Enter arrives", () => {
    expect(play([...typed("bawang goreng", 120), then(ENTER, 200)])).toEqual({
      scans: [],
      field: "bawang goreng",
      passed: 1,
    });
  });

  it("types a long number at a fast hand's pace into the field", () => {
    expect(play([...typed("198503152010011991", 160), then(ENTER, 160)])).toMatchObject({
      scans: [],
      field: "198503152010011991",
    });
  });

  it("gets back what a roll of the fingers had put aside", () => {
    const roll = play(typed("asdfghjk", 22));
    expect(roll).toEqual({ scans: [], field: "asdfghjk", passed: 0 });
    const rollThenEnter = play([...typed("asdfghjk", 22), then(ENTER, 180)]);
    expect(rollThenEnter).toEqual({ scans: [], field: "asdfghjk", passed: 1 });
  });

  it("keeps an amount typed with the triple-zero key", () => {
    const million = typed("1000000", 400, 130, 6, 6, 130, 6, 6);
    expect(play([...million, then(ENTER, 220)], true)).toEqual({
      scans: [],
      field: "1000000",
      passed: 1,
    });
  });

  it("may type an amount as fast as a machine where money is asked for", () => {
    expect(play([...typed("100000", 3), then(ENTER, 3)], true)).toEqual({
      scans: [],
      field: "100000",
      passed: 1,
    });
    expect(play([...typed("8991234567895", 3), then(ENTER, 3)], true).scans).toHaveLength(1);
  });

  it("may even type the card's prefix", () => {
    expect(play(typed("bbasn1 kopi", 110))).toEqual({ scans: [], field: "bbasn1 kopi", passed: 0 });
  });
});

describe("noise", () => {
  it("of 400 characters is one text for the core to refuse, and none of it reaches the page", () => {
    const noise = "k7;/x".repeat(80);
    expect(play([...typed(noise, 7), then(ENTER, 7)])).toEqual({
      scans: [noise],
      field: "",
      passed: 0,
    });
  });

  it("without an end is kept only so far as the core can tell that it is too long", () => {
    const [text] = play([...typed("9".repeat(5_000), 4), then(ENTER, 4)]).scans;
    expect(text?.length).toBeGreaterThan(MAX_SCAN_LENGTH);
    expect(text?.length).toBeLessThan(1_200);
  });
});

describe("a key's position", () => {
  const press = {
    code: "KeyB",
    key: "B",
    shift: true,
    ctrl: false,
    alt: false,
    meta: false,
    capsLock: false,
    repeat: false,
  };
  const charOf = (over: Partial<typeof press>): unknown => wedgeKeyOf({ ...press, ...over });

  it("tells the character whatever Caps Lock and the layout make of it", () => {
    expect(charOf({ capsLock: true, key: "b" })).toEqual({ kind: "char", char: "B" });
    expect(charOf({ capsLock: true, key: "B", shift: false })).toEqual({ kind: "char", char: "b" });
    expect(charOf({ code: "Semicolon", key: "ö", shift: true })).toEqual({
      kind: "char",
      char: ":",
    });
    expect(charOf({ code: "KeyY", key: "z", shift: false })).toEqual({ kind: "char", char: "y" });
  });

  it("reads Enter, Tab, Ctrl+M and Ctrl+J as the end of a code", () => {
    expect(charOf({ code: "NumpadEnter", key: "Enter" })).toEqual({ kind: "suffix" });
    expect(charOf({ code: "Tab", key: "Tab" })).toEqual({ kind: "suffix" });
    expect(charOf({ code: "KeyM", key: "m", ctrl: true })).toEqual({ kind: "suffix" });
    expect(charOf({ code: "KeyJ", key: "j", ctrl: true })).toEqual({ kind: "suffix" });
  });

  it("takes a held key, a shortcut and a function key for no character", () => {
    expect(charOf({ repeat: true })).toEqual({ kind: "other" });
    expect(charOf({ ctrl: true })).toEqual({ kind: "other" });
    expect(charOf({ code: "F9", key: "F9" })).toEqual({ kind: "other" });
    expect(charOf({ code: "ShiftLeft", key: "Shift" })).toEqual({ kind: "modifier" });
  });
});
