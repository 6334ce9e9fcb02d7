import { parseArgs } from "node:util";
import { fillBacklog } from "./backlog.ts";

/* Gives a till whose core is not running a backlog: `backlog-main.ts --folder F --sales N`. */

const { values } = parseArgs({
  options: { folder: { type: "string" }, sales: { type: "string" } },
});
await fillBacklog(values.folder ?? "", Number(values.sales));
