/** The till's core; one with a simulated payment provider; one that answers health only. */
export type CoreName = "till" | "provider" | "health";

/** What the shell takes from its command line; everything else there is Chromium's own. */
export type Flags = {
  /** folder for the till's file, keys, log and browser profile; null: the system's usual place */
  dataDir: string | null;
  /** which built core to run: the till, or one of those that only a test build has */
  core: CoreName;
  /** content size of the cashier's window in CSS pixels; null: fill the screen */
  cashierSize: { width: number; height: number } | null;
};

/** Fails with: TypeError naming the flag whose value is not understood. */
export function parseFlags(argv: readonly string[]): Flags {
  const size = valueOf(argv, "cashier-size");
  return {
    dataDir: valueOf(argv, "data-dir"),
    core: coreOf(valueOf(argv, "core")),
    cashierSize: size === null ? null : sizeOf(size),
  };
}

function valueOf(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const given = argv.findLast((argument) => argument.startsWith(prefix));
  const value = given?.slice(prefix.length) ?? null;
  if (value === "") throw new TypeError(`--${name} needs a value`);
  return value;
}

function coreOf(value: string | null): Flags["core"] {
  if (value === null || value === "till") return "till";
  if (value === "provider" || value === "health") return value;
  throw new TypeError(`--core is till, provider or health, not ${value}`);
}

function sizeOf(value: string): { width: number; height: number } {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(value);
  if (match === null) throw new TypeError(`--cashier-size is WIDTHxHEIGHT, not ${value}`);
  return { width: Number(match[1]), height: Number(match[2]) };
}
