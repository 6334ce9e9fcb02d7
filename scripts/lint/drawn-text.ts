/** A node as the linter hands it over; `parent` is the node around it. */
export type Node = { type: string; parent: Node | null } & Readonly<Record<string, unknown>>;

/** Attributes whose text a person reads or hears. */
const TOLD = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "detail",
  "error",
  "hint",
  "label",
  "lead",
  "note",
  "placeholder",
  "question",
  "short",
  "title",
]);

/** The same in every language: names, and marks that are no words. */
const SAME = /\b(?:Bela Beli|ABCD-EFGH|WIB|NIP|GB|Rp|baud)\b|\bZ-/g;
const WORD = /\p{L}{2,}/u;
const SENTENCE = /^\p{Lu}\p{Ll}+[ ,].*\p{L}/u;

/** Expressions that hand a text on as it is: the text is where they are. */
const HANDS_ON = new Set([
  "ConditionalExpression",
  "LogicalExpression",
  "TemplateLiteral",
  "TSAsExpression",
  "JSXExpressionContainer",
]);

/** Whether a text stands where people read it: between tags, in a told attribute, or as a sentence. */
export function isDrawn(node: Node): boolean {
  const text = wordsOf(node);
  if (!WORD.test(text)) return false;
  if (node.type === "JSXText") return true;
  const { at, from } = placeOf(node);
  if (at.type === "JSXAttribute") return TOLD.has(nameOf(at["name"]));
  if (at.type === "JSXElement" || at.type === "JSXFragment") return true;
  return from !== at["test"] && SENTENCE.test(text) && !isTechnical(at);
}

/** Whether a function of the texts answers with a text that is not said in both languages. */
export function isAnswered(node: Node): boolean {
  if (!WORD.test(wordsOf(node))) return false;
  const { at, from } = placeOf(node);
  const answers =
    at.type === "ReturnStatement" || (at.type === "ArrowFunctionExpression" && at["body"] === from);
  return answers && !around(node).some(isSaying);
}

/** Whether code runs once, as its module is loaded. */
export function runsOnce(node: Node): boolean {
  return !around(node).some(({ type }) => /Function|Class/.test(type));
}

/** A call that gives a text in each language. */
export function isSaying(node: Node): boolean {
  return node.type === "CallExpression" && ["inLanguages", "said"].includes(nameOf(node["callee"]));
}

/** The name of an identifier, of a plain or of a JSX one. */
export function nameOf(node: unknown): string {
  if (typeof node !== "object" || node === null || !("name" in node)) return "";
  return typeof node.name === "string" ? node.name : "";
}

/** Where a text ends up, through whatever hands it on, and the last node below that place. */
function placeOf(node: Node): { at: Node; from: Node } {
  let from = node;
  let at = node.parent;
  while (at !== null && handsOn(at, from)) {
    from = at;
    at = at.parent;
  }
  return { at: at ?? from, from };
}

function handsOn(at: Node, from: Node): boolean {
  if (at.type === "BinaryExpression") return at["operator"] === "+";
  return HANDS_ON.has(at.type) && at["test"] !== from;
}

/** Errors for developers, and keys that are compared or looked up. */
function isTechnical(at: Node): boolean {
  return ["NewExpression", "BinaryExpression", "SwitchCase", "ImportDeclaration"].includes(at.type);
}

function around(node: Node): Node[] {
  return node.parent === null ? [] : [node.parent, ...around(node.parent)];
}

function wordsOf(node: Node): string {
  const value = node["value"];
  if (typeof value === "string") return value.replaceAll(SAME, "").trim();
  const cooked = typeof value === "object" && value !== null && "cooked" in value;
  return cooked && typeof value.cooked === "string" ? value.cooked.replaceAll(SAME, "").trim() : "";
}
