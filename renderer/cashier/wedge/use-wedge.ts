import { useEffect } from "react";
import { dialogIsOpen } from "../../ui/open-dialogs.ts";
import { takeScan } from "../store/scan.ts";
import { domPage } from "./dom-page.ts";
import { captureScans } from "./wedge-capture.ts";

/** Listens for wedge scanners as long as the window lives, whatever has the focus. */
export function useWedge(): void {
  useEffect(
    () => captureScans(domPage(window, typingField), (text) => void takeScan(text, "WEDGE")),
    [],
  );
}

/** The search field; a dialog keeps its keys to itself. */
function typingField(): HTMLInputElement | null {
  if (dialogIsOpen()) return null;
  return document.querySelector<HTMLInputElement>("input[data-typing-field]");
}
