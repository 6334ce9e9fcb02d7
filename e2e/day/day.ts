import type { Locator } from "@playwright/test";
import { searchField } from "../support/cashier-page.ts";
import type { Hands } from "./hands.ts";
import type { DayFigures } from "./notebook.ts";
import type { Clerk, DayShop } from "./shop.ts";

/** A day at the till as it goes on. */
export type Day = {
  readonly hands: Hands;
  readonly shop: DayShop;
  /** what the people at the till would have written down */
  readonly notebook: DayFigures;
  /** who is at the till */
  clerk: Clerk;
  /** receipt numbers drawn so far */
  numbers: number;
};

/** The dialog that lies on top. */
export function topDialog({ page }: Hands): Locator {
  return page.locator("dialog[open]").last();
}

/** Waits until no dialog is open: the selling screen hears its keys again. */
export async function backAtTheCart({ page }: Hands): Promise<void> {
  await page.locator("dialog[open]").first().waitFor({ state: "detached" });
}

/** Picks a name by arrow and types the PIN. */
export async function logIn(hands: Hands, who: Clerk): Promise<void> {
  const { page } = hands;
  const names = page.getByRole("radiogroup", { name: "Petugas" });
  const wanted = names.getByRole("radio", { name: who.name });
  await wanted.waitFor();
  while ((await wanted.getAttribute("aria-checked")) !== "true") {
    await hands.reach(names.locator("[aria-checked=true]"), "Shift+Tab");
    await hands.press("ArrowDown");
  }
  await hands.reach(page.getByLabel("PIN", { exact: true }));
  await enterPin(hands, who.pin);
}

/** Types a PIN; Enter ends it, as on a number pad. */
export async function enterPin(hands: Hands, pin: string): Promise<void> {
  await hands.digits(pin);
  await hands.press("Enter");
}

/** Takes over the till from whoever stands there; the shift goes on. */
export async function takeOver(day: Day, who: Clerk): Promise<void> {
  await day.hands.press("Control+L");
  await logIn(day.hands, who);
  await searchField(day.hands.page).waitFor();
  day.clerk = who;
}

/** A supervisor beside the cashier approves by PIN. */
export async function approve({ hands, shop }: Day, title: string): Promise<void> {
  const dialog = hands.page.getByRole("dialog", { name: title });
  await hands.reach(dialog.getByLabel("PIN", { exact: true }));
  await enterPin(hands, shop.supervisor.pin);
  await dialog.waitFor({ state: "detached" });
}

/** The same with the supervisor's card. */
export async function approveByCard({ hands, shop }: Day, title: string): Promise<void> {
  const dialog = hands.page.getByRole("dialog", { name: title });
  await dialog.waitFor();
  await hands.scan(shop.supervisor.card);
  await dialog.waitFor({ state: "detached" });
}

/** Rupiah as screens and paper show them. */
export function rp(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${amount < 0 ? "-" : ""}Rp${digits}`;
}
