import type { WindowRole } from "../../../shared/contract/roles.ts";

/**
 * The Content-Security-Policy of a page. Only the cashier scans with the camera, whose reader is a
 * WebAssembly module; `'wasm-unsafe-eval'` allows that and no other evaluation.
 */
export function contentPolicy(page: WindowRole | "recovery"): string {
  const script = page === "cashier" ? "'self' 'wasm-unsafe-eval'" : "'self'";
  const rules: readonly (readonly [string, string])[] = [
    ["default-src", "'none'"],
    ["script-src", script],
    ["style-src", "'self'"],
    ["img-src", "'self' data: blob:"],
    ["font-src", "'self'"],
    ["media-src", page === "cashier" ? "'self' blob: mediastream:" : "'none'"],
    ["connect-src", page === "recovery" ? "'none'" : "'self'"],
    ["worker-src", page === "cashier" ? "'self' blob:" : "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["frame-ancestors", "'none'"],
    ["object-src", "'none'"],
  ];
  return rules.map(([name, value]) => `${name} ${value}`).join("; ");
}

/** The page an address of ours belongs to, by its first folder; anything else gets the tightest policy. */
export function pageOf(path: string): WindowRole | "recovery" {
  if (path.startsWith("/cashier/")) return "cashier";
  if (path.startsWith("/display/")) return "display";
  return "recovery";
}
