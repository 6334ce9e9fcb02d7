import { describe, expect, test } from "vitest";
import { contentPolicy, pageOf } from "../protocol/content-policy.ts";
import { recoveryResource } from "./recovery-page.ts";
import { recoveryText } from "./recovery-texts.ts";

describe("a recovery page", () => {
  test.each(["CORE_FAILED", "WINDOW_FAILED", "DB_NEWER", "DB_CORRUPT", "DB_IN_USE", "INTERNAL"])(
    "says for %s what happened, what to do, and the code",
    (reason) => {
      const page = recoveryResource(reason);
      const text = recoveryText(reason);
      expect(page?.type).toContain("text/html");
      for (const part of [text.title, text.what, text.todo, reason]) {
        expect(page?.body).toContain(part);
      }
      expect(page?.body).not.toContain("{{");
    },
  );

  test("says for a damaged file that a copy can be restored, and by what", () => {
    expect(recoveryText("DB_CORRUPT").todo).toContain("--copies");
    expect(recoveryText("DB_CORRUPT").todo).toContain("--restore");
    expect(recoveryText("DB_IO").todo).toContain("--restore");
  });

  test("differs between a newer file and a damaged one", () => {
    expect(recoveryText("DB_NEWER").title).not.toBe(recoveryText("DB_CORRUPT").title);
  });

  test("works under the tightest policy: no inline script or style, nothing from elsewhere", () => {
    const body = String(recoveryResource("DB_CORRUPT")?.body);
    expect(body).not.toMatch(/<style|style=|<script>|onclick|https?:/);
    expect(contentPolicy(pageOf("/recovery/DB_CORRUPT"))).toContain("style-src 'self';");
    expect(recoveryResource("recovery.css")?.type).toContain("text/css");
    expect(recoveryResource("recovery.js")?.body).toContain("bela-beli:retry");
  });

  test("is nothing for a name that is no reason", () => {
    expect(recoveryResource("<script>")).toBeUndefined();
    expect(recoveryResource("../keys.sealed")).toBeUndefined();
  });
});

describe("the content policy", () => {
  test("lets only the cashier's page run WebAssembly, and none evaluate text", () => {
    expect(contentPolicy("cashier")).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(contentPolicy("display")).toContain("script-src 'self';");
    for (const page of ["cashier", "display", "recovery"] as const) {
      expect(contentPolicy(page)).not.toContain("'unsafe-eval'");
      expect(contentPolicy(page)).toContain("default-src 'none'");
      expect(contentPolicy(page)).not.toMatch(/https?:|\*/);
    }
  });
});
