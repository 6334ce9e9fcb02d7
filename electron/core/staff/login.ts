import type { Till } from "../context.ts";
import { openShift } from "../db/stores/shift.ts";
import { activeStaff, checkPin } from "./check-pin.ts";
import type { Staff } from "./session.ts";

/**
 * Logs a cashier in.
 * Fails with: NOT_FOUND, PIN_MALFORMED, PIN_WRONG {left}, PIN_LOCKED {until}, KEY_UNAVAILABLE.
 */
export async function login(till: Till, cashierId: string, pin: string): Promise<Staff> {
  const cashier = activeStaff(till, cashierId);
  // Without the key store no PIN can be checked. Selling must go on all the same, so whoever opened
  // the running shift may go on with it; everything written meanwhile is unsigned and says so.
  const withoutKeys = (): boolean => openShift(till.file.db())?.openedBy === cashierId;
  await checkPin(till, cashier, { pin, withoutKeys });
  const staff = { cashierId, name: cashier.name, role: cashier.role };
  till.session.start(staff);
  till.changed();
  return staff;
}
