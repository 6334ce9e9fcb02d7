import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { processExists } from "./database/embedded/process-lock.ts";

const Connection = z.object({
  pid: z.int().positive(),
  /** where the running centre answers */
  url: z.string(),
  databaseUrl: z.string(),
  regencyId: z.string(),
});
export type Connection = z.infer<typeof Connection>;

function pathOf(dataDir: string): string {
  return join(dataDir, "connection.json");
}

/** Notes for commands of the same OS user how to reach the running centre's database. */
export async function writeConnection(dataDir: string, connection: Connection): Promise<void> {
  const path = pathOf(dataDir);
  await rm(path, { force: true });
  await writeFile(path, JSON.stringify(connection), { mode: 0o600, flag: "wx" });
}

/** The running centre's connection, or null when none runs on this folder. */
export async function readConnection(dataDir: string): Promise<Connection | null> {
  const text = await readFile(pathOf(dataDir), "utf8").catch(() => null);
  if (text === null) return null;
  const connection = Connection.safeParse(JSON.parse(text));
  return connection.success && processExists(connection.data.pid) ? connection.data : null;
}

/** Forgets the connection when the centre stops. */
export function removeConnection(dataDir: string): Promise<void> {
  return rm(pathOf(dataDir), { force: true });
}
