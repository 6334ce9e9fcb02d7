import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** Between two keys of a usual USB scanner. */
const KEY_GAP_MS = 12;
const SHIFT = 8;
const SHIFT_KEY = { key: "Shift", code: "ShiftLeft", windowsVirtualKeyCode: 16 };
const ENTER_KEY = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
/** Keys beside letters and digits, and whether they want Shift. */
const MARKS: Readonly<Record<string, readonly [code: string, shifted: boolean]>> = {
  " ": ["Space", false],
  "]": ["BracketRight", false],
  ";": ["Semicolon", false],
  "-": ["Minus", false],
  ".": ["Period", false],
  "/": ["Slash", false],
  ":": ["Semicolon", true],
};

type Key = { key: string; code: string; windowsVirtualKeyCode: number; text: string };
type KeyEvent = {
  type: "keyDown" | "keyUp";
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
  modifiers: number;
  text?: string;
};

/**
 * Types a code as a wedge scanner does: real key events at an even pace, Shift around capitals. A
 * scanner waits for nobody, while this process may be held up: so each event carries the moment at
 * which the scanner sends it, and a busy machine cannot tear a code apart. No Enter yet.
 */
export async function typeAsWedge(page: Page, text: string): Promise<void> {
  await sendKeys(page, [...text].flatMap(pressesOf), KEY_GAP_MS);
}

/** Scans a code whole, at a usual scanner's pace or another: its keys, then the scanner's Enter. */
export async function scanWithWedge(page: Page, text: string, gapMs = KEY_GAP_MS): Promise<void> {
  await sendKeys(page, [...[...text].flatMap(pressesOf), press(ENTER_KEY, 0)], gapMs);
}

/**
 * Scans a code whole, each key sent at its moment, for those who measure: the page has the time
 * between two keys that it has in a gallery.
 */
export async function scanInTime(page: Page, text: string, gapMs = KEY_GAP_MS): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  let atMs = performance.now();
  for (const events of [...[...text].flatMap(pressesOf), press(ENTER_KEY, 0)]) {
    atMs += gapMs;
    await wait(Math.max(0, atMs - performance.now()));
    const timestamp = (performance.timeOrigin + atMs) / 1_000;
    for (const event of events) {
      sent.push(session.send("Input.dispatchKeyEvent", { ...event, timestamp }));
    }
  }
  await Promise.all(sent);
  await session.detach();
}

async function sendKeys(
  page: Page,
  presses: readonly (readonly KeyEvent[])[],
  gapMs: number,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // The scanner takes its time first, so that its keys lie after whatever was typed before.
  await wait(presses.length * gapMs);
  const firstMs = Date.now() - presses.length * gapMs;
  const sent = presses.flatMap((events, index) => {
    const timestamp = (firstMs + index * gapMs) / 1_000;
    return events.map((event) => session.send("Input.dispatchKeyEvent", { ...event, timestamp }));
  });
  await Promise.all(sent);
  await session.detach();
}

function pressesOf(char: string): (readonly KeyEvent[])[] {
  const key = keyOf(char);
  if (!/^[A-Z]$/.test(char) && MARKS[char]?.[1] !== true) return [press(key, 0)];
  return [
    [
      { type: "keyDown", ...SHIFT_KEY, modifiers: SHIFT },
      ...press(key, SHIFT),
      { type: "keyUp", ...SHIFT_KEY, modifiers: 0 },
    ],
  ];
}

function press(key: Key, modifiers: number): readonly KeyEvent[] {
  const { text, ...up } = key;
  return [
    { type: "keyDown", ...up, text, modifiers },
    { type: "keyUp", ...up, modifiers },
  ];
}

/** The key of a US keyboard, which scanners pretend to be. */
function keyOf(char: string): Key {
  const upper = char.toUpperCase();
  const code = /^[A-Z]$/.test(upper)
    ? `Key${upper}`
    : /^\d$/.test(char)
      ? `Digit${char}`
      : MARKS[char]?.[0];
  if (code === undefined) throw new RangeError(`no scanner key for ${JSON.stringify(char)}`);
  return { key: char, code, windowsVirtualKeyCode: upper.charCodeAt(0), text: char };
}
