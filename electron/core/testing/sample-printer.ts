import type { Printer, PrinterSetup } from "../../../shared/contract/printers.ts";
import { printerSubject } from "../../../shared/domain/setting.ts";
import type { SampleShop } from "./sample-shop.ts";
import type { TestCore } from "./test-core.ts";

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

/** A core in this process or in another. */
type Window = Pick<TestCore, "cashier">;

/** What a supervisor's approval lets a cashier do with a printer. */
async function approvalFor(core: Window, shop: SampleShop, printerId: string): Promise<string> {
  const supervisor = shop.cashiers.find(({ cardSerial }) => cardSerial !== null);
  if (supervisor === undefined) throw new Error("a prepared till has a supervisor");
  const { cashierId: staffId, pin } = supervisor;
  const subject = printerSubject(printerId);
  const asked = { action: "SETTING", subject, amount: 0, staffId, pin } as const;
  return (await core.cashier.approval.request.mutate(asked)).approvalId;
}

/** Sets a printer up as a cashier does, with a supervisor beside. */
export async function savePrinter(core: Window, shop: SampleShop, printer: Printer): Promise<void> {
  const approvalId = await approvalFor(core, shop, printer.printerId);
  await core.cashier.printer.save.mutate({ printer, approvalId });
}

/** Removes a printer in the same way. */
export async function removePrinter(
  core: TestCore,
  shop: SampleShop,
  printerId: string,
): Promise<void> {
  const approvalId = await approvalFor(core, shop, printerId);
  await core.cashier.printer.remove.mutate({ printerId, approvalId });
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
