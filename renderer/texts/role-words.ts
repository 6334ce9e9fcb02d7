import type { StaffRole } from "../../shared/contract/roles.ts";

/** A staff role as people say it. */
export function roleWords(role: StaffRole): string {
  return role === "SUPERVISOR" ? "Penyelia" : "Kasir";
}
