import { runCentre } from "./run-centre.ts";

await runCentre({ argv: process.argv.slice(2) });
