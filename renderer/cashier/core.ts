import type { TRPCClient } from "@trpc/client";
import type { CashierRouter } from "../../electron/core/router/root.ts";

/** The core as the cashier's port serves it. */
export type CashierCore = TRPCClient<CashierRouter>;
