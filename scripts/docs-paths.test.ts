import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATH =
  /(?<![\w./-])(?:bench|central|docs|e2e|electron|renderer|resources|scripts|shared)\/[\w./-]*\w/g;
const LINK = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;

const documents = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|svg)$/.test(name))
    .map((name) => join("docs", name)),
];

function lost(document: string, text: string): string[] {
  const paths = [...text.matchAll(PATH)].map(([path]) => join(ROOT, path));
  const links = [...text.matchAll(LINK)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => resolve(ROOT, dirname(document), target));
  return [...paths, ...links].filter((path) => !existsSync(path));
}

test.each(documents)("every path and picture that %s names is there", (document) => {
  expect(lost(document, readFileSync(join(ROOT, document), "utf8"))).toEqual([]);
});

test("a path that is not there is noticed", () => {
  const text = "see `electron/core/gone.ts` and ![picture](pictures/gone.png)";
  expect(lost("docs/architecture.md", text)).toEqual([
    join(ROOT, "electron/core/gone.ts"),
    join(ROOT, "docs/pictures/gone.png"),
  ]);
});
