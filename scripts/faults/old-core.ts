import { buildCore, productEntries } from "../build/core.ts";

/** Builds a core that talks with the centre as the first version did: it reports nothing. */
export async function buildOldCore(root: string, outDir: string): Promise<void> {
  let replaced = 0;
  const replace = (code: string, from: string | RegExp, to: string): string => {
    const changed = code.replace(from, to);
    if (changed === code) throw new Error(`nothing to make older: ${String(from)}`);
    replaced += 1;
    return changed;
  };
  const plugin = {
    name: "older-protocol",
    enforce: "pre" as const,
    transform: (code: string, id: string) => {
      if (id.endsWith("shared/contract/sync.ts")) {
        return replace(code, /export const PROTOCOL = \d+;/, "export const PROTOCOL = 1;");
      }
      if (id.endsWith("core/sync/report.ts")) {
        return replace(code, /Promise<void> \{/, "Promise<void> {\n  return;");
      }
      return null;
    },
  };
  await buildCore({ root, outDir, entries: productEntries(root), plugins: [plugin] });
  if (replaced === 0) throw new Error("nothing was made older");
}
