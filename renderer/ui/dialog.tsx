import { IconX } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { dialogOpened, topDialog } from "./open-dialogs.ts";
import { Toasts } from "./toasts.tsx";
import { controlWords } from "../texts/control-words.ts";

type DialogProps = {
  title: string;
  /** Escape and the close button; absent while the dialog must not be left */
  onClose?: (() => void) | undefined;
  /** at the usual size of text; it grows with larger text */
  widthPx?: number;
  role?: "dialog" | "alertdialog";
  className?: string;
  /** beside the title: help about it */
  beside?: ReactNode;
  children: ReactNode;
};

/** A modal dialog, open while it is mounted; the focus stays in it and then goes back. */
export function Dialog(props: DialogProps) {
  const { title, onClose, widthPx, role, className = "", beside = null, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before it leaves the page: one that is gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const from = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    const closed = dialogOpened(element);
    return () => {
      closed();
      element.close();
      queueMicrotask(() => focusAgain(from));
    };
  }, []);
  useEscape(dialog, onClose);
  return (
    <dialog
      ref={dialog}
      role={role}
      className={`dialog ${className}`}
      style={widthPx === undefined ? undefined : { width: `min(${widthPx / 16}rem, 100vw - 48px)` }}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
    >
      <div className="dialog-head">
        <h2 id={titleId} className="dialog-title">
          {title}
        </h2>
        {beside}
        {onClose === undefined ? null : (
          <Button
            look="quiet"
            className="button-icon"
            aria-label={controlWords.close}
            icon={<IconX aria-hidden="true" />}
            onClick={onClose}
          />
        )}
      </div>
      <div className="dialog-body">{children}</div>
      <Toasts />
    </dialog>
  );
}

/** Gives the focus back when whatever closed took it along, dialogs over dialogs too. */
function focusAgain(from: Element | null): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && from instanceof HTMLElement) from.focus();
}

/**
 * Escape closes the top-most dialog wherever the focus is. Left to itself the engine would close a
 * dialog that must stay: at a second Escape it no longer asks.
 */
function useEscape(
  dialog: RefObject<HTMLDialogElement | null>,
  onClose: (() => void) | undefined,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // One Escape closes one dialog: the next one may be on top before every listener was asked.
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (topDialog() !== dialog.current) return;
      event.preventDefault();
      onClose?.();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [dialog, onClose]);
}
