import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import type { CentreRouter } from "../../central/server/router/root.ts";

/** The centre's procedures as a signed-in person may call them. */
export type CentreClient = TRPCClient<CentreRouter>;

/** A client that keeps the session's cookie, as a browser does. */
export function centreClient(url: string): CentreClient {
  let cookie = "";
  return createTRPCClient<CentreRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: () => ({ origin: url, ...(cookie === "" ? {} : { cookie }) }),
        fetch: async (input, init) => {
          const answer = await fetch(input, init as RequestInit);
          const [set] = answer.headers.getSetCookie();
          if (set !== undefined) cookie = set.split(";")[0] ?? "";
          return answer;
        },
      }),
    ],
  });
}

/** Signs in for the first time: the one-time password is changed for a new one, which is returned. */
export async function firstLogin(
  centre: CentreClient,
  login: { readonly username: string; readonly password: string; readonly newPassword: string },
): Promise<void> {
  const { username, password, newPassword } = login;
  await centre.session.login.mutate({ username, password });
  await centre.session.changePassword.mutate({ current: password, next: newPassword });
}

/** The admin's part of an enrolment: accepts the till that shows this fingerprint. */
export async function acceptTill(centre: CentreClient, fingerprint: string): Promise<void> {
  const waiting = await centre.till.pending.query();
  const found = waiting.find((till) => till.fingerprint === fingerprint);
  if (found === undefined) throw new Error("no till with this fingerprint waits at the centre");
  await centre.till.decide.mutate({
    enrolmentId: found.enrolmentId,
    accept: true,
    fingerprint,
  });
}
