import * as z from "zod/mini";

// zod/mini: the windows load this before they can paint.
const CallId = z.int().check(z.positive());

/** What a caller sends. Frames are plain JSON, so that they survive a structured clone and a text pipe alike. */
export const ClientFrame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum(["query", "mutation", "subscription"]),
    id: CallId,
    path: z
      .string()
      .check(z.maxLength(100), z.regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/)),
    input: z.optional(z.unknown()),
  }),
  z.strictObject({ type: z.literal("cancel"), id: CallId }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;
export type CallFrame = Exclude<ClientFrame, { type: "cancel" }>;

/** The only shape of an error that crosses a port: a code and small facts, no message, no stack. */
export const WireError = z.strictObject({
  code: z.string().check(z.maxLength(64)),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  retryable: z.boolean(),
});
export type WireError = z.infer<typeof WireError>;

/**
 * What the server sends. A query or mutation gets one `data` or `error`; a subscription gets
 * `started`, any number of `data`, then `done` or `error`.
 */
export const ServerFrame = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("started"), id: CallId }),
  z.strictObject({ type: z.literal("data"), id: CallId, data: z.optional(z.unknown()) }),
  z.strictObject({ type: z.literal("done"), id: CallId }),
  z.strictObject({ type: z.literal("error"), id: CallId, error: WireError }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** The id a malformed frame still carries, so that its caller can be refused instead of left waiting. */
export function callIdOf(frame: unknown): number | undefined {
  if (typeof frame !== "object" || frame === null || !("id" in frame)) return undefined;
  const id = CallId.safeParse(frame.id);
  return id.success ? id.data : undefined;
}
