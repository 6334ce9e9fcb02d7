import { z } from "zod";
import { InstantMs, Uuid } from "./primitives.ts";
import { PrintOutcome } from "./till-state.ts";

/*
 * The till's printers and the documents that wait for them.
 *
 * cashier port (tRPC router `CashierRouter`):
 *   printer.list      query                       -> Printer[] (the main receipt printer first)
 *   printer.save      mutation SavePrinterInput   -> {}   (new or changed, told apart by its id)
 *   printer.remove    mutation RemovePrinterInput -> {}   (what waits for it goes to the main one)
 *   printer.test      mutation { printerId }      -> PrinterTest
 *   printer.jobs      query                       -> PrintJobView[] (what waits or failed, oldest first)
 *   printer.printJob  mutation PrintJobInput      -> {}   (now, on that printer or the main one)
 *   printer.skipJob   mutation SkipJobInput       -> {}   (set aside, with who did it)
 *   printer.retry     mutation                    -> { queued }
 */

const TcpTransport = z.object({
  kind: z.literal("TCP"),
  host: z.string().min(1).max(200),
  port: z.int().min(1).max(65_535),
});
const DeviceTransport = z.object({
  kind: z.literal("DEVICE"),
  path: z.string().regex(/^\/dev\/[\w./-]{1,100}$/),
});
const ShareTransport = z.object({
  kind: z.literal("SHARE"),
  path: z.string().regex(/^\/\/[\w.-]{1,100}\/[^/\\:*?"<>|]{1,80}$/),
});
const SpoolerTransport = z.object({
  kind: z.literal("SPOOLER"),
  queue: z.string().min(1).max(200),
});
const SerialTransport = z.object({
  kind: z.literal("SERIAL"),
  path: z.string().regex(/^(COM\d{1,3}|\/dev\/[\w./-]{1,100})$/),
  baud: z.int().min(1_200).max(921_600),
});

/** How a printer is reached. */
export const PrinterTransport = z.discriminatedUnion("kind", [
  TcpTransport,
  /** a Linux device file such as /dev/usb/lp0 */
  DeviceTransport,
  /** a shared Windows printer such as //localhost/STRUK */
  ShareTransport,
  /** a queue of the Windows print spooler, by its name */
  SpoolerTransport,
  SerialTransport,
]);
export type PrinterTransport = z.infer<typeof PrinterTransport>;

/** How a drawer on the printer is opened: which pin, and the pulse in milliseconds. */
export const DrawerPulse = z.object({
  pin: z.union([z.literal(2), z.literal(5)]),
  onMs: z.int().min(2).max(510),
  offMs: z.int().min(2).max(510),
});
export type DrawerPulse = z.infer<typeof DrawerPulse>;

/** What it takes to reach and drive a printer. */
export const PrinterSetup = z.object({
  transport: PrinterTransport,
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  cutter: z.boolean(),
  /** null: no drawer hangs on it */
  drawer: DrawerPulse.nullable(),
  /** the printer answers GS ( H, so PRINTED can be known; learned at set-up */
  confirms: z.boolean(),
  /** the printer answers DLE EOT; learned at set-up */
  status: z.boolean(),
  deadlineMs: z.int().min(500).max(60_000),
});
export type PrinterSetup = z.infer<typeof PrinterSetup>;

export const PrinterRole = z.enum(["RECEIPT", "LABEL"]);
export type PrinterRole = z.infer<typeof PrinterRole>;

/** A printer of the till. One of each role is the main one: what names no printer goes there. */
export const Printer = PrinterSetup.extend({
  printerId: Uuid,
  name: z.string().trim().min(1).max(40),
  role: PrinterRole,
  main: z.boolean(),
});
export type Printer = z.infer<typeof Printer>;

/** How the test page ended; `learned` is what the printer turned out to answer, null if unknown. */
export const PrinterTest = z.object({
  outcome: PrintOutcome,
  errorCode: z.string().nullable(),
  learned: z.object({ status: z.boolean(), confirms: z.boolean() }).nullable(),
});
export type PrinterTest = z.infer<typeof PrinterTest>;

/** A document that waits or failed. `number` is what a person knows it by, null where it has none. */
export const PrintJobView = z.object({
  jobId: Uuid,
  kind: z.string(),
  number: z.string().nullable(),
  copy: z.int().min(0),
  /** null: the main receipt printer's */
  printerId: Uuid.nullable(),
  outcome: PrintOutcome,
  errorCode: z.string().nullable(),
  at: InstantMs,
});
export type PrintJobView = z.infer<typeof PrintJobView>;

export const PrinterInput = z.object({ printerId: Uuid });
/** `approvalId` of an approval with action SETTING, subject `PRINTER=id` and amount 0; null: own right. */
export const SavePrinterInput = z.object({ printer: Printer, approvalId: Uuid.nullable() });
export type SavePrinterInput = z.infer<typeof SavePrinterInput>;
export const RemovePrinterInput = PrinterInput.extend({ approvalId: Uuid.nullable() });
export type RemovePrinterInput = z.infer<typeof RemovePrinterInput>;
export const PrintJobInput = z.object({
  commandId: Uuid,
  jobId: Uuid,
  printerId: Uuid.nullable(),
});
export const SkipJobInput = z.object({ commandId: Uuid, jobId: Uuid });
