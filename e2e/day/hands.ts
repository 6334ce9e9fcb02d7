import { setTimeout as wait } from "node:timers/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { typeByHand } from "../support/cashier-page.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** A quick scanner; the usual one is four times slower. */
const KEY_GAP_MS = 3;
/** No code is so short, so these are a person's typing at any pace. */
const SHORT = 5;
const FARTHEST = 80;
/** Nobody moves a hand from the keys to the scanner faster; keys nearer to a code are part of it. */
const TO_SCANNER_MS = 300;

/** What a cashier has beside the drawer: a keyboard and a scanner, and no mouse. */
export type Hands = {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  /** Types on the number pad, as fast as fingers know it. */
  digits(text: string | number): Promise<void>;
  /** Types words at a person's pace. */
  words(text: string): Promise<void>;
  scan(text: string): Promise<void>;
  /** Types so many pieces, then scans what they are of. */
  scanMany(pieces: number, text: string): Promise<void>;
  /** Presses Tab, or another key, until this has the focus. */
  reach(target: Locator, key?: string): Promise<void>;
  /** Goes to a button and presses it. */
  use(button: Locator): Promise<void>;
  /** Goes to a group of radio buttons and down to the one whose name begins so. */
  choose(group: Locator, name: string): Promise<void>;
};

/** Hands on a window; everything they do arrives there as key events. */
export function handsOn(page: Page): Hands {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const scan = (text: string): Promise<void> => scanWithWedge(page, text, KEY_GAP_MS);
  const reach = async (target: Locator, key = "Tab"): Promise<void> => {
    await target.waitFor();
    for (let step = 0; !(await hasFocus(target)); step += 1) {
      expect(step, `${target.toString()} is to be reached by ${key}`).toBeLessThan(FARTHEST);
      await press(key);
    }
  };
  return {
    page,
    press,
    reach,
    digits: (text) => page.keyboard.type(String(text)),
    words: (text) => (text.length <= SHORT ? page.keyboard.type(text) : typeByHand(page, text)),
    scan,
    scanMany: async (pieces, text) => {
      await page.keyboard.type(`${pieces}*`);
      await wait(TO_SCANNER_MS);
      await scan(text);
    },
    use: async (button) => {
      await reach(button);
      await press("Enter");
    },
    choose: async (group, name) => {
      const wanted = group.getByRole("radio", { name: new RegExp(`^${name}`) });
      await wanted.waitFor();
      while (!(await wanted.isChecked())) {
        const chosen = group.locator("input:checked");
        const none = (await chosen.count()) === 0;
        await reach(none ? group.getByRole("radio").first() : chosen);
        // Where none was chosen yet, the focus alone chooses nothing.
        await press(none ? "Space" : "ArrowDown");
      }
    },
  };
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement);
}
