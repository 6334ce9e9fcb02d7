// The floor of a start: an Electron that shows one sandboxed window with an empty page.
const { app, BrowserWindow } = require("electron");

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } });
  return window.loadURL("data:text/html,<!doctype html><title>blank</title>");
});
app.on("window-all-closed", () => app.quit());
