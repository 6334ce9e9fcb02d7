import { IconFileTypePdf } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { NotaView } from "../../../shared/contract/after-sale.ts";
import { notaWords } from "../../texts/nota-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { attempt } from "../store/attempt.ts";
import { NotaSheets } from "./nota-sheets.tsx";
import { savePdf } from "./save-pdf.ts";
import "./nota.css";

type NotaDialogProps = { saleId: string; onClose: () => void };

/** Nota and kuitansi of an institution's purchase as A4 pages, to look at and to save as PDF. */
export function NotaDialog({ saleId, onClose }: NotaDialogProps) {
  const [nota, setNota] = useState<NotaView | null>(null);
  useEffect(() => {
    void attempt((core) => core.history.nota.query({ saleId })).then(setNota);
  }, [saleId]);
  return (
    <Dialog title={notaWords.title} widthPx={960} className="nota-dialog" onClose={onClose}>
      <p className="soft small">{notaWords.lead}</p>
      {/* Scrolled by keys too. */}
      <div className="nota-preview" role="region" aria-label={notaWords.preview} tabIndex={0}>
        {nota === null ? null : <NotaSheets nota={nota} />}
      </div>
      <div className="dialog-actions">{nota === null ? null : <SaveButton nota={nota} />}</div>
      {/* What is printed stands beside the screens: a dialog is cut off at the first page. */}
      {nota === null
        ? null
        : createPortal(
            <div className="nota-print" aria-hidden="true">
              <NotaSheets nota={nota} />
            </div>,
            document.body,
          )}
    </Dialog>
  );
}

function SaveButton({ nota }: { nota: NotaView }) {
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const { outcome, path } = await savePdf(`kuitansi-${nota.number}`);
    setBusy(false);
    if (outcome === "SAVED") {
      showToast({ tone: "info", what: notaWords.saved, todo: path ?? "" });
    } else if (outcome === "FAILED") {
      showToast({ tone: "error", what: notaWords.failed, todo: notaWords.failedTodo });
    }
  };
  return (
    <Button
      look="primary"
      icon={<IconFileTypePdf aria-hidden="true" size={20} />}
      data-autofocus=""
      aria-disabled={busy}
      onClick={() => void save()}
    >
      {busy ? notaWords.saving : notaWords.save}
    </Button>
  );
}
