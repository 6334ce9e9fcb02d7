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

/** Asks the core. Fails with: AppError, CORE_GONE while there is none. */
export async function askCore<T>(ask: (core: CashierCore) => Promise<T>): Promise<T> {
  const { core } = useTill.getState();
  if (core === null) throw new AppError("CORE_GONE", { retryable: true });
  return ask(core);
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
