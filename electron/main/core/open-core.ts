import { existsSync } from "node:fs";
import type { CoreName } from "../flags.ts";
import type { ShellPaths } from "../paths.ts";
import type { OpenCoreChannel } from "./core-channel.ts";
import { openForkChannel } from "./fork-channel.ts";
import { openUtilityChannel } from "./utility-channel.ts";

/** The Node-API version that the core's SQLite driver was built for. */
const NEEDED_NODE_API = 10;

/**
 * Chooses the process for the core: Electron's own utilityProcess, or, where Electron's Node is too
 * old for the core, the Node that was installed with the project. The core that answers health only
 * runs in a utilityProcess of any age.
 * Fails with: Error when a Node of its own is needed and none is there.
 */
export function openCore(options: {
  core: CoreName;
  paths: ShellPaths;
  nodeApi: number;
}): OpenCoreChannel {
  const { core, paths, nodeApi } = options;
  if (core === "health" || nodeApi >= NEEDED_NODE_API) {
    return (events) => openUtilityChannel(paths.core, events);
  }
  const nodePath = paths.nodeCandidates.find((path) => existsSync(path));
  if (nodePath === undefined) {
    throw new Error(`Electron's Node-API is ${nodeApi}, the core needs ${NEEDED_NODE_API}`);
  }
  return (events) => openForkChannel({ corePath: paths.core, nodePath }, events);
}
