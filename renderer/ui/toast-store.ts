import { create } from "zustand";

/** What a message offers to do about it. */
export type ToastAction = { readonly label: string; readonly run: () => void };

/** A short message over the screen. */
export type Toast = {
  readonly id: number;
  readonly tone: "error" | "info";
  readonly what: string;
  readonly todo: string | null;
  readonly action?: ToastAction;
};

const SHOWN_AT_MOST = 3;
/** What is to be read to the end, or answered. */
const LONG_MS = 9_000;
const INFO_MS = 3_000;

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let lastId = 0;

/** Shows a message for a while; the same message again takes the place of the first. */
export function showToast(toast: Omit<Toast, "id">): void {
  const id = ++lastId;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ what }) => what !== toast.what), { ...toast, id }].slice(
      -SHOWN_AT_MOST,
    ),
  }));
  const isLong = toast.tone === "error" || toast.action !== undefined;
  setTimeout(() => dismissToast(id), isLong ? LONG_MS : INFO_MS);
}

/** Takes the refusals off the screen: what came after them went well. */
export function dismissErrors(): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ tone }) => tone !== "error") }));
}

/** Takes all messages off the screen: something that needs the whole attention opens. */
export function dismissToasts(): void {
  useToasts.setState({ toasts: [] });
}

/** Takes one message off the screen. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
