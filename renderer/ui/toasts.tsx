import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { Button } from "./button.tsx";
import { useOpenDialogs } from "./open-dialogs.ts";
import { dismissToast, type Toast, type ToastAction, useToasts } from "./toast-store.ts";
import { controlWords } from "../texts/control-words.ts";

/** The messages of the page; silent while a dialog is open, which shows them itself. */
export function PageToasts() {
  const covered = useOpenDialogs(({ dialogs }) => dialogs.length > 0);
  return covered ? null : <Toasts />;
}

/** The messages now on the screen, announced as they come. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toasts" role="log" aria-label={controlWords.messages} aria-live="assertive">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastRow({ toast }: { toast: Toast }) {
  const Icon = toast.tone === "error" ? IconAlertTriangle : IconCheck;
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === "error" ? "alert" : "status"}>
      <Icon aria-hidden="true" size={22} />
      <p className="toast-text">
        <strong>{toast.what}</strong>
        {toast.todo}
      </p>
      {toast.action === undefined ? null : <ToastButton toast={toast} action={toast.action} />}
      <Button
        look="quiet"
        className="button-icon"
        aria-label={controlWords.closeMessage}
        icon={<IconX aria-hidden="true" size={20} />}
        onClick={() => dismissToast(toast.id)}
      />
    </div>
  );
}

function ToastButton({ toast, action }: { toast: Toast; action: ToastAction }) {
  const run = (): void => {
    dismissToast(toast.id);
    action.run();
  };
  return (
    <Button look="quiet" className="toast-action" onClick={run}>
      {action.label}
    </Button>
  );
}
