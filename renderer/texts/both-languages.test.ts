import { readdir } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { type Language, speak } from "./language.ts";

/** Names, units and marks that are the same in both languages. */
const SAME = new Set(
  "ASN,BUMD,BUMN,NIP,NMID,OPD,PIN,QRIS,Caps Lock,Printer,Port,Subtotal,Total,Transfer,Rupiah".split(
    ",",
  ),
);

/** Properties that hold no text: what a program or a keyboard calls it. */
const CODES = new Set(["key", "kind"]);

/** What a text is given where it takes something: it stands for a number as for a name. */
const GIVEN = ["7", "8"] as const;

/** Every sentence below a value with its path; functions are asked. */
function sentences(value: unknown, path: string): [path: string, sentence: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return sentences(value(...GIVEN), path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !CODES.has(name))
    .flatMap(([name, part]) => sentences(part, `${path}.${name}`));
}

/** The groups of every file of texts; its functions are the linter's to hold to both languages. */
async function groups(): Promise<Readonly<Record<string, object>>> {
  const found: Record<string, object> = {};
  for (const file of await readdir(import.meta.dirname)) {
    const [name = ""] = file.split(/\.ts$/);
    if (name.endsWith(".test")) continue;
    const texts = (await import(`./${name}.ts`)) as Readonly<Record<string, unknown>>;
    for (const [group, value] of Object.entries(texts)) {
      if (typeof value === "object" && value !== null) found[group] = value;
    }
  }
  return found;
}

const { languageNames: _names, notaPaper: _paper, ...bilingual } = await groups();

function saidIn(language: Language, group: object, name: string) {
  speak(language);
  return sentences(group, name);
}

afterEach(() => speak("id"));

describe("every text is another one in English", () => {
  test.each(Object.entries(bilingual))("%s", (name, group) => {
    const english = saidIn("en", group, name);
    const same = saidIn("id", group, name).filter(
      ([path, sentence], index) =>
        english[index]?.[0] === path &&
        english[index][1] === sentence &&
        /\p{L}{2}/u.test(sentence) &&
        !SAME.has(sentence),
    );
    expect(same).toEqual([]);
  });

  test("and nothing of it is missing or empty", () => {
    for (const [name, group] of Object.entries(bilingual)) {
      const paths = (language: Language) =>
        saidIn(language, group, name).map(([path, sentence]) => [path, sentence !== ""]);
      expect(paths("en")).toEqual(paths("id"));
    }
  });
});
