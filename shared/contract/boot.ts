import { z } from "zod";
import { HealthView } from "./core-api.ts";
import { ERROR_CODES } from "./errors.ts";
import { WindowRole } from "./roles.ts";

/*
 * What the shell and the core tell each other over the core's parent channel, which no window gets.
 * Order: main `boot` -> core asks `seal`/`unseal` as often as it needs -> core `ready` or `failed`
 * (then exits) -> main deals `window` any number of times -> main `shutdown` -> core exits with 0.
 *
 * In a utilityProcess a `window` message carries the window's MessagePort as its first transferred
 * port. In a forked Node, ports cannot be handed over: the shell relays frames by `windowId` instead.
 */

/** Binary as base64: the channel of a forked Node is JSON. */
const Base64 = z.base64().max(1_000_000);
const RequestId = z.int().min(1);
const WindowId = z.int().min(1);

export const MainToCore = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("boot"),
    /** absolute path of the folder that holds the till's file and sealed keys */
    dataDir: z.string().min(1),
    /** false: sealing only keeps bytes in a 0600 file, and till and centre must say so */
    sealProtected: z.boolean(),
    /** the product's version, for HealthView */
    version: z.string(),
  }),
  z.object({ type: z.literal("sealed"), id: RequestId, data: Base64 }),
  z.object({ type: z.literal("seal-failed"), id: RequestId }),
  z.object({ type: z.literal("window"), windowId: WindowId, role: WindowRole }),
  z.object({ type: z.literal("to-core"), windowId: WindowId, data: z.unknown() }),
  z.object({ type: z.literal("window-gone"), windowId: WindowId }),
  z.object({ type: z.literal("shutdown") }),
]);
export type MainToCore = z.infer<typeof MainToCore>;

export const CoreToMain = z.discriminatedUnion("type", [
  z.object({ type: z.literal("seal"), id: RequestId, data: Base64 }),
  z.object({ type: z.literal("unseal"), id: RequestId, data: Base64 }),
  z.object({ type: z.literal("ready"), health: HealthView }),
  z.object({ type: z.literal("failed"), code: z.enum(ERROR_CODES) }),
  z.object({ type: z.literal("from-core"), windowId: WindowId, data: z.unknown() }),
]);
export type CoreToMain = z.infer<typeof CoreToMain>;
