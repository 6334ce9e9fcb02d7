import type { StaffRole } from "../../shared/contract/roles.ts";
import { said } from "./language.ts";

/** A staff role as people say it. */
export function roleWords(role: StaffRole): string {
  return role === "SUPERVISOR" ? said("Penyelia", "Supervisor") : said("Kasir", "Cashier");
}
