/*
 * Put into the older runtime's resources/app, so that it behaves like the `electron` command:
 * it runs the app whose folder is its first argument.
 */
const { join, resolve } = require("node:path");
const { app } = require("electron");

const given = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
const folder = resolve(given ?? ".");
const manifest = require(join(folder, "package.json"));

process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(folder);
require(join(folder, manifest.main));
