import { z } from "zod";
import { ENTRY_KINDS, KnownBody } from "../../../shared/contract/journal-bodies.ts";
import {
  Amount,
  ClockState,
  HashHex,
  InstantText,
  Uuid,
} from "../../../shared/contract/primitives.ts";
import { instantMs } from "../../../shared/domain/period.ts";

/** What the bodies of all kinds share; kinds this version does not write may hold more. */
const CommonBody = z.looseObject({
  v: z.literal(1),
  kind: z.enum(ENTRY_KINDS),
  at: InstantText,
  clock: ClockState,
  actorId: Uuid,
  commandId: Uuid,
  number: z.string().optional(),
  turnover: Amount.optional(),
  reversals: Amount.optional(),
  privateHash: HashHex.nullish(),
});
export type CommonBody = z.infer<typeof CommonBody>;

/** A body as far as it could be read. */
export type ParsedBody =
  | { readonly state: "READ"; readonly common: CommonBody; readonly known: KnownBody | null }
  | {
      readonly state: "UNREADABLE";
      readonly code: "ENTRY_MALFORMED" | "ENTRY_KIND_UNKNOWN";
      readonly kind: string | null;
      readonly atMs: number | null;
    };

const ALL_KINDS: ReadonlySet<unknown> = new Set(ENTRY_KINDS);
const KNOWN_KINDS: ReadonlySet<unknown> = new Set(
  KnownBody.options.map((option) => option.shape.kind.value),
);
/** A later version's kinds look like this too; anything else is not kept outside the body. */
const KIND_FORM = /^[A-Z_]{1,64}$/;

/** Reads an entry's body text; what cannot be read is a value, because the chain must go on. */
export function parseBody(body: string): ParsedBody {
  const value = looseJson(body);
  const { v, kind, at } = glimpse(value);
  const unreadable = (code: "ENTRY_MALFORMED" | "ENTRY_KIND_UNKNOWN"): ParsedBody => ({
    state: "UNREADABLE",
    code,
    kind: kind !== null && KIND_FORM.test(kind) ? kind : null,
    atMs: at !== null && !Number.isNaN(instantMs(at)) ? instantMs(at) : null,
  });
  if (JSON.stringify(value) !== body) return unreadable("ENTRY_MALFORMED");
  const isOfLaterVersion = kind !== null && at !== null && (v !== 1 || !ALL_KINDS.has(kind));
  if (isOfLaterVersion) return unreadable("ENTRY_KIND_UNKNOWN");
  const schema = KNOWN_KINDS.has(kind) ? KnownBody : CommonBody;
  const read = schema.safeParse(value);
  if (!read.success || Number.isNaN(instantMs(read.data.at))) return unreadable("ENTRY_MALFORMED");
  return { state: "READ", common: read.data, known: isKnown(read.data) ? read.data : null };
}

function isKnown(body: CommonBody | KnownBody): body is KnownBody {
  return KNOWN_KINDS.has(body.kind);
}

function glimpse(value: unknown): { v: unknown; kind: string | null; at: string | null } {
  if (typeof value !== "object" || value === null) return { v: null, kind: null, at: null };
  const text = (name: string): string | null => {
    const field: unknown = Reflect.get(value, name);
    return typeof field === "string" ? field : null;
  };
  return { v: Reflect.get(value, "v"), kind: text("kind"), at: text("at") };
}

/** The JSON of a text, or null for a text that is none. */
export function looseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
