import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A screen of the till has nothing for axe to object to. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Electron opens no second page for axe to gather its frames in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  expect(found, screen).toEqual([]);
}
