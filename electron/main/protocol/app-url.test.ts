import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isAppUrl, resolveAppUrl } from "./app-url.ts";

const folders = { pages: join("/", "app", "renderer"), pictures: join("/", "app", "pictures") };
const resolve = (url: string) => resolveAppUrl(url, folders);

describe("an address of our own scheme", () => {
  test("names a page, its assets, a picture or a recovery page", () => {
    expect(resolve("app://bela-beli/cashier/index.html")).toEqual({
      kind: "file",
      path: join(folders.pages, "cashier", "index.html"),
    });
    expect(resolve("app://bela-beli/assets/a-1b.js?x=1#y")).toEqual({
      kind: "file",
      path: join(folders.pages, "assets", "a-1b.js"),
    });
    expect(resolve("app://bela-beli/pictures/bawang-goreng.svg")).toEqual({
      kind: "file",
      path: join(folders.pictures, "bawang-goreng.svg"),
    });
    expect(resolve("app://bela-beli/recovery/DB_NEWER")).toEqual({
      kind: "recovery",
      name: "DB_NEWER",
    });
  });

  test.each([
    "app://bela-beli/../../etc/passwd.txt",
    "app://bela-beli/%2e%2e/%2e%2e/etc/passwd.txt",
    "app://bela-beli/..%5c..%5cfile.txt",
    "app://bela-beli/cashier%00.html",
    "app://bela-beli/cashier/",
    "app://bela-beli/pictures/..%2f..%2fkeys.sealed",
    "app://bela-beli/%E0%A4%A",
    "app://other/cashier/index.html",
    "app://x@bela-beli/cashier/index.html",
    "http://bela-beli/cashier/index.html",
    "file:///etc/passwd",
    "nothing",
  ])("names nothing when it is %s", (url) => {
    const found = resolve(url);
    if (found.kind === "file") expect(found.path.startsWith(folders.pages)).toBe(true);
    else expect(found.kind).toBe("none");
  });

  test("is told from every other address", () => {
    expect(isAppUrl("app://bela-beli/cashier/index.html")).toBe(true);
    expect(isAppUrl("https://bela-beli/")).toBe(false);
    expect(isAppUrl("app://bela-beli.example/")).toBe(false);
  });
});
