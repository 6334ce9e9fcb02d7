import { describe, expect, test } from "vitest";
import { allowsRequest, isBlockedKey, mayUseCamera } from "./rules.ts";

describe("a request of a page", () => {
  test.each([
    "app://bela-beli/assets/a.js",
    "data:image/png;base64,AA==",
    "blob:app://bela-beli/1",
  ])("stays inside with %s", (url) => expect(allowsRequest(url, null)).toBe(true));

  test.each([
    "https://fonts.example/a.woff2",
    "http://127.0.0.1:8642/",
    "ws://127.0.0.1:9/",
    "file:///etc/passwd",
    "devtools://devtools/bundled/inspector.html",
    "app://other/x.js",
    "chrome-extension://a/b",
  ])("is refused to %s", (url) => expect(allowsRequest(url, null)).toBe(false));

  test("reaches the development server only while developing", () => {
    const server = "http://localhost:5173";
    expect(allowsRequest("http://localhost:5173/cashier/main.tsx", server)).toBe(true);
    expect(allowsRequest("ws://localhost:5173/", server)).toBe(true);
    expect(allowsRequest("http://localhost:5174/", server)).toBe(false);
  });
});

describe("a permission", () => {
  const camera = {
    permission: "media",
    mediaTypes: ["video"],
    fromOurPage: true,
    isCashier: true,
  } as const;

  test("is given for the camera of the cashier's own page", () => {
    expect(mayUseCamera(camera)).toBe(true);
  });

  test.each([
    ["sound", { mediaTypes: ["audio"] }],
    ["camera with sound", { mediaTypes: ["video", "audio"] }],
    ["an unnamed medium", { mediaTypes: [] }],
    ["another origin", { fromOurPage: false }],
    ["the customer display", { isCashier: false }],
    ["the location", { permission: "geolocation" }],
    ["notifications", { permission: "notifications" }],
    ["reading the clipboard", { permission: "clipboard-read" }],
  ])("is refused for %s", (_name, change) => {
    expect(mayUseCamera({ ...camera, ...change })).toBe(false);
  });
});

describe("a key", () => {
  const press = (code: string, held: Partial<Record<"control" | "meta" | "alt" | "shift", true>>) =>
    isBlockedKey({ code, control: false, meta: false, alt: false, shift: false, ...held });

  test.each([
    ["F5", {}],
    ["F12", {}],
    ["KeyR", { control: true }],
    ["KeyR", { control: true, shift: true }],
    ["Equal", { control: true }],
    ["Minus", { meta: true }],
    ["KeyI", { control: true, shift: true }],
    ["KeyI", { meta: true, alt: true }],
    ["ArrowLeft", { alt: true }],
    ["KeyW", { control: true }],
    ["KeyP", { control: true }],
  ] as const)("that would leave or change the page is swallowed: %s %o", (code, held) => {
    expect(press(code, held)).toBe(true);
  });

  test.each([
    ["F9", {}],
    ["KeyR", {}],
    ["Digit0", {}],
    ["KeyC", { control: true }],
    ["KeyV", { control: true }],
    ["KeyJ", { control: true }],
    ["ArrowLeft", {}],
    ["Enter", {}],
  ] as const)("a cashier or a scanner types passes: %s %o", (code, held) => {
    expect(press(code, held)).toBe(false);
  });
});
