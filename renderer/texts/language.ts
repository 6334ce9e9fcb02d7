import type { Language } from "../../shared/contract/preferences.ts";

export type { Language };

/** The shape of texts with every literal widened, so that each language must say all of it. */
type Said<T> = T extends string
  ? string
  : T extends (...args: infer Given) => unknown
    ? (...args: Given) => Said<ReturnType<T>>
    : { readonly [Name in keyof T]: Said<T[Name]> };

type Together<Groups extends readonly unknown[]> = Groups extends readonly [
  infer First,
  ...infer Rest,
]
  ? First & Together<Rest>
  : unknown;

let current: Language = "id";

/** Makes every text read from now on that of `next`; what is already drawn must be drawn again. */
export function speak(next: Language): void {
  current = next;
}

/** One sentence in the language of now. */
export function said(id: string, en: string): string {
  return current === "id" ? id : en;
}

/**
 * A group of texts in both languages; the compiler refuses one that is missing in English. Each is
 * looked up when it is read: read texts while drawing and keep none in a constant of a module.
 */
export function inLanguages<const T extends object>(id: T, en: Said<NoInfer<T>>): Said<T> {
  const texts = {};
  for (const name of Object.keys(id)) {
    const get = (): unknown => Reflect.get(current === "id" ? id : en, name);
    Object.defineProperty(texts, name, { enumerable: true, get });
  }
  return texts as Said<T>;
}

/** A number of things in English: `1 receipt`, `2 receipts`. */
export function englishCount(count: number, thing: string): string {
  return `${count} ${count === 1 ? thing : `${thing}s`}`;
}

/** Several groups as one, each text still looked up when it is read; a spread would freeze them. */
export function together<const Groups extends readonly object[]>(
  ...groups: Groups
): Together<Groups> {
  const all = {};
  for (const group of groups) {
    Object.defineProperties(all, Object.getOwnPropertyDescriptors(group));
  }
  return all as Together<Groups>;
}
