import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { pouchDb, requireHere } from "./pouch.ts";

/* express-pouchdb on a folder: `pouch-server-main.ts FOLDER`. Tells its parent the port. */

const [folder = ""] = process.argv.slice(2);
const serve = requireHere("express-pouchdb") as (
  db: unknown,
  options: { readonly mode: "minimumForPouchDB"; readonly inMemoryConfig: boolean },
) => RequestListener;
const databases = pouchDb.defaults({ prefix: `${folder}/` });
const server = createServer(serve(databases, { mode: "minimumForPouchDB", inMemoryConfig: true }));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
