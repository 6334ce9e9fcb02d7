import type { HealthView } from "../../shared/contract/core-api.ts";
import { PROTOCOL } from "../../shared/contract/sync.ts";
import { servePort } from "../../shared/rpc/serve-port.ts";
import { leave } from "./hosts/host.ts";
import { parentPort, utilityHost } from "./hosts/utility.ts";
import { healthRouter } from "./router/health.ts";
import { router } from "./router/trpc.ts";

/*
 * An entry that answers health.get and nothing else, without SQLite: with it the utilityProcess host
 * is exercised on engines whose Node is too old for the till's file.
 */

const root = router({ health: healthRouter });

const parent = parentPort();
if (parent !== undefined) {
  const host = utilityHost(parent);
  let health: HealthView | null = null;
  host.listen({
    onControl: (control) => {
      if (control.type === "boot") {
        const { node } = process.versions;
        health = {
          version: control.version,
          protocol: PROTOCOL,
          node,
          sqlite: "",
          schemaVersion: 0,
        };
        host.send({ type: "ready", health });
      }
      if (control.type === "shutdown") leave(0);
    },
    onWindow: (_role, port) => servePort({ router: root, createContext: () => ({ health }), port }),
  });
}
