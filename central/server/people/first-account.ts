import type { CentreDeps } from "../deps.ts";
import { lockAccount, saveUser, setPassword } from "../stores/user.ts";
import { hashPassword, oneTimePassword } from "./password.ts";

/** The account of the first administrator. */
export const FIRST_USERNAME = "admin";

/**
 * Makes the first administrator with a one-time password, which is given back to be shown once.
 * Until somebody changed it, each start makes a new one; after that null.
 */
export async function ensureFirstAccount(deps: CentreDeps): Promise<string | null> {
  const { database, regencyId, random, newId } = deps;
  const password = oneTimePassword(random);
  const passwordHash = await hashPassword(password);
  return database.transaction(async (tx) => {
    const known = await lockAccount(tx, regencyId, FIRST_USERNAME);
    if (known === null) {
      await saveUser(tx, regencyId, {
        userId: newId(),
        username: FIRST_USERNAME,
        name: "Administrator",
        role: "ADMIN",
        officeId: null,
        personId: null,
        passwordHash,
        mustChangePassword: true,
      });
      return password;
    }
    if (!known.mustChangePassword) return null;
    await setPassword(tx, regencyId, {
      userId: known.userId,
      passwordHash,
      mustChangePassword: true,
    });
    return password;
  });
}
