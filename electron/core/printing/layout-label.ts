import { formatRupiah } from "../../../shared/domain/money.ts";
import { ascii, wrap } from "./paper-text.ts";
import { AIR, bold, type Columns, type PrintLine, plain, QUIET } from "./print-line.ts";

/** What a label on goods says. */
export type GoodsLabel = {
  readonly name: string;
  readonly makerName: string;
  readonly price: number;
  /** what the till's scanner finds the goods by */
  readonly sku: string;
};

const NAME_LINES = 2;

/**
 * So many labels, one after the other: name, maker, price and the SKU as a QR code. A Code 128 of a
 * long SKU is wider than 58 mm. About 30 mm high; a cut or a line to cut along between them.
 */
export function layoutLabels(label: GoodsLabel, qty: number, columns: Columns): PrintLine[] {
  const cut: PrintLine = { kind: "CUT" };
  return Array.from({ length: qty }, (_, index) => [
    ...(index === 0 ? [] : [cut]),
    ...one(label, columns),
  ]).flat();
}

function one({ name, makerName, price, sku }: GoodsLabel, columns: Columns): PrintLine[] {
  const [maker = ""] = wrap(makerName, columns);
  const called = wrap(name, columns).slice(0, NAME_LINES);
  return [
    ...bold(called.map((text) => centred(text, columns))),
    ...plain([centred(maker, columns)]),
    AIR,
    ...priceLine(price, columns),
    QUIET,
    { kind: "QR", data: ascii(sku) },
    QUIET,
    ...plain([centred(ascii(sku), columns)]),
  ];
}

/** The largest thing on the label; very large money is only tall. */
function priceLine(price: number, columns: Columns): PrintLine[] {
  const text = formatRupiah(price);
  const large = text.length * 2 <= columns;
  const padded = centred(text, large ? columns / 2 : columns);
  return [{ kind: "TEXT", text: padded, size: large ? "LARGE" : "TALL", bold: true }];
}

function centred(text: string, width: number): string {
  const shown = text.slice(0, width);
  return " ".repeat((width - shown.length) >> 1) + shown;
}
