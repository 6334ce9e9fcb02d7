import type { ErrorCode } from "../../../shared/contract/errors.ts";
import script from "./recovery.browser.js?raw";
import styles from "./recovery.css?raw";
import template from "./recovery.html?raw";
import { recoveryText } from "./recovery-texts.ts";

/** Why the cashier sees a recovery page: the core named a fault, or it (or the page) keeps ending. */
export type RecoveryReason = ErrorCode | "CORE_FAILED" | "WINDOW_FAILED";

/** What `app://bela-beli/recovery/<name>` serves, or undefined when there is no such thing. */
export function recoveryResource(name: string): { body: string; type: string } | undefined {
  if (name === "recovery.css") return { body: styles, type: "text/css; charset=utf-8" };
  if (name === "recovery.js") return { body: script, type: "text/javascript; charset=utf-8" };
  if (!/^[A-Z_]+$/.test(name)) return undefined;
  const text = recoveryText(name);
  const body = template
    .replaceAll("{{title}}", text.title)
    .replaceAll("{{what}}", text.what)
    .replaceAll("{{todo}}", text.todo)
    .replaceAll("{{code}}", name);
  return { body, type: "text/html; charset=utf-8" };
}
