import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { BackupDone } from "./take-backup.ts";

/** The one thing a backup's thread says. */
export type BackupMessage =
  | { readonly type: "done"; readonly done: BackupDone }
  | { readonly type: "failed"; readonly code: ErrorCode; readonly reason: string };
