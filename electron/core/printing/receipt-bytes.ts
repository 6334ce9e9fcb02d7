import { PrinterTypes, ThermalPrinter } from "node-thermal-printer";
import type { DrawerPulse } from "../../../shared/contract/printers.ts";
import type { Columns, PrintLine } from "./print-line.ts";
import { qrModuleDots } from "./qr-size.ts";

const SIZES = { NORMAL: 0x00, TALL: 0x01, LARGE: 0x11 } as const;
/** Without a cutter the last line must come out past the tear bar. */
const FEED_LINES = 4;

/** ESC p counts its pulse in steps of 2 ms. */
const PULSE_STEP_MS = 2;

/** ESC p: opens the drawer on pin 2 or 5. The library's own command for it is malformed. */
export function drawerKick({ pin, onMs, offMs }: DrawerPulse): Uint8Array {
  const steps = (ms: number): number => Math.round(ms / PULSE_STEP_MS);
  return Uint8Array.from([0x1b, 0x70, pin === 2 ? 0 : 1, steps(onMs), steps(offMs)]);
}

/** GS V: feeds to the blade and cuts. */
const CUT = [0x1d, 0x56, 0x42, 0x00];

/** A dashed line with a little room on both sides, where there is no blade. */
function cutLine(columns: Columns): number[] {
  const dashes = "- ".repeat(columns / 2).trimEnd();
  return [0x1d, 0x21, 0x00, 0x1b, 0x4a, 12, ...Buffer.from(dashes, "latin1"), 0x0a, 0x1b, 0x4a, 12];
}

/**
 * ESC/POS for these lines. The library is only a buffer here: it folds, pads and sends nothing, and a
 * new one is made each time because it never empties its own.
 */
export function receiptBytes(
  lines: readonly PrintLine[],
  paper: { readonly columns: Columns; readonly cutter: boolean },
): Uint8Array {
  const { columns } = paper;
  // An empty interface is none: the library never opens a socket or a file for us.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: "", width: columns });
  const raw = (...bytes: readonly number[]): void => printer.append(Buffer.from(bytes));
  raw(0x1b, 0x40);
  let size: keyof typeof SIZES = "NORMAL";
  let bold = false;
  for (const line of lines) {
    if (line.kind === "GAP") {
      raw(0x1b, 0x4a, line.dots);
      continue;
    }
    if (line.kind === "CUT") {
      raw(...(paper.cutter ? CUT : cutLine(columns)));
      size = "NORMAL";
      continue;
    }
    if (line.kind === "QR") {
      appendCode(printer, line.data, columns);
      continue;
    }
    if (line.size !== size) raw(0x1d, 0x21, SIZES[line.size]);
    if (line.bold !== bold) printer.bold(line.bold);
    ({ size, bold } = line);
    if (line.text !== "") printer.append(asciiOnly(line.text));
    printer.newLine();
  }
  raw(0x1d, 0x21, 0x00);
  printer.bold(false);
  if (paper.cutter) raw(...CUT);
  else raw(0x1b, 0x64, FEED_LINES);
  return Uint8Array.from(printer.getBuffer());
}

function appendCode(printer: ThermalPrinter, data: string, columns: Columns): void {
  printer.alignCenter();
  printer.printQR(asciiOnly(data), {
    cellSize: qrModuleDots(data, columns),
    correction: "M",
    model: 2,
  });
  printer.alignLeft();
}

/** The library would switch code pages for anything else, and count characters as bytes. */
function asciiOnly(text: string): string {
  if (!/^[ -~]*$/.test(text)) throw new RangeError("a print line is printable ASCII");
  return text;
}
