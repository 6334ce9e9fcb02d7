import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import {
  type NetworkPrinter,
  startNetworkPrinter,
} from "../../electron/core/printing/testing/network-printer.ts";
import { expectAccessible } from "../support/axe.ts";
import {
  approve,
  cartLines,
  storedStrip,
  tenderByKeys,
  tillStatus,
  typeByHand,
} from "../support/cashier-page.ts";
import { openStatus } from "../support/printer-dialog.ts";
import { firstOf, supervisorOf, test } from "../support/selling.ts";
import { entryBodies, storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

async function sell(cashier: Page, barcode: string): Promise<void> {
  await scanWithWedge(cashier, barcode);
  await expect(cartLines(cashier)).toHaveCount(1);
  await cashier.keyboard.press("F6");
  await tenderByKeys(cashier, "200000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toContainText("Tersimpan");
}

const statusDialog = (cashier: Page) => cashier.getByRole("dialog", { name: "Keadaan kasir" });
const holds = (printer: NetworkPrinter, text: string): number =>
  printer.jobs().filter((bytes) => Buffer.from(bytes).includes(text)).length;

async function addSecond(cashier: Page, port: number, pin: string): Promise<void> {
  await openStatus(cashier);
  const dialog = statusDialog(cashier);
  await dialog.getByRole("button", { name: "Tambah printer" }).click();
  await dialog.getByLabel("Nama printer").fill("Cadangan");
  await dialog.getByLabel("Alamat").fill("127.0.0.1");
  await dialog.getByLabel("Port").fill(String(port));
  await dialog.getByRole("button", { name: "Simpan printer" }).click();
  await approve(cashier, pin);
  await expect(dialog.getByRole("button", { name: "Ubah: Cadangan" })).toBeVisible();
}

test("when the printer fails, the receipt prints on the other one; what is set aside stays so", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  const second = await startNetworkPrinter({ kind: "EPSON" });
  try {
    await addSecond(cashier, second.port, supervisorOf(shop).pin);
    await cashier.keyboard.press("Escape");
    await printer.turnOff();
    await sell(cashier, firstOf(shop.products).barcode);
    await expect(tillStatus(cashier)).toContainText("Printer tidak tersambung");
    await sell(cashier, firstOf(shop.products).barcode);
    const numbers = storedSales(shop.dataDir).map(({ number }) => number);
    const [first = "?", other = "?"] = numbers.sort();
    await openStatus(cashier);
    const dialog = statusDialog(cashier);
    await expect(dialog.getByRole("listitem").filter({ hasText: first })).toContainText(
      "Printer tidak dapat dihubungi",
    );
    await expectAccessible(cashier, "status with waiting prints");
    await dialog.getByRole("button", { name: `Cetak di Cadangan: Struk ${first}` }).click();
    await expect.poll(() => holds(second, first)).toBe(1);
    await dialog.getByRole("button", { name: `Lewati: Struk ${other}` }).click();
    await expect(dialog.getByRole("heading", { name: "Cetakan tertunda" })).toBeHidden();
    await printer.turnOn();
    await cashier.keyboard.press("Escape");
    await sell(cashier, firstOf(shop.products).barcode);
    await expect(storedStrip(cashier)).toContainText("Struk tercetak", { timeout: 20_000 });
    expect([first, other].map((number) => holds(printer, number))).toEqual([0, 0]);
    expect(holds(second, other)).toBe(0);
  } finally {
    await second.turnOff();
  }
});

test("the test page asks which line fits, and the width is kept", async ({
  till,
  shop,
  printer,
}) => {
  const { cashier } = till;
  await openStatus(cashier);
  const dialog = statusDialog(cashier);
  await dialog.getByRole("button", { name: "Cetak uji" }).click();
  await dialog.getByRole("button", { name: "42", exact: true }).waitFor();
  await dialog.getByRole("button", { name: "42", exact: true }).click();
  await expectAccessible(cashier, "approval of a printer");
  await approve(cashier, supervisorOf(shop).pin);
  await expect(dialog.getByText("80 mm, 42 huruf")).toBeVisible();
  await dialog.getByRole("button", { name: "Cetak uji" }).click();
  await expect.poll(() => holds(printer, "Lebar yang dipilih: 42 kolom")).toBe(1);
});

test("the hardware check tries each device and saves a report without a name in it", async ({
  till,
  shop,
}) => {
  const { cashier } = till;
  await openStatus(cashier);
  await cashier.getByRole("button", { name: "Periksa perangkat" }).click();
  const dialog = cashier.getByRole("dialog", { name: "Periksa perangkat" });
  const device = (name: string) => dialog.getByRole("button", { name: new RegExp(`^${name}`) });
  await dialog.getByRole("button", { name: "Cetak uji: Printer struk" }).click();
  await expect(device("Printer")).toContainText("Baik");
  await device("Laci uang").click();
  await dialog.getByRole("button", { name: "Buka laci" }).click();
  const approval = cashier.getByRole("dialog", { name: "Setujui membuka laci" });
  await approval.getByLabel("PIN", { exact: true }).focus();
  await typeByHand(cashier, supervisorOf(shop).pin);
  await expect(approval).toBeHidden();
  await dialog.getByRole("button", { name: "Ya", exact: true }).click();
  await expect(device("Laci uang")).toContainText("Baik");
  expect(entryBodies(shop.dataDir, "DRAWER_OPENED")).toMatchObject([{ reason: "CHECK" }]);
  await device("Pemindai").click();
  await scanWithWedge(cashier, firstOf(shop.products).barcode);
  await expect(dialog.getByText("kode barang", { exact: true })).toBeVisible();
  await expect(device("Pemindai")).toContainText("Baik");
  await expectAccessible(cashier, "scanner check");
  await device("Layar pembeli").click();
  await expect(dialog.getByText("layar kasir")).toBeVisible();
  for (const name of ["Cakram", "Jam", "Pusat"]) {
    await device(name).click();
    await expect(device(name)).not.toContainText("Belum dicoba");
  }
  await dialog.getByRole("button", { name: "Simpan laporan" }).click();
  await dialog.locator(".hardware-path").waitFor();
  const path = await dialog.locator(".hardware-path").innerText();
  const text = readFileSync(path, "utf8");
  const report = JSON.parse(text) as { findings: { device: string; verdict: string }[] };
  const verdicts = new Map(report.findings.map((finding) => [finding.device, finding.verdict]));
  expect([...verdicts.keys()]).toHaveLength(8);
  expect(verdicts.get("PRINTER")).toBe("GOOD");
  expect(verdicts.get("SCANNER")).toBe("GOOD");
  expect(verdicts.get("CAMERA")).toBe("UNTRIED");
  expect(verdicts.get("CENTRE")).toBe("BAD");
  for (const secret of [firstOf(shop.cashiers).name, firstOf(shop.products).barcode]) {
    expect(text).not.toContain(secret);
  }
  await cashier.keyboard.press("Escape");
  await expect(statusDialog(cashier)).toBeVisible();
  await expect(cartLines(cashier)).toHaveCount(0);
});
