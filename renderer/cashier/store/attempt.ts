import { AppError } from "../../../shared/contract/errors.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { errorWords } from "../../texts/error-words.ts";
import { beep } from "../../ui/beep.ts";
import { showToast, type ToastAction } from "../../ui/toast-store.ts";
import type { CashierCore } from "../core.ts";
import { useTill } from "./till-store.ts";

/** Asks the core for something and answers with what it gave, or null once the refusal is shown. */
export async function attempt<T>(ask: (core: CashierCore) => Promise<T>): Promise<T | null> {
  try {
    return await askCore(ask);
  } catch (error) {
    const { code, details } = appErrorOf(error);
    showRefusal(code, details);
    return null;
  }
}

const unanswered = new Set<Promise<unknown>>();

/** Asks the core. Fails with: AppError, CORE_GONE while there is none. */
export async function askCore<T>(ask: (core: CashierCore) => Promise<T>): Promise<T> {
  const { core } = useTill.getState();
  if (core === null) throw new AppError("CORE_GONE", { retryable: true });
  const answer = ask(core);
  unanswered.add(answer);
  try {
    return await answer;
  } finally {
    unanswered.delete(answer);
  }
}

/** True while the core still works on something this window asked for. */
export function awaitsAnswers(): boolean {
  return unanswered.size > 0;
}

/** Until all of that is answered and whoever asked has acted on it, but no longer than `limitMs`. */
export async function answersTaken(limitMs: number): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, limitMs));
  await Promise.race([Promise.allSettled(unanswered), late]);
  await new Promise((resolve) => setTimeout(resolve));
}

/** Says a refusal by its code's text, with the sound for no. */
export function showRefusal(
  code: string,
  details: AppError["details"] = {},
  action: ToastAction | null = null,
): void {
  beep("refused");
  showToast({
    tone: "error",
    ...errorWords(code, details),
    ...(action === null ? {} : { action }),
  });
}
