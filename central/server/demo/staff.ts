import type { StaffRole } from "../../../shared/contract/roles.ts";
import { demoId } from "./demo-id.ts";
import { demoName } from "./names.ts";
import type { Random } from "./random.ts";

/** Somebody who may open a till. `pin` is printed when the demo starts and exists nowhere else. */
export type DemoCashier = {
  readonly cashierId: string;
  readonly outletIds: readonly string[];
  readonly name: string;
  readonly role: StaffRole;
  readonly pin: string;
  readonly active: boolean;
};

const ROLES: readonly StaffRole[] = ["CASHIER", "CASHIER", "CASHIER", "SUPERVISOR", "SUPERVISOR"];

/** Three cashiers and two supervisors; all may work at both outlets. */
export function demoCashiers(outletIds: readonly string[], random: Random): DemoCashier[] {
  return ROLES.map((role, index) => ({
    cashierId: demoId("cashier", index),
    outletIds,
    name: demoName(random, index % 2 === 0 ? "P" : "L", "CLERK").replace(/,.*$/, ""),
    role,
    pin: String(random.int(100_000, 999_999)),
    active: true,
  }));
}
