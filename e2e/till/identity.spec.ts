import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import {
  buyerPanel,
  cartLines,
  messages,
  storedStrip,
  tenderByKeys,
  typeByHand,
} from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { changeTillFile, entryBodies, storedSales } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

/** What stands on an employee's card that the regency did not sign. */
const FOREIGN = "PEGAWAI-7F3A9C0B51D2";
const REVOKED_SERIAL = 9_001;
const SHOTS = process.env["IDENTITY_SHOTS"];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

async function payByKeys(cashier: Page): Promise<void> {
  await tenderByKeys(cashier, "100000");
  await cashier.keyboard.press("Enter");
  await expect(storedStrip(cashier)).toBeVisible();
  // The strip may be that of the sale before.
  await expect(cartLines(cashier)).toHaveCount(0);
}

async function typeNip(cashier: Page, nip: string): Promise<void> {
  await cashier.getByLabel("NIP atau NI PPPK").fill(nip);
  await cashier.keyboard.press("Enter");
}

test("a foreign card is bound to its holder once, and sells from then on", async ({
  shop,
  open,
}) => {
  const till = await open({ dataDir: shop.dataDir });
  const { cashier } = till;
  const [product, person] = [firstOf(shop.products), firstOf(shop.people)];
  const [own, supervisor] = shop.cashiers;
  await startShift(till, shop);
  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, FOREIGN);
  await expect(messages(cashier)).toContainText("Kartu belum terdaftar.");
  await shot(cashier, "offer");
  await cashier.getByRole("button", { name: "Daftarkan kartu" }).click();
  await typeNip(cashier, person.nip);
  const dialog = cashier.getByRole("dialog", { name: "Daftarkan kartu" });
  await expect(dialog).toContainText(person.name);
  await expectAccessible(cashier, "card holder");
  await shot(cashier, "holder");
  await cashier.keyboard.press("Enter");
  const approval = cashier.getByRole("dialog", { name: "Setujui pendaftaran kartu" });
  await expect(approval).toContainText(`Kartu pegawai atas nama ${person.name}`);
  await approval.getByLabel("PIN", { exact: true }).focus();
  await shot(cashier, "approval");
  await typeByHand(cashier, supervisor?.pin ?? "");
  await expect(cashier.getByRole("dialog")).toHaveCount(0);
  await expect(buyerPanel(cashier)).toContainText(person.name);
  await shot(cashier, "bound");
  await payByKeys(cashier);

  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, FOREIGN);
  await expect(buyerPanel(cashier)).toContainText(person.name);
  await expect(buyerPanel(cashier)).toContainText("Kartu belum disetujui pusat");
  await shot(cashier, "again");
  await cashier.getByRole("button", { name: "Ya, cocok" }).press("Enter");
  await payByKeys(cashier);
  const { personId } = person;
  expect(entryBodies(shop.dataDir, "CARD_BOUND")).toMatchObject([
    {
      actorId: own?.cashierId,
      approval: { approverId: supervisor?.cashierId, action: "BIND_CARD" },
      personId,
    },
  ]);
  expect(entryBodies(shop.dataDir, "SALE")).toMatchObject([
    { buyer: { personId, assurance: "TYPED_NIP", match: "MATCHED" } },
    { buyer: { personId, assurance: "TYPED_NIP", match: "MATCHED" } },
  ]);
});

test("a revoked or expired card sells by its NIP, a bare NIP is confirmed on the screen, an unknown one waits for the centre", async ({
  shop,
  open,
}) => {
  const [product, person] = [firstOf(shop.products), firstOf(shop.people)];
  const { personId, serial, nip, name } = person;
  changeTillFile(
    shop.dataDir,
    `INSERT INTO card (serial, person_id, revoked, feed_seq)
       VALUES (${REVOKED_SERIAL}, '${personId}', 1, 1);
     UPDATE sync_state SET last_pull_at = last_pull_at - 20 * 86400000`,
  );
  const till = await open({ dataDir: shop.dataDir });
  const { cashier } = till;
  await startShift(till, shop);
  await expect(buyerPanel(cashier)).toContainText("Daftar ASN belum diperbarui 20 hari");
  await shot(cashier, "roster-age");

  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, shop.cardOf({ personId, serial: REVOKED_SERIAL }));
  await expect(messages(cashier)).toContainText("Kartu ini sudah dicabut.");
  await scanWithWedge(cashier, shop.cardOf({ personId, serial, expires: "2020-01-31" }));
  await expect(messages(cashier).last()).toContainText("Masa berlaku kartu sudah habis.");
  await cashier.keyboard.press("F4");
  await typeNip(cashier, nip);
  await expect(buyerPanel(cashier)).toContainText(name);
  await expect(cashier.getByRole("button", { name: "Bayar" })).toBeDisabled();
  await cashier.getByRole("button", { name: "Ya, cocok" }).press("Enter");
  await payByKeys(cashier);

  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, nip);
  await expect(cashier.getByRole("button", { name: "Bayar" })).toBeDisabled();
  await cashier.getByRole("button", { name: "Ya, cocok" }).press("Enter");
  await payByKeys(cashier);

  await scanWithWedge(cashier, product.barcode);
  await scanWithWedge(cashier, "199012312015031999");
  await cashier.getByRole("button", { name: "Ya, cocok" }).press("Enter");
  await expect(buyerPanel(cashier)).toContainText("Menunggu pencocokan pusat");
  await payByKeys(cashier);
  expect(storedSales(shop.dataDir).map(({ assurance }) => assurance)).toEqual([
    "TYPED_NIP",
    "NIP_QR",
    "NIP_QR",
  ]);
  expect(entryBodies(shop.dataDir, "SALE").at(-1)).toMatchObject({
    buyer: { personId: null, match: "PENDING" },
    counted: product.unitPrice,
  });
});
