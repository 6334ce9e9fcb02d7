import { useRouteContext } from "@tanstack/react-router";
import type { Me } from "../../../shared/contract/centre-api.ts";
import { ACCESS, type Access } from "../routing/access.ts";

/** Who is logged in and what they may see; only on pages behind the login. */
export function useMe(): { readonly me: Me; readonly access: Access } {
  const me = useRouteContext({ from: "/member", select: (context) => context.me });
  return { me, access: ACCESS[me.role] };
}
