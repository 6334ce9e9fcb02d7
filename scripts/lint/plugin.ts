import { join, relative } from "node:path";
import { refusalOf } from "./allowed-import.ts";
import type { Node } from "./drawn-text.ts";
import { textRules } from "./text-rule.ts";

/*
 * Rules for oxlint. `bela-beli/imports` holds every import, export-from, import type and require
 * against the table in import-table.ts; `bela-beli/texts` keeps what people read in renderer/texts,
 * in both languages.
 */
const ROOT = join(import.meta.dirname, "..", "..");

type Context = { filename: string; report(problem: { node: Node; message: string }): void };

const imports = {
  create(context: Context) {
    const file = relative(ROOT, context.filename);
    const check = (node: Node, source: unknown, typesOnly: boolean): void => {
      const specifier = textOf(source);
      if (specifier === undefined) return;
      const refusal = refusalOf({ file, specifier, typesOnly });
      if (refusal !== null) {
        context.report({ node, message: `This folder may not import that: ${refusal}` });
      }
    };
    return {
      ImportDeclaration: (node: Node) => check(node, node["source"], takesTypesOnly(node)),
      ExportNamedDeclaration: (node: Node) =>
        check(node, node["source"], node["exportKind"] === "type"),
      ExportAllDeclaration: (node: Node) =>
        check(node, node["source"], node["exportKind"] === "type"),
      ImportExpression: (node: Node) => check(node, node["source"], false),
      TSImportType: (node: Node) => check(node, node["source"] ?? node["argument"], true),
      CallExpression: (node: Node) => {
        const callee = node["callee"] as Node;
        const [first] = node["arguments"] as readonly Node[];
        if (callee.type === "Identifier" && callee["name"] === "require") check(node, first, false);
      },
    };
  },
};

const texts = {
  create: (context: Context) => textRules(relative(ROOT, context.filename), context),
};

const plugin = { meta: { name: "bela-beli" }, rules: { imports, texts } };
export default plugin;

function takesTypesOnly(node: Node): boolean {
  if (node["importKind"] === "type") return true;
  const specifiers = (node["specifiers"] ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((one) => one["importKind"] === "type");
}

function textOf(source: unknown): string | undefined {
  if (typeof source !== "object" || source === null) return undefined;
  if ("literal" in source) return textOf(source.literal);
  return "value" in source && typeof source.value === "string" ? source.value : undefined;
}
