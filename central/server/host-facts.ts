import { homedir } from "node:os";
import type { HostFacts } from "./data-home.ts";

/** The facts of the machine this process runs on. */
export function hostFacts(): HostFacts {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? null,
  };
}
