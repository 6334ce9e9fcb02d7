import type { Migration } from "../migrate.ts";
import { migration0001 } from "./0001-till.ts";
import { migration0002 } from "./0002-printing.ts";
import { migration0003 } from "./0003-shifts.ts";
import { migration0004 } from "./0004-returns.ts";
import { migration0005 } from "./0005-tenders.ts";
import { migration0006 } from "./0006-carts.ts";
import { migration0007 } from "./0007-approvals.ts";
import { migration0008 } from "./0008-labels.ts";
import { migration0009 } from "./0009-roster.ts";
import { migration0010 } from "./0010-card-binding.ts";
import { migration0011 } from "./0011-first-count.ts";
import { migration0012 } from "./0012-training.ts";
import { migration0013 } from "./0013-verdicts.ts";
import { migration0014 } from "./0014-outage.ts";
import { migration0020 } from "./0020-former-till.ts";
import { migration0021 } from "./0021-key-change.ts";

/** Every version of the till's file in order. */
export const MIGRATIONS: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0020,
  migration0021,
];
