import type { Migration } from "../migrate.ts";
import { migration0001 } from "./0001-till.ts";
import { migration0002 } from "./0002-printing.ts";

/** Every version of the till's file in order. */
export const MIGRATIONS: readonly Migration[] = [migration0001, migration0002];
