import { join } from "node:path";
import { runStaticChecks } from "../checks/static-checks.ts";

/* `npm run check`: everything that can be judged without running the product. */
const { failed } = await runStaticChecks(join(import.meta.dirname, "..", ".."));
process.exitCode = failed > 0 ? 1 : 0;
