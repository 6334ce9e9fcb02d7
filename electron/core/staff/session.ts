import { AppError } from "../../../shared/contract/errors.ts";
import type { StaffRole } from "../../../shared/contract/roles.ts";

export type Staff = {
  readonly cashierId: string;
  readonly name: string;
  readonly role: StaffRole;
};

/** Who stands at the till; ends with the process. */
export type Session = {
  readonly staff: () => Staff | null;
  /** Fails with: NOT_LOGGED_IN. */
  readonly require: () => Staff;
  readonly start: (staff: Staff) => void;
  readonly end: () => void;
};

export function createSession(): Session {
  let current: Staff | null = null;
  return {
    staff: () => current,
    require: () => {
      if (current === null) throw new AppError("NOT_LOGGED_IN");
      return current;
    },
    start: (staff) => {
      current = staff;
    },
    end: () => {
      current = null;
    },
  };
}
