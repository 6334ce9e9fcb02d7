import { z } from "zod";
import { ClockState } from "./primitives.ts";

/*
 * The check of the till's hardware. The drawer is tried by shift.openDrawer, approved and journalled.
 *
 * cashier port (tRPC router `CashierRouter`):
 *   hardware.check       query                      -> CoreCheck
 *   hardware.saveReport  mutation HardwareReport    -> { path }
 */

/** What only the core can measure. */
export const CoreCheck = z.object({
  version: z.string(),
  schemaVersion: z.int(),
  disk: z.object({
    freeBytes: z.int().min(0),
    /** the middle one of several small writes made durable in the data folder */
    syncMs: z.number().min(0),
  }),
  clock: z.object({ state: ClockState, offsetMs: z.int() }),
  centre: z.object({
    /** the round trip of one small request; null while the centre is not reached */
    roundTripMs: z.int().min(0).nullable(),
    errorCode: z.string().nullable(),
  }),
});
export type CoreCheck = z.infer<typeof CoreCheck>;

export const HardwareDevice = z.enum([
  "PRINTER",
  "DRAWER",
  "SCANNER",
  "CAMERA",
  "DISPLAY",
  "DISK",
  "CLOCK",
  "CENTRE",
]);
export type HardwareDevice = z.infer<typeof HardwareDevice>;

export const HardwareVerdict = z.enum(["GOOD", "DOUBT", "BAD", "UNTRIED"]);
export type HardwareVerdict = z.infer<typeof HardwareVerdict>;

/** Measured facts by name; never a scanned text, a name of a person or an address. */
const Facts = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  z.union([z.string().max(120), z.number(), z.boolean(), z.null()]),
);

export const HardwareFinding = z.strictObject({
  device: HardwareDevice,
  verdict: HardwareVerdict,
  facts: Facts,
});
export type HardwareFinding = z.infer<typeof HardwareFinding>;

/** What the window found out, for a file to send to whoever helps. */
export const HardwareReport = z.strictObject({ findings: z.array(HardwareFinding).max(20) });
export type HardwareReport = z.infer<typeof HardwareReport>;
