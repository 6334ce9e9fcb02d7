import { join } from "node:path";
import { app, dialog, Menu, protocol } from "electron";
import { parseFlags } from "./flags.ts";
import { APP_SCHEME } from "./protocol/app-url.ts";
import { runShell } from "./shell.ts";

/*
 * Entry of the shell. What must happen before Electron is ready happens here, in this order: our
 * scheme is made a standard one, the data folder is chosen, and a second start yields to the first.
 */
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
Menu.setApplicationMenu(null);

const flags = parseFlags(process.argv);
if (flags.dataDir !== null) app.setPath("userData", flags.dataDir);

if (app.requestSingleInstanceLock()) {
  void runShell({
    flags,
    root: join(__dirname, "..", ".."),
    devServer: import.meta.env.DEV ? (process.env["ELECTRON_RENDERER_URL"] ?? null) : null,
  }).catch((error: unknown) => {
    dialog.showErrorBox("Bela Beli", `Kasir tidak dapat dibuka.\n\n${String(error)}`);
    app.exit(1);
  });
} else {
  app.quit();
}
