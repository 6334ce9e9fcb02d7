import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { CentreRole } from "../../../shared/contract/roles.ts";
import type { CentreDeps } from "../deps.ts";
import { hashPassword } from "../people/password.ts";
import type { CentreRouter } from "../router/root.ts";
import { saveUser } from "../stores/user.ts";
import { newId } from "./test-till.ts";

/** The centre's pages as seen by one browser: a tRPC client that keeps its cookie. */
export function openBrowser(url: string) {
  let cookie = "";
  return createTRPCClient<CentreRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: () => (cookie === "" ? {} : { cookie }),
        fetch: async (input, init) => {
          const response = await fetch(input, init as RequestInit);
          const [set] = response.headers.getSetCookie();
          if (set !== undefined) cookie = set.split(";")[0] ?? "";
          return response;
        },
      }),
    ],
  });
}

/** The code a call was refused with; "" when it was not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "";
  } catch (error) {
    if (error instanceof TRPCClientError) return error.message;
    throw error;
  }
}

const PASSWORD = "mangga anggur 77";

export type TestPerson = { role: CentreRole; officeId?: string; personId?: string };

/** Makes a person with a role and gives what they log in with. */
export async function createPerson(
  deps: CentreDeps,
  person: TestPerson,
): Promise<{ username: string; password: string }> {
  const username = `${person.role.toLowerCase()}-${newId()}`;
  const passwordHash = await hashPassword(PASSWORD);
  await deps.database.transaction((tx) =>
    saveUser(tx, deps.regencyId, {
      userId: newId(),
      username,
      name: "Uji",
      role: person.role,
      officeId: person.officeId ?? null,
      personId: person.personId ?? null,
      passwordHash,
      mustChangePassword: false,
    }),
  );
  return { username, password: PASSWORD };
}

/** Makes a person with a role and gives their browser, logged in. */
export async function logInAs(url: string, deps: CentreDeps, person: TestPerson) {
  const browser = openBrowser(url);
  await browser.session.login.mutate(await createPerson(deps, person));
  return browser;
}
