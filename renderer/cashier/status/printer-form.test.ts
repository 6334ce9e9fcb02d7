import { expect, it } from "vitest";
import type { Printer } from "../../../shared/contract/printers.ts";
import { printerForm, printerOf } from "./printer-form.ts";

const known: Printer = {
  printerId: "00000000-0000-7000-8000-000000000001",
  name: "Printer struk",
  role: "RECEIPT",
  main: true,
  transport: { kind: "TCP", host: "192.168.1.50", port: 9_100 },
  columns: 32,
  cutter: false,
  drawer: { pin: 5, onMs: 100, offMs: 200 },
  confirms: true,
  status: true,
  deadlineMs: 5_000,
};
const fresh = () => "new";
const first = { ...printerForm(null, true), host: "printer.local" };

it("keeps what the printer was found to answer while it is the same printer", () => {
  expect(printerOf(printerForm(known, true), known, fresh)).toEqual(known);
});

it("unlearns it for another printer", () => {
  const other = printerOf({ ...printerForm(known, true), host: "192.168.1.51" }, known, fresh);
  expect(other).toMatchObject({ confirms: false, status: false, deadlineMs: 5_000 });
});

it("asks for an address and a real port", () => {
  const transport = { kind: "TCP", host: "printer.local", port: 9_100 };
  expect(printerOf(first, null, fresh)).toMatchObject({ printerId: "new", transport });
  expect(printerOf({ ...first, host: "  " }, null, fresh)).toBeNull();
  for (const port of ["", "0", "70000", "91.5", "x"]) {
    expect(printerOf({ ...first, port }, null, fresh)).toBeNull();
  }
});

it.each([
  [
    { way: "DEVICE", path: "/dev/usb/lp0" },
    { kind: "DEVICE", path: "/dev/usb/lp0" },
  ],
  [
    { way: "SHARE", path: "\\\\localhost\\STRUK" },
    { kind: "SHARE", path: "//localhost/STRUK" },
  ],
  [
    { way: "SPOOLER", queue: "POS-80 " },
    { kind: "SPOOLER", queue: "POS-80" },
  ],
  [
    { way: "SERIAL", path: "COM3", baud: "19200" },
    { kind: "SERIAL", path: "COM3", baud: 19_200 },
  ],
] as const)("understands %o", (typed, transport) => {
  const printer = printerOf({ ...first, ...typed }, null, fresh);
  expect(printer?.transport).toEqual(transport);
  if (printer === null) throw new Error("no printer");
  expect(printerOf(printerForm(printer, true), printer, fresh)).toEqual(printer);
});

it.each([
  { way: "DEVICE", path: "/etc/passwd" },
  { way: "SHARE", path: "//localhost" },
  { way: "SPOOLER", queue: " " },
  { way: "SERIAL", path: "LPT1" },
  { onMs: "0" },
  { offMs: "999" },
  { name: " " },
] as const)("does not take %o", (typed) => {
  expect(printerOf({ ...first, ...typed }, null, fresh)).toBeNull();
});
