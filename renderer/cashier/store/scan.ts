import type { ScanResult } from "../../../shared/contract/till-state.ts";
import { beep } from "../../ui/beep.ts";
import { dismissErrors, showToast } from "../../ui/toast-store.ts";
import { usePayment } from "../payment/pay.ts";
import { attempt, showRefusal } from "./attempt.ts";
import { cardWords } from "../../texts/card-words.ts";
import { cartWords } from "../../texts/cart-words.ts";
import { scanWords } from "../../texts/scan-words.ts";
import { qtyPrefix } from "../selling/qty-prefix.ts";
import { focusTypingField } from "../typing-field.ts";
import { openDialog, openUnboundCard, setQuery, touchLine, useScreen } from "./screen-store.ts";
import { useTill } from "./till-store.ts";

export type ScanSource = "WEDGE" | "CAMERA" | "TYPED";
/**
 * Takes scanned texts while its screen is on top; answers false for a text it does not want, and
 * `ANSWERED` when it says itself, by sound too, what came of it.
 */
export type ScanConsumer = (text: string) => boolean | "ANSWERED";

const MAX_SENT = 4_096;
const consumers: ScanConsumer[] = [];
let queue: Promise<unknown> = Promise.resolve();

/** Makes a screen the first to be asked for scanned texts, until the answer is called. */
export function consumeScans(consumer: ScanConsumer): () => void {
  consumers.push(consumer);
  return () => {
    const index = consumers.lastIndexOf(consumer);
    if (index >= 0) consumers.splice(index, 1);
  };
}

/** Takes a scanned text to whoever wants it: the top-most screen, else the cart; one at a time. */
export function takeScan(
  text: string,
  source: ScanSource,
  qty: number | null = null,
): Promise<void> {
  const taken = queue.then(() => route({ text, source, qty }));
  queue = taken.catch(() => undefined);
  return taken;
}

type Refused = Extract<ScanResult, { kind: "REFUSED" }>;

type Scanned = {
  readonly text: string;
  readonly source: ScanSource;
  readonly qty: number | null;
};

async function route(scanned: Scanned): Promise<void> {
  const taken = consumers.at(-1)?.(scanned.text) ?? false;
  if (taken === "ANSWERED") return;
  if (taken) return beep("taken");
  const why = whyNotNow();
  if (why !== null) {
    beep("refused");
    return showToast({ tone: "error", ...why });
  }
  await scanIntoCart(scanned);
}

async function scanIntoCart({ text, source, qty }: Scanned): Promise<void> {
  const typed = qtyPrefix(useScreen.getState().query);
  const typedQty = typed.rest === "" ? typed.qty : null;
  const pieces = qty ?? typedQty ?? 1;
  const { dialog } = useScreen.getState();
  const result = await attempt((core) =>
    core.scan.text.mutate({ text: text.slice(0, MAX_SENT), source, qty: pieces }),
  );
  if (result === null) return;
  if (result.kind === "REFUSED") return refuse(result, text);
  beep("taken");
  dismissErrors();
  if (result.kind === "LINE") {
    touchLine(result.lineNo);
    if (typedQty !== null) setQuery("");
  }
  // The camera stays on for the next goods; whatever else lies over the cart makes way.
  const staysOpen = result.kind === "LINE" && dialog === "camera";
  // What was opened since the scan was opened for what it brought.
  if (!staysOpen && useScreen.getState().dialog === dialog) openDialog(null);
}

/** An unknown code may be on a product under another one: it can be searched for. */
function refuse({ code, cardHash }: Refused, text: string): void {
  if (cardHash !== undefined) return offerToBind(cardHash);
  if (code !== "PRODUCT_UNKNOWN") return showRefusal(code);
  showRefusal(code, {}, { label: cartWords.searchCode, run: () => searchFor(text) });
}

/** A card of nobody: whoever holds it can be bound to it. */
function offerToBind(cardHash: string): void {
  beep("refused");
  const action = { label: cardWords.bind, run: () => openUnboundCard(cardHash) };
  showToast({ tone: "error", what: cardWords.unbound, todo: cardWords.unboundTodo, action });
}

function searchFor(text: string): void {
  openDialog(null);
  useScreen.setState({ categoryId: null });
  setQuery(text);
  focusTypingField();
}

function whyNotNow(): { what: string; todo: string } | null {
  if (useTill.getState().state?.phase !== "SELLING") {
    return scanWords.notHere;
  }
  const { kind } = usePayment.getState().payment;
  return kind === "closed" || kind === "open" ? null : scanWords.paying;
}
