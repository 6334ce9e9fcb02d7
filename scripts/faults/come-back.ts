import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TillUnderTest } from "./till-under-test.ts";

const BACKLOG_MAIN = fileURLToPath(new URL("./backlog-main.ts", import.meta.url));

/** A till that was away from its centre for so many sales, and then finds it. */
export async function comeBackWith(till: TillUnderTest, sales: number): Promise<void> {
  await till.line.turnOff();
  await till.away("SHUTDOWN", async () => {
    const args = ["--folder", till.folder, "--sales", String(sales)];
    const child = spawn(process.execPath, [...till.clock.execArgv, BACKLOG_MAIN, ...args], {
      env: till.clock.env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`the backlog's sales ended with ${String(code)}`);
  });
  await till.line.turnOn();
  await till.running();
}
