/*
 * The outer world as the core sees it: each is passed into `createCore` and nothing else reads a
 * clock, randomness, timers or the key store.
 */

/** Cryptographically random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** `wallMs` is UTC; `monotonicMs` never goes back while the machine runs. */
export type Clock = { readonly wallMs: () => number; readonly monotonicMs: () => number };

/** Runs `task` once after `delayMs`, unless the answer is called first. */
export type Schedule = (delayMs: number, task: () => void) => () => void;

/** Where secrets rest: the OS key store, or a told fallback when `protected` is false. */
export type SealBox = {
  readonly protected: boolean;
  readonly seal: (plain: Uint8Array) => Promise<Uint8Array>;
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
};

/** One line for the log file: a noun phrase and small facts, never personal data or secrets. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;
