import { gzipSync } from "node:zlib";
import { z } from "zod";
import { AppError, isErrorCode } from "../../../shared/contract/errors.ts";
import { centreUrl } from "./centre-url.ts";

const GZIP_FROM_BYTES = 1_024;

/** What goes out: the exact bytes, and headers that depend on them. */
export type Outgoing = { readonly path: string; readonly bytes: Uint8Array };

export type CentreCall<T> = {
  /** `till.push` and its like */
  readonly procedure: string;
  /** what is asked; a `Packed` goes out as it is */
  readonly input: unknown;
  readonly answer: z.ZodType<T>;
  /** Headers that sign the request; absent for enrolment and hello. */
  readonly sign?: (outgoing: Outgoing) => Readonly<Record<string, string>>;
};

export type CentreClient = {
  /**
   * One request over tRPC's HTTP form, never repeated by itself.
   * Fails with: CENTRE_UNREACHABLE (no answer), CENTRE_ERROR (no sense in the answer) and whatever code
   * the centre gives. `details.retryAfterMs` is the centre's wish to be left alone.
   */
  readonly call: <T>(call: CentreCall<T>) => Promise<T>;
};

export type CentreClientOptions = {
  readonly centreUrl: string;
  readonly timeoutMs: number;
  /** Ends the request in flight when the till closes. */
  readonly signal?: AbortSignal;
};

export function createCentreClient(options: CentreClientOptions): CentreClient {
  const base = new URL(centreUrl(options.centreUrl));
  const prefix = base.pathname.replace(/\/+$/, "");
  return {
    call: async (call) => {
      const path = `${prefix}/trpc/${call.procedure}`;
      const { bytes, headers } = call.input instanceof Packed ? call.input : pack(call.input);
      const response = await send(options, `${base.origin}${path}`, {
        method: "POST",
        headers: { ...headers, ...call.sign?.({ path, bytes }) },
        body: bytes,
      });
      return readAnswer(response, call.answer);
    },
  };
}

/** An input as the bytes that go out, put together before its turn comes. */
export class Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(bytes: Uint8Array<ArrayBuffer>, encoding: Readonly<Record<string, string>>) {
    this.bytes = bytes;
    this.headers = { "content-type": "application/json", ...encoding };
  }
}

export function pack(input: unknown): Packed {
  const plain = Buffer.from(JSON.stringify(input), "utf8");
  if (plain.length < GZIP_FROM_BYTES) return new Packed(Uint8Array.from(plain), {});
  const bytes = Uint8Array.from(gzipSync(plain, { level: 1 }));
  return new Packed(bytes, { "content-encoding": "gzip" });
}

type Received = {
  readonly ok: boolean;
  readonly retryAfterMs: number | null;
  readonly json: unknown;
};

async function send(
  { timeoutMs, signal }: CentreClientOptions,
  url: string,
  request: RequestInit,
): Promise<Received> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])];
  let response: Response;
  let text: string;
  try {
    const init = { ...request, redirect: "error", signal: AbortSignal.any(signals) } as const;
    response = await fetch(url, init);
    text = await response.text();
  } catch (cause) {
    throw new AppError("CENTRE_UNREACHABLE", { retryable: true, cause });
  }
  const retryAfterMs = retryAfter(response.headers.get("retry-after"));
  return { ok: response.ok, retryAfterMs, json: jsonOrNull(text) };
}

const Success = z.object({ result: z.object({ data: z.unknown() }) });
const Detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Failure = z.object({
  error: z.object({
    message: z.string(),
    data: z.object({
      code: z.string().optional(),
      retryable: z.boolean().optional(),
      details: z.record(z.string(), Detail).optional(),
      httpStatus: z.number().optional(),
    }),
  }),
});

function readAnswer<T>(received: Received, schema: z.ZodType<T>): T {
  const success = Success.safeParse(received.json);
  if (received.ok && success.success) {
    const answer = schema.safeParse(success.data.result.data);
    if (answer.success) return answer.data;
  }
  throw failureOf(received);
}

function failureOf({ json, retryAfterMs }: Received): AppError {
  const wait = retryAfterMs === null ? {} : { retryAfterMs };
  const failure = Failure.safeParse(json);
  if (!failure.success) return new AppError("CENTRE_ERROR", { retryable: true, details: wait });
  const { message, data } = failure.data.error;
  const code = [data.code, message].find(isErrorCode) ?? "CENTRE_ERROR";
  // What went wrong inside the centre is not a fault of this till.
  const told = code === "INTERNAL" ? "CENTRE_ERROR" : code;
  const details = { ...data.details, ...wait };
  return new AppError(told, { retryable: data.retryable ?? true, details });
}

/** `Retry-After` in seconds; the form with a date would need a clock both sides share. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
