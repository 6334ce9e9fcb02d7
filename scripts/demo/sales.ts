import { enrol, logIn, openShift, skipFirstRun } from "../../e2e/support/cashier-page.ts";
import { setPrinter } from "../../e2e/support/printer-dialog.ts";
import type { DemoData } from "../../central/server/demo/generate.ts";
import type { WrittenCard } from "../../central/server/demo/cards/write-cards.ts";
import type { Album } from "./album.ts";
import { type Goods, priced } from "./goods.ts";
import { inNotes, type Player } from "./play.ts";
import { goodCard, type Stage } from "./stage.ts";

/** What the acts are played with. */
export type Scene = {
  readonly stage: Stage;
  readonly player: Player;
  readonly album: Album;
  readonly goods: Goods;
  readonly demo: DemoData;
};

const SYNC_MS = 90_000;
const PRINTER_MS = 60_000;

/** Enrols the till by code and fingerprint, logs in, opens the shift and sets the printer. */
export async function openTill({ stage, album, player }: Scene): Promise<void> {
  const { till, centre, printer } = stage;
  const { cashier } = till;
  await cashier.getByLabel("Alamat pusat").waitFor();
  await album.take("daftar");
  const code = centre.demo.enrolCode;
  if (code === null) throw new Error("the centre gave no code for the demo till");
  const fingerprint = await enrol(cashier, { centreUrl: centre.url, code });
  await album.take("sidik-kunci");
  await stage.acceptTill(fingerprint);
  const [cashierPerson] = centre.demo.cashiers;
  if (cashierPerson === undefined) throw new Error("the demo has no cashier");
  await cashier.getByRole("radio", { name: cashierPerson.name }).waitFor({ timeout: SYNC_MS });
  await album.take("masuk");
  await logIn(cashier, cashierPerson);
  await cashier.getByRole("button", { name: "Ya, ini galerinya" }).waitFor();
  await album.take("pemasangan");
  await skipFirstRun(cashier);
  await cashier.getByLabel("Uang modal").waitFor();
  await album.take("buka-kas");
  await openShift(cashier, "300.000");
  const supervisor = centre.demo.cashiers.find(({ role }) => role === "SUPERVISOR");
  if (supervisor === undefined) throw new Error("the demo has no supervisor");
  const { pin: supervisorPin } = supervisor;
  await setPrinter(cashier, { host: "127.0.0.1", port: printer.port, supervisorPin });
  await player.waitForStatus("Printer siap", PRINTER_MS);
  await player.waitForStatus("Tersambung", SYNC_MS);
  await album.take("siap-berjualan");
}

/** Sale 1: goods by wedge, the ASN by camera; a bag among the goods does not count. */
export async function sellByCamera({ stage, player, album, goods }: Scene): Promise<void> {
  const first = priced(goods, [30_000, 45_000]);
  const second = priced(goods, [20_000, 29_000]);
  await player.scanGoods([first, second, goods.bag]);
  await player.lookAtCamera();
  await album.take("1-kamera");
  await player.leaveCamera();
  await stage.holdCardBeforeCamera();
  await player.cameraBuyer(bareName(stage.cameraCard));
  await album.take("1-kartu-terbaca");
  const total = first.unitPrice + second.unitPrice + goods.bag.unitPrice;
  await player.pay(inNotes(total), "1");
  await player.waitForReceipt();
  await album.take("1-selesai");
}

/** Sale 2: goods by touch, the ASN by a card on the wedge; the month stays short. */
export async function sellByTouch({ stage, player, album, goods }: Scene): Promise<void> {
  const product = priced(goods, [25_000, 40_000], 2);
  const card = goodCard(stage.cards, "PENGAWAS_FUNGSIONAL");
  await player.touchGoods([product]);
  await player.scanBuyer(card.text, bareName(card));
  await album.take("2-kartu");
  await player.pay(inNotes(product.unitPrice), "2");
  await player.waitForReceipt();
  await album.take("2-selesai");
}

/** Sale 3: a buyer without a NIP. */
export async function sellToPublic({ player, album, goods }: Scene): Promise<void> {
  const product = priced(goods, [60_000, 150_000], 1);
  await player.scanGoods([product, product]);
  await player.publicBuyer();
  await album.take("3-umum");
  await player.pay(inNotes(product.unitPrice * 2), "3");
  await player.waitForReceipt();
  await album.take("3-selesai");
}

/** Sale 4: the printer is off; the receipt waits and prints when it is on again. */
export async function sellWithoutPrinter(scene: Scene): Promise<void> {
  const { stage, player, album, goods, demo } = scene;
  const card = goodCard(stage.cards, "ADMINISTRATOR");
  const product = priced(goods, [100_000, 160_000]);
  await stage.printer.turnOff();
  await player.scanGoods([product]);
  await player.scanBuyer(nipOf(demo, card), bareName(card));
  await album.take("4-nip-dicocokkan");
  await player.confirmBuyer();
  await player.pay(inNotes(product.unitPrice), "4");
  await player.waitForStatus("Printer tidak tersambung", PRINTER_MS);
  await album.take("4-printer-mati");
  await stage.printer.turnOn();
  await player.waitForReceipt();
  await album.take("4-tercetak-kemudian");
}

/** Sales 5 to 7: the centre is stopped; three sales wait, and all arrive once it is back. */
export async function sellWithoutCentre({ stage, player, album, goods }: Scene): Promise<void> {
  await stage.stopCentre();
  const head = goodCard(stage.cards, "JPT_PRATAMA");
  const costly = priced(goods, [190_000, 400_000]);
  await player.scanGoods([costly]);
  await player.scanBuyer(head.text, bareName(head));
  await player.pay(inNotes(costly.unitPrice), "5");
  await player.waitForReceipt();
  const cheap = priced(goods, [8_000, 15_000]);
  await player.touchGoods([cheap]);
  await player.publicBuyer();
  await player.pay(inNotes(cheap.unitPrice), "6");
  await player.waitForReceipt();
  const again = goodCard(stage.cards, "PENGAWAS_FUNGSIONAL");
  const rest = priced(goods, [50_000, 80_000]);
  await player.scanGoods([rest]);
  await player.scanBuyer(again.text, bareName(again));
  await player.pay(inNotes(rest.unitPrice), "7");
  await player.waitForReceipt();
  await player.waitForStatus("Luring", SYNC_MS);
  await album.take("7-pusat-mati");
  await stage.restartCentre();
  await player.waitForStatus("Tersambung", SYNC_MS);
  await album.take("7-semua-terkirim");
}

/** The name without its degrees, as every screen has it somewhere. */
function bareName(card: WrittenCard): string {
  return card.name.split(",")[0] ?? card.name;
}

function nipOf(demo: DemoData, card: WrittenCard): string {
  const person = demo.people.find((one) => one.personId === card.personId);
  if (person === undefined) throw new Error("a card of nobody in the demo");
  return person.nip;
}
