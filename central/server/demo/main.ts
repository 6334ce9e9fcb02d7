import { runCentre } from "../run-centre.ts";
import { acceptDemoTill } from "./demo-till.ts";
import { prepareDemo } from "./prepare-demo.ts";

/*
 * The centre of central/server/main.ts with the demo in it: same flags, same ready line and in it
 * `demo` (cashiers' PINs, folder of cards, the demo till's one-time code).
 * --approve-demo-till also accepts the till that comes with that code.
 */
const argv = process.argv.slice(2);

await runCentre({
  argv,
  prepare: async ({ deps }, options) => {
    const demo = await prepareDemo(deps, options.data);
    if (argv.includes("--approve-demo-till") && demo.enrolCode !== null) {
      void acceptDemoTill(deps, demo.outletId).catch((error: unknown) =>
        deps.log.error({ err: error }, "the demo till was not accepted"),
      );
    }
    return { demo };
  },
});
