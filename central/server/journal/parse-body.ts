import { z } from "zod";
import { ENTRY_KINDS, KnownBody } from "../../../shared/contract/journal-bodies.ts";
import {
  Amount,
  ClockState,
  HashHex,
  InstantText,
  Uuid,
} from "../../../shared/contract/primitives.ts";
import { isExactJson } from "../../../shared/domain/journal.ts";
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

const Glimpse = z.looseObject({ v: z.unknown(), kind: z.string(), at: z.string() });
/** A later version's kinds look like this too; anything else is not kept outside the body. */
const KIND_FORM = /^[A-Z_]{1,64}$/;
const KNOWN_KINDS: ReadonlySet<string> = new Set(
  KnownBody.options.map((option) => option.shape.kind.value),
);

/** Reads an entry's body text; what cannot be read is a value, because the chain must go on. */
export function parseBody(body: string): ParsedBody {
  if (!isExactJson(body)) return unreadable(body, "ENTRY_MALFORMED");
  const value: unknown = JSON.parse(body);
  const glimpse = Glimpse.safeParse(value);
  if (glimpse.success && !isKindOfThisVersion(glimpse.data)) {
    return unreadable(body, "ENTRY_KIND_UNKNOWN");
  }
  const common = CommonBody.safeParse(value);
  if (!common.success || Number.isNaN(instantMs(common.data.at))) {
    return unreadable(body, "ENTRY_MALFORMED");
  }
  if (!KNOWN_KINDS.has(common.data.kind))
    return { state: "READ", common: common.data, known: null };
  const known = KnownBody.safeParse(value);
  if (!known.success) return unreadable(body, "ENTRY_MALFORMED");
  return { state: "READ", common: common.data, known: known.data };
}

function isKindOfThisVersion({ v, kind }: { v: unknown; kind: string }): boolean {
  return v === 1 && (ENTRY_KINDS as readonly string[]).includes(kind);
}

function unreadable(body: string, code: "ENTRY_MALFORMED" | "ENTRY_KIND_UNKNOWN"): ParsedBody {
  const glimpse = Glimpse.safeParse(looseJson(body));
  const atMs = glimpse.success ? instantMs(glimpse.data.at) : Number.NaN;
  return {
    state: "UNREADABLE",
    code,
    kind: glimpse.success && KIND_FORM.test(glimpse.data.kind) ? glimpse.data.kind : null,
    atMs: Number.isNaN(atMs) ? null : atMs,
  };
}

/** The JSON of a text, or null for a text that is none. */
export function looseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
