import fc from "fast-check";
import { z } from "zod";

/** What is read of a JSON schema to make values by it. */
const Schema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  pattern: z.string().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Schema = z.infer<typeof Schema>;

const MOST_ITEMS = 4;
const MOST_TEXT = 60;

/** Values that all of a procedure's input schemas allow, at random. */
export function inputsOf(schemas: readonly z.ZodType[]): fc.Arbitrary<unknown> {
  const parts = schemas.map((schema) =>
    valuesOf(z.toJSONSchema(schema, { unrepresentable: "any", io: "input" })),
  );
  return fc
    .tuple(...parts)
    .map((values) => (values.length === 0 ? {} : Object.assign({}, ...values)));
}

function valuesOf(given: unknown): fc.Arbitrary<unknown> {
  const schema = Schema.parse(given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const among = schema.anyOf ?? schema.oneOf;
  if (among !== undefined) return fc.oneof(...among.map(valuesOf));
  switch (schema.type) {
    case "object":
      return objects(schema);
    case "array":
      return lists(schema);
    case "string":
      return texts(schema);
    case "integer":
    case "number":
      return numbers(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)]),
  );
  const requiredKeys = required.filter((name) => name in fields);
  return fc.record(fields, { requiredKeys });
}

function lists({ items = {}, minItems = 0, maxItems = MOST_ITEMS }: Schema): fc.Arbitrary<unknown> {
  const maxLength = Math.max(minItems, Math.min(MOST_ITEMS, maxItems));
  return fc.array(valuesOf(items), { minLength: minItems, maxLength });
}

function texts({ pattern, maxLength = MOST_TEXT }: Schema): fc.Arbitrary<unknown> {
  const any = fc.string({ unit: "binary", maxLength: Math.min(MOST_TEXT, maxLength) });
  return pattern === undefined ? any : fc.stringMatching(new RegExp(pattern, "u"));
}

function numbers({ minimum = -1e15, maximum = 1e15 }: Schema): fc.Arbitrary<unknown> {
  const [min, max] = [Math.max(minimum, -1e15), Math.min(maximum, 1e15)];
  return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
}

const NESTED = JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown;
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  "",
  "\u0000",
  "\ud800",
  "'; drop table sale; --",
  "../../etc/passwd",
  "x".repeat(200_000),
  [],
  {},
  JSON.parse('{"__proto__":{"role":"ADMIN"}}'),
  NESTED,
];

/** A value of the schema with some of its parts made hostile, left out or doubled. */
export function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const harm = fc.record({
    place: fc.nat(),
    by: fc.oneof(
      fc.constantFrom(...HOSTILE).map((value) => ({ kind: "PUT" as const, value })),
      fc.constantFrom({ kind: "DROP" as const }, { kind: "DOUBLE" as const }),
    ),
  });
  return fc
    .tuple(values, fc.array(harm, { maxLength: 2 }))
    .map(([value, harms]) => harms.reduce<unknown>(applyHarm, value));
}

type Harm = {
  readonly place: number;
  readonly by: { readonly kind: "PUT"; readonly value: unknown } | { kind: "DROP" | "DOUBLE" };
};

function applyHarm(value: unknown, { place, by }: Harm): unknown {
  const paths = pathsOf(value, []);
  const path = paths[place % paths.length] ?? [];
  return changedAt(value, path, by);
}

type Path = readonly string[];

function pathsOf(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null || path.length > 6) return [path];
  const below = Object.entries(value).slice(0, 40);
  return [path, ...below.flatMap(([name, part]) => pathsOf(part, [...path, name]))];
}

function changedAt(value: unknown, path: Path, by: Harm["by"]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return by.kind === "PUT" ? by.value : value;
  if (Array.isArray(value)) {
    const at = Number(name);
    if (rest.length > 0)
      return value.map((part, i) => (i === at ? changedAt(part, rest, by) : part));
    if (by.kind === "PUT") return value.with(at, by.value);
    return by.kind === "DROP" ? value.toSpliced(at, 1) : value.toSpliced(at, 0, value[at]);
  }
  if (typeof value !== "object" || value === null) return value;
  const { [name]: part, ...others } = value as Record<string, unknown>;
  if (rest.length > 0) return { ...others, [name]: changedAt(part, rest, by) };
  if (by.kind === "PUT") return { ...others, [name]: by.value };
  return by.kind === "DROP" ? others : { ...others, [name]: part, [`${name}2`]: part };
}
