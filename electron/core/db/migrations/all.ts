import type { Migration } from "../migrate.ts";
import { migration0001 } from "./0001-till.ts";
import { migration0006 } from "./0006-carts.ts";

/** Every version of the till's file in order. */
export const MIGRATIONS: readonly Migration[] = [migration0001, migration0006];
