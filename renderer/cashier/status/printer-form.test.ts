import { expect, it } from "vitest";
import { printerForm, printerSettings } from "./printer-form.ts";

const known = {
  host: "192.168.1.50",
  port: 9_100,
  columns: 32 as const,
  cutter: false,
  drawer: true,
  confirms: true,
  status: true,
  deadlineMs: 5_000,
};

it("keeps what the printer was found to answer while it is the same printer", () => {
  expect(printerSettings(printerForm(known), known)).toEqual(known);
});

it("unlearns it for another printer", () => {
  const other = printerSettings({ ...printerForm(known), host: "192.168.1.51" }, known);
  expect(other).toMatchObject({ confirms: false, status: false, deadlineMs: 5_000 });
});

it("asks for an address and a real port", () => {
  const form = { ...printerForm(null), host: "printer.local" };
  expect(printerSettings(form, null)).toMatchObject({ host: "printer.local", port: 9_100 });
  expect(printerSettings({ ...form, host: "  " }, null)).toBeNull();
  for (const port of ["", "0", "70000", "91.5", "x"]) {
    expect(printerSettings({ ...form, port }, null)).toBeNull();
  }
});
