import { createRequire } from "node:module";

/*
 * What printed bytes mean, read by npos: it was written by others and shares nothing with the library
 * that made them. A command we do not expect is an error, so that a stray byte cannot pass as text.
 */

/* npos has no types of its own; these are the parts in use. */
type Token = {
  readonly ascii: string;
  /** The rest of a command's name; empty for text. */
  readonly fn?: string;
  readonly offset: number;
  readonly length: number;
};
type Rules = Record<number, Record<string, unknown>>;
type Parser = {
  analyze(raw: Buffer): { readonly error?: Error; readonly tree: readonly Token[] | null };
};
const require = createRequire(import.meta.url);
const NposParser: new (rules: Rules) => Parser = require("npos/lib/parser/index.js");
const rules: Rules = require("npos/lib/parser/rules.js");

export type PaperRun = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
};
type Align = "LEFT" | "CENTRE" | "RIGHT";
export type PaperItem =
  | { readonly kind: "RESET" | "CUT" | "DRAWER" | "CONFIRM" }
  | { readonly kind: "LINE"; readonly align: Align; readonly runs: readonly PaperRun[] }
  | {
      readonly kind: "QR";
      readonly align: Align;
      readonly data: string;
      readonly moduleDots: number;
      readonly correction: "L" | "M" | "Q" | "H";
    }
  | { readonly kind: "FEED"; readonly lines: number }
  | { readonly kind: "GAP"; readonly dots: number };

const GS = 0x1d;
const GS_RULES = { ...rules[GS], "(k": [0, "d16"] };

/** Decodes a job from its first byte to its last. Throws for bytes no printer should get from us. */
export function decodePaper(bytes: Uint8Array): PaperItem[] {
  const raw = Buffer.from(bytes);
  const { error, tree } = new NposParser({ ...rules, [GS]: GS_RULES }).analyze(raw);
  if (error !== undefined || tree === null) throw error ?? new Error("not ESC/POS");
  const head = new PrintHead();
  for (const token of tree) head.take(token, raw);
  return head.finish();
}

class PrintHead {
  readonly #items: PaperItem[] = [];
  #runs: PaperRun[] = [];
  #align: Align = "LEFT";
  #size = { width: 1, height: 1 };
  #bold = false;
  #qr = { data: "", moduleDots: 3, correction: "L" as "L" | "M" | "Q" | "H" };

  take(token: Token, raw: Buffer): void {
    const bytes = raw.subarray(token.offset, token.offset + token.length);
    const name = `${token.ascii} ${token.fn ?? ""}`.trim();
    if (name === "STX") this.#text(bytes.toString("latin1"));
    else this.#command(name, bytes);
  }

  finish(): PaperItem[] {
    if (this.#runs.length > 0) throw new Error("text without a line feed never comes out");
    return this.#items;
  }

  #text(text: string): void {
    if (!/^[\n -~]*$/.test(text)) throw new Error(`not ASCII: ${JSON.stringify(text)}`);
    const parts = text.split("\n");
    for (const [index, part] of parts.entries()) {
      if (part !== "") this.#runs.push({ text: part, ...this.#size, bold: this.#bold });
      if (index === parts.length - 1) continue;
      this.#items.push({ kind: "LINE", align: this.#align, runs: this.#runs });
      this.#runs = [];
    }
  }

  #command(name: string, bytes: Buffer): void {
    const value = bytes[2] ?? 0;
    if (name === "ESC @") this.#reset();
    else if (name === "ESC a")
      this.#align = (["LEFT", "CENTRE", "RIGHT"] as const)[value] ?? "LEFT";
    else if (name === "ESC E") this.#bold = (value & 1) === 1;
    else if (name === "GS !") this.#size = { width: (value >> 4) + 1, height: (value & 7) + 1 };
    else if (name === "GS V") this.#items.push({ kind: "CUT" });
    else if (name === "ESC d") this.#items.push({ kind: "FEED", lines: value });
    else if (name === "ESC J") this.#items.push({ kind: "GAP", dots: value });
    else if (name === "ESC p") this.#items.push({ kind: "DRAWER" });
    else if (name === "GS (H") this.#items.push({ kind: "CONFIRM" });
    else if (name === "GS (k") this.#symbol(bytes);
    else throw new Error(`unexpected command ${name}`);
  }

  #reset(): void {
    this.#items.push({ kind: "RESET" });
    this.#align = "LEFT";
    this.#size = { width: 1, height: 1 };
    this.#bold = false;
  }

  /** GS ( k for a QR code: 67 module size, 69 correction, 80 store, 81 print. */
  #symbol(bytes: Buffer): void {
    const [kind, step, value = 0] = bytes.subarray(5);
    if (kind !== 49) throw new Error("not a QR code");
    if (step === 67) this.#qr.moduleDots = value;
    else if (step === 69) this.#qr.correction = (["L", "M", "Q", "H"] as const)[value - 48] ?? "L";
    else if (step === 80) this.#qr.data = bytes.subarray(8).toString("latin1");
    else if (step === 81) this.#items.push({ kind: "QR", align: this.#align, ...this.#qr });
  }
}
