import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * A screen of the till has nothing for axe to object to; a run tells all that it finds. Colours take
 * most of the time: a screen that differs in its words alone is judged `withoutColours`.
 */
export async function expectAccessible(
  page: Page,
  screen: string,
  withoutColours = false,
): Promise<void> {
  // Electron opens no second page for axe to gather its frames in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (withoutColours) axe.disableRules("color-contrast");
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  expect.soft(found, screen).toEqual([]);
}
