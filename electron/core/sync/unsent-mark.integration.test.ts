import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { startTestCentre } from "../../../central/server/testing/test-centre.ts";
import { startTillAtCentre } from "./testing/till-at-centre.ts";
import { UNSENT_MARK } from "./unsent-mark.ts";

it("what is unsent is marked for the uninstaller, over a restart too, until the centre has it", async () => {
  const centre = await startTestCentre();
  const till = await startTillAtCentre(centre, "01");
  const isMarked = (): boolean => existsSync(path.join(till.folder, UNSENT_MARK));
  await till.sent();
  expect(isMarked()).toBe(false);
  await till.line.turnOff();
  await till.sell();
  await till.core.until(({ sync }) => sync.unsent === 1 && isMarked());
  await till.restart();
  expect(isMarked()).toBe(true);
  await till.line.turnOn();
  await till.sent();
  expect(isMarked()).toBe(false);
  await till.close();
  await centre.close();
});
