import { z } from "zod";

/** What a run tells of itself between the writes: asked for, or said to be done. */
export const Mark = z.object({
  what: z.enum(["TILL", "KEYS", "COMMAND", "BACKUP", "MIGRATION"]),
  id: z.string(),
  done: z.boolean(),
});
export type Mark = z.infer<typeof Mark>;

/** Where the till stands that was installed long ago, and what is in it. */
export const OLD_FOLDER = "old";
export const OLD_MIGRATIONS = 3;
export const OLD_VALUE = '"from before"';

/** Seals the run's backups. */
export const BACKUP_KEY: Uint8Array = new Uint8Array(32).fill(7);
