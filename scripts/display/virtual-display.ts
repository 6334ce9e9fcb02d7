import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export type VirtualDisplay = { name: string; stop(): Promise<void> };

/** True where windows can be shown: macOS and Windows always, elsewhere with an X or Wayland server. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
}

/**
 * Starts an Xvfb of our own on a number nobody else has. Fails with: Error when Xvfb is missing or
 * does not come up.
 */
export async function startVirtualDisplay(
  size: { width: number; height: number } = { width: 1920, height: 1080 },
): Promise<VirtualDisplay> {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${size.width}x${size.height}x24`, "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const exited = once(server, "exit").catch(() => undefined);
  const number = await Promise.race([
    firstLine(server.stdio[3] as Readable),
    exited.then(() => {
      throw new Error("Xvfb tidak dapat dijalankan; pasang paket xvfb.");
    }),
  ]);
  return {
    name: `:${number}`,
    stop: async () => {
      server.kill();
      await exited;
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.trim();
}
