import { uuidv7 } from "uuidv7";
import type { MerchantView } from "../../../shared/contract/paying.ts";
import { appErrorOf } from "../../../shared/rpc/port-client.ts";
import { errorWords } from "../../texts/error-words.ts";
import type { ErrorText } from "../../texts/errors.ts";
import { qrisWords } from "../../texts/paying-words.ts";
import { beep } from "../../ui/beep.ts";
import { showToast } from "../../ui/toast-store.ts";
import { askCore, attempt } from "../store/attempt.ts";

/** What a scanned or pasted text turned out to be: somebody's code to compare, or why it is refused. */
export type ReadCode =
  | { readonly kind: "merchant"; readonly text: string; readonly merchant: MerchantView }
  | { readonly kind: "refused"; readonly why: ErrorText };

/** Asks whose code a text is. */
export async function readCode(text: string): Promise<ReadCode> {
  try {
    const merchant = await askCore((core) => core.qris.read.query({ text }));
    beep("taken");
    return { kind: "merchant", text, merchant };
  } catch (error) {
    const { code, details } = appErrorOf(error);
    beep("refused");
    return { kind: "refused", why: errorWords(code, details) };
  }
}

/** Sets the shop's code, or takes it away with null; answers whether that was done. */
export async function installCode(text: string | null): Promise<boolean> {
  const done = await attempt((core) => core.qris.set.mutate({ commandId: uuidv7(), text }));
  if (done === null) return false;
  const what = text === null ? qrisWords.removed : qrisWords.installed;
  showToast({ tone: "info", what, todo: null });
  return true;
}
