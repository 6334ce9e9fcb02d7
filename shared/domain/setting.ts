/** The shares, in basis points, that a cashier may be let to give away alone. */
export const DISCOUNT_LIMITS_BP = [0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 5_000] as const;

/** How many minutes a QRIS code may be shown before it must be made anew. */
export const QRIS_TIMEOUT_MINUTES = [2, 5, 10, 15] as const;
export type QrisTimeoutMinutes = (typeof QRIS_TIMEOUT_MINUTES)[number];

/** What an approval to set the clock is bound to. */
export function clockSubject(offsetMs: number): string {
  return `CLOCK=${offsetMs}`;
}

/** What an approval to take a till out of service, or to change its key, is bound to. */
export function tillSubject(till: {
  readonly outletCode: string;
  readonly tillCode: string;
}): string {
  return `${till.outletCode}-${till.tillCode}`;
}

/** What an approval to set up or remove a printer is bound to. */
export function printerSubject(printerId: string): string {
  return `PRINTER=${printerId}`;
}

/** What an approval of a setting's new value is bound to: another value needs another approval. */
export function settingSubject(change: { readonly name: string; readonly value: number }): string {
  return `${change.name}=${change.value}`;
}
