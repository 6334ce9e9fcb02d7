import { expect, type Locator, type Page } from "@playwright/test";
import type { PreparedTill } from "../../electron/core/testing/prepare-till.ts";
import { buyerPanelWords, nipWords } from "../../renderer/texts/buyer-words.ts";
import { cardWords } from "../../renderer/texts/card-words.ts";
import { cartWords, paidWords } from "../../renderer/texts/cart-words.ts";
import {
  displayCartWords,
  receiptQrWords,
  thanksWords,
} from "../../renderer/texts/display-words.ts";
import { firstRunWords } from "../../renderer/texts/first-run-words.ts";
import { loginWords, openShiftWords } from "../../renderer/texts/gate-words.ts";
import { goodsTexts } from "../../renderer/texts/goods-words.ts";
import { deviceWords, hardwareText } from "../../renderer/texts/hardware-words.ts";
import { helpTopics } from "../../renderer/texts/help-words.ts";
import { detailWords, returnWords, voidWords } from "../../renderer/texts/history-words.ts";
import { type Language, speak } from "../../renderer/texts/language.ts";
import { displayQrisWords, payWords, qrisWords } from "../../renderer/texts/paying-words.ts";
import { priceWords } from "../../renderer/texts/price-words.ts";
import { languageNames } from "../../renderer/texts/settings-words.ts";
import { differenceReasonLabel, shiftTexts } from "../../renderer/texts/shift-words.ts";
import { STICKER } from "./qris-codes.ts";
import { firstOf } from "./selling.ts";
import type { TillApp } from "./till-app.ts";
import { scanWithWedge } from "./wedge.ts";

/** What is done on each screen once it stands there. */
export type Visit = (page: Page, screen: string) => Promise<void>;

type Round = {
  readonly cashier: Page;
  readonly display: Page;
  readonly shop: PreparedTill;
  readonly visit: Visit;
};

/**
 * Goes through every screen and dialog of both windows in one language, from the login to the Z
 * report and back to it, so that it can be gone through again in another. Starts at the login.
 */
export async function everyScreen(
  { till, shop }: { readonly till: TillApp; readonly shop: PreparedTill },
  language: Language,
  visit: Visit,
): Promise<void> {
  speak(language);
  const { cashier, display } = till;
  const round = {
    cashier,
    display,
    shop,
    visit: (page: Page, screen: string) => visit(page, `${language}, ${screen}`),
  };
  await before(round, language);
  await setUpQris(round);
  await logIn(round, 0);
  await round.visit(cashier, "selling, empty");
  await dialogs(round);
  await setUp(round);
  await cash(round);
  await search(round);
  await buyers(round);
  await cart(round);
  await paying(round);
  await history(round);
  await close(round);
  speak("id");
}

async function before({ cashier, display, shop, visit }: Round, language: Language) {
  await cashier.getByRole("radio", { name: languageNames[language] }).click();
  await cashier.getByRole("heading", { name: loginWords.title }).waitFor();
  await visit(cashier, "login");
  await expect(display.locator("html")).toHaveAttribute("lang", language);
  await visit(display, "display, idle");
  await enterPin(cashier, shop.cashiers[1] ?? firstOf(shop.cashiers));
  await cashier.getByLabel(openShiftWords.float, { exact: true }).waitFor();
  await visit(cashier, "open shift");
  await cashier.getByLabel(openShiftWords.float, { exact: true }).fill("200.000");
  await button(cashier, openShiftWords.title).click();
  await searchField(cashier).waitFor();
}

/** The supervisor sets the shop's code, or the same once more. */
async function setUpQris({ cashier, visit }: Round) {
  await cashier.keyboard.press("F10");
  await visit(cashier, "status of a supervisor");
  await cashier
    .getByRole("button", { name: new RegExp(`^(${qrisWords.set}|${qrisWords.change})$`) })
    .click();
  await visit(cashier, "QRIS set-up");
  await scanWithWedge(cashier, STICKER);
  await button(cashier, qrisWords.install).waitFor();
  await visit(cashier, "QRIS set-up, comparing");
  await button(cashier, qrisWords.install).click();
  await expect(cashier.getByRole("log")).toContainText(qrisWords.installed);
  await leaveAll(cashier);
  await cashier.keyboard.press("Control+l");
}

async function dialogs(round: Round) {
  const { cashier, visit } = round;
  for (const key of ["F1", "F3", "F4", "F8", "F10", "Control+g", "Control+h", "Control+i"]) {
    await open(round, key, `dialog of ${key}`);
    await leave(cashier);
  }
  await cashier.keyboard.press("F1");
  await button(dialog(cashier), helpTopics.printer.title).click();
  await visit(cashier, "help");
  await leaveAll(cashier);
  await cashier.keyboard.press("F10");
  await button(cashier, hardwareText.open).click();
  for (const device of ["PRINTER", "SCANNER", "CAMERA", "DISK"] as const) {
    await button(cashier, new RegExp(`^${deviceWords[device]}`)).click();
    await visit(cashier, `hardware, ${device}`);
  }
  await leaveAll(cashier);
  await open(round, "Control+,", "settings");
  await dialog(cashier).getByRole("radio", { name: "15%" }).click();
  await dialog(cashier).getByLabel(loginWords.pin, { exact: true }).waitFor();
  await visit(cashier, "settings, approval");
  await leaveAll(cashier);
}

/** The assistant of a new till, opened once more. */
async function setUp({ cashier, visit }: Round) {
  await cashier.keyboard.press("Control+,");
  await button(cashier, firstRunWords.reopen).click();
  for (const step of ["OUTLET", "PRINTER", "SCANNER", "QRIS"] as const) {
    await cashier.getByRole("region", { name: firstRunWords.titles[step] }).waitFor();
    await visit(cashier, `set-up, ${step}`);
    await button(cashier, firstRunWords.later).click();
  }
  await cashier.getByRole("region", { name: firstRunWords.titles.SUMMARY }).waitFor();
  await visit(cashier, "set-up, SUMMARY");
  await button(cashier, firstRunWords.finish).click();
  await searchField(cashier).waitFor();
}

async function cash(round: Round) {
  const { cashier, visit } = round;
  await open(round, "Control+k", "drawer, X report");
  for (const section of ["in", "drawer", "past"] as const) {
    await cashier.getByRole("tab", { name: shiftTexts.sections[section] }).click();
    await visit(cashier, `drawer, ${section}`);
  }
  await leave(cashier);
}

async function search({ cashier, visit }: Round) {
  await searchField(cashier).fill("qzwv");
  await cashier.getByText(goodsTexts.showAll).waitFor();
  await visit(cashier, "search without result");
  await searchField(cashier).fill("kopi");
  await visit(cashier, "search");
  await searchField(cashier).fill("");
}

async function buyers(round: Round) {
  const { cashier, visit, shop } = round;
  await scanWithWedge(cashier, "3513010101900001");
  await cashier.getByRole("alert").first().waitFor();
  await visit(cashier, "a refused scan");
  await scanWithWedge(cashier, "PEGAWAI-7F3A9C0B51D2");
  await button(cashier, cardWords.bind).click();
  await dialog(cashier).getByLabel(nipWords.field).fill(firstOf(shop.people).nip);
  await cashier.keyboard.press("Enter");
  await button(dialog(cashier), cardWords.ask).waitFor();
  await visit(cashier, "a card to enrol, comparing");
  await leaveAll(cashier);
  await cashier.keyboard.press("F4");
  await cashier.getByLabel(nipWords.field).fill(firstOf(shop.people).nip);
  await button(cashier, nipWords.find).click();
  await button(cashier, buyerPanelWords.matches).waitFor();
  await visit(cashier, "a buyer to compare");
  await button(cashier, buyerPanelWords.otherPerson).click();
  await cashier.keyboard.press("Control+i");
  await cashier.getByLabel(cartWords.institutionName).fill("Dinas Koperasi");
  await button(cashier, cartWords.useInstitution).click();
  await cashier.getByText(cartWords.institutionNotCounted).waitFor();
  await visit(cashier, "an institution");
  await button(cashier, buyerPanelWords.remove).click();
}

async function cart(round: Round) {
  const { cashier, display, visit, shop } = round;
  await scanWithWedge(cashier, shop.cardOf(firstOf(shop.people)));
  const buyer = cashier.getByRole("region", { name: buyerPanelWords.title });
  await expect(buyer).toContainText(firstOf(shop.people).name);
  await addTwenty(cashier);
  await visit(cashier, "selling, 20 lines and a buyer");
  await display.getByRole("heading", { name: displayCartWords.title }).waitFor();
  await visit(display, "display, cart");
  for (const key of ["Control+b", "Control+d", "Control+e", "Control+Delete", "Control+u"]) {
    await open(round, key, `dialog of ${key}, with a cart`);
    if (key !== "Control+u") await leave(cashier);
  }
  await cashier.getByLabel(priceWords.label).fill("1.000");
  await cashier.keyboard.press("Enter");
  await dialog(cashier).getByLabel(loginWords.pin, { exact: true }).waitFor();
  await visit(cashier, "price, approval");
  await leaveAll(cashier);
  await cashier.keyboard.press("F7");
  await cashier.getByText(cartWords.empty).waitFor();
  await open(round, "Control+h", "held carts");
  await button(dialog(cashier), new RegExp(`^${cartWords.discard}`)).click();
  await visit(cashier, "held carts, to discard one");
  await button(dialog(cashier), cartWords.keep).click();
  await button(dialog(cashier), new RegExp(`^${cartWords.resume}`)).click();
  await expect(cartLines(cashier)).toHaveCount(20);
}

async function paying(round: Round) {
  const { cashier, display, visit } = round;
  await open(round, "F9", "pay sheet, cash");
  await cashier.getByLabel(payWords.received, { exact: true }).fill("1.000");
  await visit(cashier, "pay sheet, cash, too little");
  for (const key of ["F3", "F4", "F2"]) {
    await cashier.keyboard.press(key);
    await visit(cashier, `pay sheet, ${key}`);
  }
  await button(cashier, qrisWords.show).click();
  await cashier.getByLabel(qrisWords.code).waitFor();
  await visit(cashier, "pay sheet, QRIS code");
  await display.getByRole("heading", { name: displayQrisWords.title }).waitFor();
  await visit(display, "display, QRIS");
  await button(cashier, qrisWords.cancel).click();
  await cashier.keyboard.press("F1");
  await button(cashier, payWords.exact).click();
  await cashier.getByRole("status", { name: paidWords.title }).waitFor();
  await visit(cashier, "paid");
  await display.getByRole("heading", { name: thanksWords.title }).waitFor();
  await visit(display, "display, thanks");
}

async function history(round: Round) {
  const { cashier, display, visit } = round;
  await cashier.keyboard.press("F8");
  await button(cashier, detailWords.qr).waitFor();
  await visit(cashier, "history, a sale");
  await button(cashier, detailWords.qr).click();
  await display.getByRole("heading", { name: receiptQrWords.title }).waitFor();
  await visit(cashier, "receipt QR");
  await visit(display, "display, receipt");
  await leave(cashier);
  await button(cashier, detailWords.return).click();
  await button(dialog(cashier), new RegExp(`^${returnWords.more("")}`))
    .first()
    .click();
  await expect(button(cashier, returnWords.ask)).toBeEnabled();
  await visit(cashier, "return");
  await leave(cashier);
  await button(cashier, detailWords.void).click();
  await cashier.getByLabel(voidWords.alone).check();
  await visit(cashier, "void by one person");
  await cashier.getByLabel(voidWords.alone).uncheck();
  await button(cashier, voidWords.ask).click();
  await dialog(cashier).getByLabel(loginWords.pin, { exact: true }).waitFor();
  await visit(cashier, "void, approval");
  await leaveAll(cashier);
}

async function close(round: Round) {
  const { cashier, visit } = round;
  await cashier.keyboard.press("Control+k");
  await button(cashier, shiftTexts.closeShift).click();
  await button(cashier, shiftTexts.close.submit).waitFor();
  await visit(cashier, "counting");
  await button(cashier, shiftTexts.close.submit).click();
  await cashier.getByRole("radio", { name: differenceReasonLabel("UNKNOWN") }).check();
  await visit(cashier, "a difference");
  await button(cashier, shiftTexts.close.confirm).click();
  await button(cashier, shiftTexts.close.done).waitFor();
  await visit(cashier, "closed, Z report");
  await button(cashier, shiftTexts.close.done).click();
  await button(cashier, shiftTexts.sections.past).click();
  await visit(cashier, "past Z reports");
  await leave(cashier);
  await button(cashier, shiftTexts.lockNow).click();
  await cashier.getByRole("heading", { name: loginWords.title }).waitFor();
}

async function logIn({ cashier, shop }: Round, index: number) {
  await cashier.getByRole("heading", { name: loginWords.title }).waitFor();
  await enterPin(cashier, shop.cashiers[index] ?? firstOf(shop.cashiers));
  await searchField(cashier).waitFor();
}

async function enterPin(cashier: Page, who: { readonly name: string; readonly pin: string }) {
  await cashier.getByRole("radio", { name: who.name }).click();
  await cashier.getByLabel(loginWords.pin, { exact: true }).fill(who.pin);
}

async function addTwenty(cashier: Page) {
  await cashier
    .getByRole("gridcell")
    .evaluateAll((cells) =>
      cells.slice(0, 20).map((cell) => cell.querySelector("button")?.click()),
    );
  await expect(cartLines(cashier)).toHaveCount(20);
}

async function open({ cashier, visit }: Round, key: string, screen: string) {
  await cashier.keyboard.press(key);
  await dialog(cashier).waitFor();
  await visit(cashier, screen);
}

/** Leaves the top-most dialog. */
async function leave(cashier: Page) {
  const dialogs = cashier.locator("dialog[open]");
  const count = await dialogs.count();
  await cashier.keyboard.press("Escape");
  await expect(dialogs).toHaveCount(count - 1);
}

/** Leaves every dialog: some give way to the one they came from. */
async function leaveAll(cashier: Page) {
  await expect(async () => {
    if ((await cashier.locator("dialog[open]").count()) > 0) await cashier.keyboard.press("Escape");
    expect(await cashier.locator("dialog[open]").count()).toBe(0);
  }).toPass();
}

function dialog(cashier: Page): Locator {
  return cashier.locator("dialog[open]").last();
}

function button(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
}

function searchField(cashier: Page): Locator {
  return cashier.getByRole("searchbox", { name: goodsTexts.search });
}

function cartLines(cashier: Page): Locator {
  return cashier.getByRole("list", { name: cartWords.lines }).getByRole("listitem");
}
