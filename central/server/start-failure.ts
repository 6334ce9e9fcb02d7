import { LockHeld } from "./database/embedded/process-lock.ts";
import { SchemaMismatch } from "./database/migrate.ts";
import { RootMismatch } from "./keys/trust.ts";

/** Why the centre does not start, for the person at the machine. */
export function startFailure(error: unknown): string {
  if (error instanceof LockHeld) {
    return `Pusat sudah berjalan pada folder data ini (proses ${error.pid}).`;
  }
  if (error instanceof SchemaMismatch) {
    return `Basis data tidak cocok dengan versi program ini: ${error.message}.`;
  }
  if (error instanceof RootMismatch) {
    return "Basis data ini dibuat dengan kunci akar lain. Periksa folder kunci atau DATABASE_URL.";
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "Alamat dan porta pusat sedang dipakai program lain. Pilih yang lain dengan --port.";
  }
  const text = error instanceof Error ? error.message : String(error);
  return `Pusat tidak dapat dimulai: ${text}`;
}
