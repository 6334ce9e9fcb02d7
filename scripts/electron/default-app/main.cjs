/*
 * Put into the older runtime's resources/app, so that it behaves like the `electron` command: it
 * loads each module named by `-r`, then runs the app whose folder is its first argument.
 */
const { join, resolve } = require("node:path");
const { app } = require("electron");

const preloads = [];
let folder;
for (let index = 1; index < process.argv.length; index += 1) {
  const argument = process.argv[index];
  if (argument === "-r" || argument === "--require") {
    index += 1;
    preloads.push(process.argv[index]);
  } else if (!argument.startsWith("-")) folder ??= resolve(argument);
}
folder ??= process.cwd();
const manifest = require(join(folder, "package.json"));

process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(folder);
for (const preload of preloads) require(resolve(preload));
require(join(folder, manifest.main));
