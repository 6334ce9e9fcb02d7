import { isAnswered, isDrawn, isSaying, nameOf, type Node, runsOnce } from "./drawn-text.ts";

type Context = { report(problem: { node: Node; message: string }): void };
type Visitor = Readonly<Record<string, (node: Node) => void>>;

const PLACE = "Say it in renderer/texts, in both languages.";
const BOTH = "Say it in both languages, with inLanguages or said.";
const ONCE = "Read here, a text keeps the language the page was loaded in: read it while drawing.";

/** Rules for one file of the windows; `file` is relative to the project's root. */
export function textRules(file: string, context: Context): Visitor {
  const path = file.replaceAll("\\", "/");
  if (!path.startsWith("renderer/") || path.includes(".test.")) return {};
  const refuse = (message: string) => (node: Node) => context.report({ node, message });
  return { ...places(path, refuse), ...reading(refuse(ONCE)) };
}

function places(path: string, refuse: (message: string) => (node: Node) => void): Visitor {
  const isText = path.startsWith("renderer/texts/");
  const isWrong = isText ? isAnswered : isDrawn;
  const report = refuse(isText ? BOTH : PLACE);
  const check = (node: Node): void => {
    if (isWrong(node)) report(node);
  };
  return { Literal: check, TemplateElement: check, JSXText: check };
}

/** Texts that are looked up while a module is loaded never follow a change of language. */
function reading(report: (node: Node) => void): Visitor {
  const groups = new Set<string>();
  const check = (node: Node, read: unknown): void => {
    if (groups.has(nameOf(read)) && runsOnce(node)) report(node);
  };
  return {
    ImportDeclaration: (node) => {
      if (!String((node["source"] as Node)["value"]).match(/texts\/|^\.\/.*-words\.ts$/)) return;
      for (const { local } of node["specifiers"] as readonly { local: Node }[]) {
        groups.add(nameOf(local));
      }
    },
    MemberExpression: (node) => check(node, node["object"]),
    SpreadElement: (node) => check(node, node["argument"]),
    VariableDeclarator: (node) => {
      const init = node["init"] as Node | null;
      if (init !== null && isSaying(init)) groups.add(nameOf(node["id"]));
      if ((node["id"] as Node).type === "ObjectPattern") check(node, init);
    },
    CallExpression: (node) => {
      if (nameOf(node["callee"]) === "said" && runsOnce(node)) report(node);
    },
  };
}
