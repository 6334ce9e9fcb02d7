/*
 * A core for tests of the shell's side: it speaks the boot protocol of a forked Node and behaves as
 * STAND_IN says. It answers each window's frame with the same frame.
 */
const behaviour = process.env.STAND_IN ?? "";
const health = { version: "0", protocol: 1, node: process.version, sqlite: "", schemaVersion: 0 };
const say = (/** @type {object} */ message) => process.send?.(message);

process.on("message", (/** @type {any} */ message) => {
  switch (message.type) {
    case "boot":
      process.stderr.write(`${JSON.stringify({ level: "info", event: "booted" })}\n`);
      if (behaviour === "dies at start") process.exit(9);
      if (behaviour === "is too old") {
        say({ type: "failed", code: "DB_NEWER" });
        process.disconnect();
        return;
      }
      if (behaviour === "babbles") say({ type: "open-the-door" });
      if (behaviour === "seals") say({ type: "seal", id: 1, data: "AAEC" });
      else if (behaviour === "unseals rubbish")
        say({ type: "unseal", id: 1, data: "AGJlbGFiZWxpLXNlYWxlZC8xCng=" });
      else say({ type: "ready", health });
      return;
    case "sealed":
    case "seal-failed":
      say({ type: "ready", health: { ...health, version: message.data ?? message.type } });
      return;
    case "to-core":
      if (message.data === "die") process.exit(9);
      say({ type: "from-core", windowId: message.windowId, data: message.data });
      return;
    case "shutdown":
      if (behaviour !== "does not listen") process.exit(0);
      return;
    default:
      return;
  }
});
