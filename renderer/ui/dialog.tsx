import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";
import { dialogOpened } from "./open-dialogs.ts";
import { Toasts } from "./toasts.tsx";

type DialogProps = {
  title: string;
  /** Escape and the close button; absent while the dialog must not be left */
  onClose?: (() => void) | undefined;
  widthPx?: number;
  role?: "dialog" | "alertdialog";
  className?: string;
  children: ReactNode;
};

/** A modal dialog, open while it is mounted; the platform traps the focus and restores it. */
export function Dialog({ title, onClose, widthPx, role, className = "", children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    const closed = dialogOpened();
    return () => {
      closed();
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      className={`dialog ${className}`}
      style={widthPx === undefined ? undefined : { width: `min(${widthPx}px, calc(100vw - 48px))` }}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Left to itself the engine closes a dialog at a second Escape, prevented or not.
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} className="dialog-title">
          {title}
        </h2>
        {onClose === undefined ? null : (
          <Button
            look="quiet"
            className="button-icon"
            aria-label="Tutup"
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
