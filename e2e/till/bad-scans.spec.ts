import { expect } from "@playwright/test";
import { errorText } from "../../renderer/texts/errors.ts";
import type { ErrorCode } from "../../shared/contract/errors.ts";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { buyerPanel, cartLines, messages } from "../support/cashier-page.ts";
import { firstOf, startShift, test } from "../support/selling.ts";
import { changeTillFile, refusedScans } from "../support/till-file.ts";
import { scanWithWedge } from "../support/wedge.ts";

const REVOKED_SERIAL = 9_001;

function badScans(shop: PreparedTill): [ErrorCode, string][] {
  const { personId, serial } = firstOf(shop.people);
  const card = shop.cardOf({ personId, serial });
  const lastChanged = card.endsWith("A") ? "B" : "A";
  return [
    ["CARD_MALFORMED", card.slice(0, 90)],
    ["CARD_SIGNATURE", card.slice(0, 100) + (card[100] === "C" ? "D" : "C") + card.slice(101)],
    ["CARD_EXPIRED", shop.cardOf({ personId, serial, expires: "2020-01-31" })],
    ["CARD_REVOKED", shop.cardOf({ personId, serial: REVOKED_SERIAL })],
    ["CARD_KEY_UNKNOWN", shop.cardOf({ personId, serial, keyId: 77 })],
    ["SCAN_NIK", "3513010101900001"],
    ["SCAN_OLD_NIP", "510123456"],
    ["SCAN_PAYMENT_CODE", `00020101021126610014ID.CO.CONTOH${lastChanged}`],
    ["SCAN_URL", "https://contoh.example/kartu"],
    ["NIP_MALFORMED", "198513152010011991"],
    ["PRODUCT_UNKNOWN", "8991234567890"],
  ];
}

test("every wrong scan has a message of its own, and nothing of it is kept", async ({
  shop,
  open,
}) => {
  test.setTimeout(120_000);
  changeTillFile(
    shop.dataDir,
    `INSERT INTO card (serial, person_id, revoked, feed_seq)
     VALUES (${REVOKED_SERIAL}, '${firstOf(shop.people).personId}', 1, 1)`,
  );
  const till = await open({ dataDir: shop.dataDir });
  await startShift(till, shop);
  const scans = badScans(shop);
  for (const [code, text] of scans) {
    await test.step(code, async () => {
      await scanWithWedge(till.cashier, text);
      await expect(messages(till.cashier).last()).toContainText(errorText[code].what);
      await till.cashier.getByRole("button", { name: "Tutup pesan" }).first().click();
      await expect(messages(till.cashier)).toHaveCount(0);
    });
  }
  await expect(buyerPanel(till.cashier)).toContainText("Siapa pembelinya?");
  await expect(cartLines(till.cashier)).toHaveCount(0);
  expect(refusedScans(shop.dataDir)).toEqual(Object.fromEntries(scans.map(([code]) => [code, 1])));
});

test("a NIP that the roster does not have sells as waiting for the centre's match", async ({
  till,
}) => {
  await scanWithWedge(till.cashier, "199012312015031999");
  await expect(buyerPanel(till.cashier)).toContainText("belum dicocokkan");
  await till.cashier.getByRole("button", { name: "Ya, cocok" }).click();
  await expect(buyerPanel(till.cashier)).toContainText("Menunggu pencocokan pusat");
});

test("section 9 row 16, the scanner types into the wrong field: it types past a focused field and a caps lock", async ({
  till,
  shop,
}) => {
  const product = firstOf(shop.products);
  await till.cashier.getByRole("searchbox", { name: "Cari barang" }).focus();
  await scanWithWedge(till.cashier, product.barcode);
  await expect(cartLines(till.cashier)).toHaveCount(1);
  await expect(till.cashier.getByRole("searchbox", { name: "Cari barang" })).toHaveValue("");
  await scanWithWedge(till.cashier, shop.cardOf(firstOf(shop.people)).toLowerCase());
  await expect(buyerPanel(till.cashier)).toContainText(firstOf(shop.people).name);
});
