import { backAtTheCart, type Day, rp, topDialog } from "./day.ts";
import type { Hands } from "./hands.ts";
import { type Money, NO_MONEY } from "./notebook.ts";
import type { ScriptedSale } from "./script.ts";

const NOTE = 50_000;

/** Takes the money as the script says; gives what stayed of each kind. */
export async function takeMoney({ hands }: Day, sale: ScriptedSale, total: number): Promise<Money> {
  const part = Math.floor(total / 2);
  await hands.press("F9");
  const { page } = hands;
  await page.getByLabel("Uang diterima", { exact: true }).waitFor();
  switch (sale.payment) {
    case "EXACT":
      await hands.press("Enter");
      break;
    case "CHANGE":
      await hands.digits(Math.ceil((total + 1) / NOTE) * NOTE);
      await hands.press("Enter");
      break;
    case "QRIS":
      await hands.press("F2");
      await page.getByLabel("Jumlah", { exact: true }).waitFor();
      await confirmCode(hands);
      break;
    case "TRANSFER":
      await enterSlip(hands, "F3", `T${sale.no}`);
      await hands.press("Enter");
      break;
    case "DEBIT":
      await enterSlip(hands, "F4", `A${sale.no}`);
      await hands.press("Enter");
      break;
    case "TRANSFER_CASH":
      await enterSlip(hands, "F3", `T${sale.no}`);
      await hands.press("Tab");
      await hands.digits(part);
      await hands.press("Enter");
      await remains(hands, total - part);
      await hands.press("Enter");
      break;
    case "CASH_QRIS":
      await hands.digits(part);
      await hands.use(topDialog(hands).getByRole("button", { name: /^Catat tunai/ }));
      await remains(hands, total - part);
      await confirmCode(hands);
      break;
  }
  await backAtTheCart(hands);
  return { ...NO_MONEY, ...moneyOf(sale.payment, total, part) };
}

function moneyOf(payment: ScriptedSale["payment"], total: number, part: number): Partial<Money> {
  switch (payment) {
    case "EXACT":
    case "CHANGE":
      return { CASH: total };
    case "QRIS":
      return { QRIS: total };
    case "TRANSFER":
      return { TRANSFER: total };
    case "DEBIT":
      return { CARD: total };
    case "TRANSFER_CASH":
      return { TRANSFER: part, CASH: total - part };
    case "CASH_QRIS":
      return { CASH: part, QRIS: total - part };
  }
}

async function enterSlip(hands: Hands, key: "F3" | "F4", reference: string): Promise<void> {
  await hands.press(key);
  const label = key === "F3" ? "Nomor referensi transfer" : "Kode persetujuan kartu";
  await topDialog(hands).getByLabel(label).waitFor();
  await hands.words(reference);
}

/** Shows the code for all that remains, and says that the money is there. */
async function confirmCode(hands: Hands): Promise<void> {
  await hands.press("Enter");
  await hands.use(topDialog(hands).getByRole("button", { name: /^Uang sudah masuk/ }));
}

async function remains(hands: Hands, amount: number): Promise<void> {
  await topDialog(hands)
    .getByLabel("Masih harus dibayar")
    .filter({ hasText: rp(amount) })
    .waitFor();
}
