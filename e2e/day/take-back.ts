import type { Locator } from "@playwright/test";
import { approve, approveByCard, backAtTheCart, type Day, rp, topDialog } from "./day.ts";
import { noteBack } from "./notebook.ts";

/** A sale as it is looked for again. */
type Sold = { readonly number: string; readonly total: number; readonly cash: number };

/** Voids a sale of this shift: the supervisor approves, by PIN or by card. */
export async function voidSale(day: Day, sold: Sold, by: "PIN" | "CARD"): Promise<void> {
  const { hands } = day;
  const detail = await findSale(day, sold.number);
  await hands.use(detail.getByRole("button", { name: "Batalkan", exact: true }));
  const dialog = hands.page.getByRole("alertdialog", { name: "Batalkan penjualan" });
  await hands.choose(dialog, "Pembeli keliru");
  await hands.use(dialog.getByRole("button", { name: "Minta persetujuan penyelia" }));
  const title = "Setujui pembatalan";
  await (by === "PIN" ? approve(day, title) : approveByCard(day, title));
  await detail.getByText("Dibatalkan: pembeli keliru").waitFor();
  noteBack(day.notebook, "voids", sold);
  await leaveHistory(day);
}

/** One line of a sale comes back: so many pieces, in a state, for so much. */
type Coming = {
  readonly goods: string;
  readonly pieces: number;
  readonly reason: string;
  readonly refund: number;
  readonly way: string;
};

/** Takes goods of a sale back with the supervisor's approval. */
export async function takeGoodsBack(day: Day, sold: Sold, coming: Coming): Promise<void> {
  const { hands } = day;
  const detail = await findSale(day, sold.number);
  await hands.use(detail.getByRole("button", { name: "Retur barang" }));
  const dialog = hands.page.getByRole("dialog", { name: "Retur barang" });
  await hands.reach(dialog.getByRole("button", { name: `Tambah ${coming.goods}`, exact: true }));
  for (let piece = 0; piece < coming.pieces; piece += 1) await hands.press("Enter");
  await hands.choose(dialog.getByRole("group", { name: "Alasan" }), coming.reason);
  await hands.choose(dialog.getByRole("group", { name: "Uang dikembalikan lewat" }), coming.way);
  await dialog.getByText(rp(coming.refund), { exact: true }).waitFor();
  await hands.use(dialog.getByRole("button", { name: /^Minta persetujuan/ }));
  await approve(day, "Setujui retur");
  await detail.getByText(/^Retur .*-\d{6}: /).waitFor();
  day.numbers += 1;
  const cash = coming.way === "Tunai" ? coming.refund : 0;
  noteBack(day.notebook, "returns", { total: coming.refund, cash });
  await leaveHistory(day);
}

async function findSale({ hands }: Day, number: string): Promise<Locator> {
  await hands.press("F8");
  await hands.reach(topDialog(hands).getByLabel("Cari penjualan"));
  await hands.words(number);
  const detail = topDialog(hands).getByRole("region", { name: new RegExp(`-${number}$`) });
  await detail.waitFor();
  return detail;
}

async function leaveHistory({ hands }: Day): Promise<void> {
  await hands.press("Escape");
  await backAtTheCart(hands);
}
