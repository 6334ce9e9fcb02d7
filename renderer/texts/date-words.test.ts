import { afterEach, expect, test } from "vitest";
import { dateTimeWords, momentWords, periodWords, timeWords } from "./date-words.ts";
import { speak } from "./language.ts";

/** 22 May 2026 09.14 WIB */
const NINE_FOURTEEN = Date.UTC(2026, 4, 22, 2, 14);
const A_DAY_MS = 86_400_000;

afterEach(() => speak("id"));

test("dates and times are written as each language writes them", () => {
  const written = () => [
    timeWords(NINE_FOURTEEN),
    dateTimeWords(NINE_FOURTEEN),
    periodWords("2026-10"),
  ];
  expect(written()).toEqual(["09.14", "22 Mei 2026 09.14", "Oktober 2026"]);
  speak("en");
  expect(written()).toEqual(["09:14", "22 May 2026 09:14", "October 2026"]);
});

test("what happened today is said by its time alone", () => {
  expect(momentWords(NINE_FOURTEEN, NINE_FOURTEEN + 60_000)).toBe("09.14");
  expect(momentWords(NINE_FOURTEEN, NINE_FOURTEEN + A_DAY_MS)).toBe("22 Mei 2026 09.14");
});
