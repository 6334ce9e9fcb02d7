import { AppError } from "../../shared/contract/errors.ts";
import type { WriteDb } from "./db/database.ts";
import { commandById, insertCommand } from "./db/stores/command.ts";
import { sha256Hex } from "./keys/ed25519.ts";

/** What a window asks for under an id of its own making. */
export type Command = {
  readonly commandId: string;
  readonly procedure: string;
  /** everything that makes this command this one */
  readonly content: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: number;
};

/** `result` is an id: whatever is shown of it is read anew. */
export type CommandOutcome = { readonly result: string; readonly repeated: boolean };

/**
 * Does a command once: its repeat gives the result of the first time and changes nothing.
 * Fails with: COMMAND_REUSED when the id came with other content before.
 */
export function once(db: WriteDb, command: Command, work: () => string): CommandOutcome {
  const { commandId, procedure, at } = command;
  const fingerprint = sha256Hex(JSON.stringify([procedure, command.content]));
  const known = commandById(db, commandId);
  if (known !== null) {
    if (known.fingerprint !== fingerprint) throw new AppError("COMMAND_REUSED");
    return { result: known.result, repeated: true };
  }
  const result = work();
  insertCommand(db, { commandId, procedure, fingerprint, result, at });
  return { result, repeated: false };
}
