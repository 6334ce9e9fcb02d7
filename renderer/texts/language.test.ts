import { afterEach, expect, test } from "vitest";
import { inLanguages, said, speak, together } from "./language.ts";

afterEach(() => speak("id"));

const words = inLanguages(
  { hold: "Tahan", waiting: (count: number) => `${count} menunggu`, kinds: { IN: "Masuk" } },
  { hold: "Hold", waiting: (count) => `${count} waiting`, kinds: { IN: "In" } },
);

test("a text is read in the language of now, however deep it stands", () => {
  expect([words.hold, words.waiting(2), words.kinds.IN]).toEqual(["Tahan", "2 menunggu", "Masuk"]);
  speak("en");
  expect([words.hold, words.waiting(2), words.kinds.IN]).toEqual(["Hold", "2 waiting", "In"]);
  expect(said("Tunai", "Cash")).toBe("Cash");
});

test("the names of a group can be listed, as those of a plain object", () => {
  expect(Object.keys(words)).toEqual(["hold", "waiting", "kinds"]);
});

test("groups put together still follow the language", () => {
  const all = together(words, inLanguages({ pay: "Bayar" }, { pay: "Pay" }));
  speak("en");
  expect([all.hold, all.pay]).toEqual(["Hold", "Pay"]);
});
