/*
 * `shared/` has neither DOM nor Node types. These two globals exist on both platforms and are part
 * of tRPC's own interface; declared here with only what this folder uses.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
declare var AbortController: {
  new (): { readonly signal: AbortSignal; abort(reason?: unknown): void };
};
type AbortController = InstanceType<typeof AbortController>;
