import type { CentreDeps } from "../deps.ts";

/** What a procedure may know of the request that called it. */
export type RequestFacts = {
  readonly method: string;
  /** as in the request line, query included */
  readonly path: string;
  readonly contentType: string;
  /** hex SHA-256 of the body's bytes as they were sent, before unpacking */
  readonly bodyHash: string;
  readonly tillId: string | null;
  readonly nonce: string | null;
  readonly signature: string | null;
  readonly sessionToken: string | null;
};

/** Sets (or with null clears) the session cookie of the answer. */
export type SetSession = (token: string | null, expiresAt: number) => void;

export type CentreContext = {
  readonly deps: CentreDeps;
  readonly request: RequestFacts;
  readonly setSession: SetSession;
};
