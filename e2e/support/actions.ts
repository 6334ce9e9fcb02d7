import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { scanWithWedge } from "./wedge.ts";

/** One thing a cashier does (a touch, a scan, a key, a number typed), and the picture of its answer. */
export type Action = { readonly what: string; picture: string | null };

/** Does things at a till's window, each one action, and can tell what the window was really given. */
export type Recorder = {
  readonly actions: readonly Action[];
  touch(target: Locator, what: string): Promise<void>;
  scan(code: string, what: string): Promise<void>;
  key(name: string): Promise<void>;
  number(digits: string): Promise<void>;
  /** Waits for what the action brought; with a frame it is also pictured, where pictures are wanted. */
  seen(answer: Locator, frame?: Locator): Promise<void>;
  /** Touches and keys since the recorder began, each key of a scan or a number for itself. */
  given(): Promise<Given>;
};

type Given = { readonly touches: number; readonly keys: number };

/** Records on this window. Pictures are named after `name` and lie in `folder`, unless it is undefined. */
export async function recordActions(
  page: Page,
  { name, folder }: { readonly name: string; readonly folder: string | undefined },
): Promise<Recorder> {
  const actions: Action[] = [];
  const before = await givenTo(page);
  const act = (what: string, done: Promise<void>): Promise<void> => {
    actions.push({ what, picture: null });
    return done;
  };
  return {
    actions,
    touch: (target, what) => act(what, target.click()),
    scan: (code, what) => act(what, scanWithWedge(page, code)),
    key: (key) => act(`press ${key}`, page.keyboard.press(key)),
    number: (digits) => act(`type ${digits}`, page.keyboard.type(digits)),
    seen: async (answer, frame) => {
      await answer.waitFor();
      const last = actions.at(-1);
      if (folder === undefined || frame === undefined || last === undefined) return;
      last.picture = `${name}-${actions.length}.png`;
      await frame.screenshot({ path: join(folder, last.picture), animations: "disabled" });
    },
    given: async () => {
      const now = await givenTo(page);
      return { touches: now.touches - before.touches, keys: now.keys - before.keys };
    },
  };
}

/** All that a window was given since it opened, whoever took it. */
export function givenTo(page: Page): Promise<Given> {
  return page.evaluate(() => {
    const { eventCounts } = performance as unknown as {
      readonly eventCounts: ReadonlyMap<string, number>;
    };
    const count = (type: string): number => eventCounts.get(type) ?? 0;
    return { touches: count("pointerdown"), keys: count("keydown") };
  });
}
