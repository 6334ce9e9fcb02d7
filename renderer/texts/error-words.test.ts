import { afterEach, describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../shared/contract/errors.ts";
import { errorWords } from "./error-words.ts";
import { timeWords } from "./date-words.ts";
import { errorText } from "./errors.ts";
import { type Language, speak } from "./language.ts";

const LANGUAGES: readonly Language[] = ["id", "en"];

/** 22 Nov 2026 09.14 WIB */
const NINE_FOURTEEN = Date.UTC(2026, 10, 22, 2, 14);

/** Every sentence of every error, in one language. */
function sentences(language: Language): string[] {
  speak(language);
  return ERROR_CODES.flatMap((code) => [errorText[code].what, errorText[code].todo]);
}

afterEach(() => speak("id"));

describe.each(LANGUAGES)("error texts in %s", (language) => {
  it("section 9 row 25, a translation nobody can read: every code says what happened and what to do, in whole sentences of both languages", () => {
    const poor = sentences(language).filter((text) => !/^[A-Z].*\.$/.test(text));
    expect(poor).toEqual([]);
  });

  it("are short enough to be read with a buyer waiting", () => {
    expect(sentences(language).filter((text) => text.length > 100)).toEqual([]);
  });

  it("speak of the till, not of the program inside it", () => {
    const inside = /\b(?:null|undefined|SQL\w*|exception|stack|token|HTTP \d|NaN|database)\b/i;
    expect(sentences(language).filter((text) => inside.test(text))).toEqual([]);
  });

  it("add what the details know", () => {
    speak(language);
    expect(errorWords("PIN_WRONG", { left: 3 }).todo).toContain("3");
    expect(errorWords("PIN_LOCKED", { until: NINE_FOURTEEN }).todo).toContain(
      timeWords(NINE_FOURTEEN),
    );
    expect(errorWords("PIN_LOCKED").todo).toBe(errorText.PIN_LOCKED.todo);
  });

  it("have one for codes of a later version too", () => {
    speak(language);
    expect(errorWords("NOT_YET_KNOWN")).toEqual(errorText.INTERNAL);
  });
});

it("no error is said in the same words in both languages", () => {
  const english = sentences("en");
  expect(sentences("id").filter((text, at) => text === english[at])).toEqual([]);
});
