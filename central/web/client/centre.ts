import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { CentreRouter } from "../../server/router/root.ts";
import { failureOf, isSessionOver } from "./failure.ts";

const centreContext = createTRPCContext<CentreRouter>();

/** Hands the centre's procedures to the pages below it. */
export const CentreProvider = centreContext.TRPCProvider;

/** The centre's procedures as query and mutation options. */
export const useCentre = centreContext.useTRPC;

const RETRYABLE = ["CENTRE_UNREACHABLE", "CENTRE_ERROR"];

function retry(failures: number, error: unknown): boolean {
  return failures < 2 && RETRYABLE.includes(failureOf(error).code);
}

/** One client for the page's whole life; `onSessionOver` is called when the cookie no longer holds. */
export function createCentre(onSessionOver: () => void) {
  const onError = (error: unknown): void => {
    if (isSessionOver(error)) onSessionOver();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry, staleTime: 5_000, networkMode: "always" } },
  });
  // Not batched: a batch is as slow as its slowest answer, and each part of a page stands for itself.
  const client = createTRPCClient<CentreRouter>({ links: [httpLink({ url: "/trpc" })] });
  const centre = createTRPCOptionsProxy<CentreRouter>({ client, queryClient });
  return { queryClient, client, centre };
}

export type Centre = ReturnType<typeof createCentre>;
