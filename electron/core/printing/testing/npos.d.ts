/* The parts of npos 0.1.19 in use: it has no types of its own. */

declare module "npos/lib/parser/index.js" {
  export type Token = {
    readonly ascii: string;
    /** The rest of a command's name; empty for text. */
    readonly fn?: string;
    readonly offset: number;
    readonly length: number;
  };
  export default class Parser {
    constructor(rules: unknown);
    analyze(raw: Buffer): { readonly error?: Error; readonly tree: readonly Token[] | null };
  }
}

declare module "npos/lib/parser/rules.js" {
  const rules: Record<number, Record<string, unknown>>;
  export default rules;
}
