import type { Printer, PrinterSetup } from "../../../shared/contract/printers.ts";

/** The id of the first printer that tests set. */
export const FIRST_PRINTER = "00000000-0000-7000-8000-00000000f001";

/** A network printer of an 80 mm kind on this computer, with a drawer. */
export function networkPrinterAt(port: number, more: Partial<Printer> = {}): Printer {
  return {
    printerId: FIRST_PRINTER,
    name: "Printer kasir",
    role: "RECEIPT",
    main: true,
    ...networkSetup(port),
    ...more,
  };
}

function networkSetup(port: number): PrinterSetup {
  return {
    transport: { kind: "TCP", host: "127.0.0.1", port },
    columns: 48,
    cutter: true,
    drawer: { pin: 2, onMs: 50, offMs: 500 },
    confirms: true,
    status: true,
    deadlineMs: 3_000,
  };
}
