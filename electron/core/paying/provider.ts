/** How a payment stands at its provider. Once PAID it stays so. */
export type ProviderState = "PENDING" | "PAID" | "EXPIRED" | "CANCELLED";

/** A code to be paid, as the provider made it. */
export type ProviderCode = {
  /** what the provider knows it by */
  readonly ref: string;
  /** the dynamic QRIS text for exactly the amount asked */
  readonly payload: string;
};

/**
 * Who sells payment codes and knows when one was paid. Every adapter has this one shape; each call
 * rejects when the provider cannot be asked, and may be repeated.
 */
export type PaymentProvider = {
  /** Makes the code of an amount in whole rupiah; the same id again gives the same code. */
  readonly create: (payment: {
    readonly qrisId: string;
    readonly amount: number;
  }) => Promise<ProviderCode>;
  readonly status: (ref: string) => Promise<ProviderState>;
  /** Takes a code back, and says how it stands then: PAID when the buyer was faster. */
  readonly cancel: (ref: string) => Promise<ProviderState>;
};
