import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import type { MessagePortMain } from "electron";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSealBox } from "../seal/seal-box.ts";
import { CoreProcess, type CoreState } from "./core-process.ts";
import { openForkChannel } from "./fork-channel.ts";

const corePath = join(import.meta.dirname, "testing", "stand-in-core.mjs");
const noKeyStore = {
  isEncryptionAvailable: () => false,
  encryptString: () => new Uint8Array(),
  decryptString: () => "",
};

/** One end of a window's port, as Electron gives it to the shell. */
class WindowPort extends EventEmitter {
  readonly received: unknown[] = [];
  closed = false;
  start(): void {}
  close(): void {
    this.closed = true;
    this.emit("close");
  }
  postMessage(data: unknown): void {
    this.received.push(data);
    this.emit("received", data);
  }
  /** What the window sends. */
  say(data: unknown): void {
    this.emit("message", { data });
  }
  get port(): MessagePortMain {
    return this;
  }
}

let core: CoreProcess;
let states: CoreState[];
let logged: string[];
let heard: EventEmitter;
let delays: number[];
let clockMs: number;
let endlessFromMs: number;

/** Starts a core that behaves as named. Waits end at once, but for those of `endlessFromMs` or more. */
function startCore(behaviour: string): void {
  process.env["STAND_IN"] = behaviour;
  core = new CoreProcess({
    open: (events) => openForkChannel({ corePath, nodePath: process.execPath }, events),
    boot: { dataDir: "unused", version: "0" },
    sealBox: createSealBox(noKeyStore, "linux"),
    log: {
      write: (_level, event) => {
        logged.push(event);
      },
      raw: (source, line) => {
        logged.push(`${source}: ${line}`);
      },
    },
    nowMs: () => clockMs,
    after: (delayMs, action) => {
      delays.push(delayMs);
      const timer = setTimeout(action, delayMs >= endlessFromMs ? 2_000_000 : 0);
      return () => clearTimeout(timer);
    },
    onState: (state) => {
      states.push(state);
      heard.emit(state.kind, state);
    },
  });
  core.start();
}

beforeEach(() => {
  [states, logged, delays] = [[], [], []];
  heard = new EventEmitter();
  clockMs = 1_000_000;
  endlessFromMs = 5_000;
});
afterEach(async () => {
  await core.stop();
  delete process.env["STAND_IN"];
});

describe("a core that starts", () => {
  test("becomes ready and logs through the shell", async () => {
    startCore("");
    await once(heard, "READY");
    expect(states.map(({ kind }) => kind)).toEqual(["STARTING", "READY"]);
    expect(logged).toContain('core: {"level":"info","event":"booted"}');
  });

  test("gets its secrets sealed, and is told when that failed", async () => {
    startCore("seals");
    const [sealed] = await once(heard, "READY");
    expect(sealed).toMatchObject({ health: { version: "AAEC" } });
    await core.stop();
    states = [];
    startCore("unseals rubbish");
    const [failed] = await once(heard, "READY");
    expect(failed).toMatchObject({ health: { version: "seal-failed" } });
  });

  test("may say something senseless without harm", async () => {
    startCore("babbles");
    await once(heard, "READY");
    expect(logged).toContain("core-message-malformed");
  });
});

describe("a window's port", () => {
  test("is refused until the core is ready, then carries frames both ways", async () => {
    startCore("");
    const window = new WindowPort();
    expect(core.deal("cashier", window.port)).toBe(false);
    await once(heard, "READY");
    expect(core.deal("cashier", window.port)).toBe(true);
    const echoed = once(window, "received");
    window.say({ id: 1, input: [0, null, ""] });
    expect(await echoed).toEqual([{ id: 1, input: [0, null, ""] }]);
  });

  test("keeps the frames of two windows apart", async () => {
    startCore("");
    await once(heard, "READY");
    const [one, two] = [new WindowPort(), new WindowPort()];
    core.deal("cashier", one.port);
    core.deal("display", two.port);
    const echoes = Promise.all([once(one, "received"), once(two, "received")]);
    one.say("one");
    two.say("two");
    await echoes;
    expect([one.received, two.received]).toEqual([["one"], ["two"]]);
  });

  test("closes when the core dies", async () => {
    startCore("");
    await once(heard, "READY");
    const window = new WindowPort();
    core.deal("cashier", window.port);
    const lost = once(heard, "RESTARTING");
    window.say("die");
    await lost;
    expect(window.closed).toBe(true);
  });
});

describe("a core that dies", () => {
  test("is started again with growing patience, and given up at the third time in a minute", async () => {
    startCore("dies at start");
    const [failed] = await once(heard, "FAILED");
    expect(failed).toEqual({ kind: "FAILED", reason: "CORE_FAILED" });
    expect(delays.filter((delay) => delay < 5_000)).toEqual([250, 1_000]);
    expect(states.map(({ kind }) => kind)).toEqual([
      "STARTING",
      "RESTARTING",
      "RESTARTING",
      "FAILED",
    ]);
  });

  test("starts afresh when a person asks for it", async () => {
    startCore("dies at start");
    await once(heard, "FAILED");
    process.env["STAND_IN"] = "";
    const ready = once(heard, "READY");
    core.retry();
    await ready;
    expect(core.state.kind).toBe("READY");
  });
});

describe("a core that names a fault of the till's file", () => {
  test("is not started again by itself", async () => {
    startCore("is too old");
    const [failed] = await once(heard, "FAILED");
    expect(failed).toEqual({ kind: "FAILED", reason: "DB_NEWER" });
    expect(delays.filter((delay) => delay < 5_000)).toEqual([]);
  });
});

describe("the end", () => {
  test("waits for the core to close its file", async () => {
    startCore("");
    await once(heard, "READY");
    await core.stop();
    expect(states.at(-1)).toEqual({ kind: "STOPPED" });
    expect(core.deal("cashier", new WindowPort().port)).toBe(false);
  });

  test("comes by force to a core that does not listen", async () => {
    startCore("does not listen");
    await once(heard, "READY");
    endlessFromMs = 5_001;
    await core.stop();
    expect(states.at(-1)).toEqual({ kind: "STOPPED" });
  });

  test("is the same when asked for twice", async () => {
    startCore("");
    await Promise.all([core.stop(), core.stop()]);
    expect(states.filter(({ kind }) => kind === "STOPPED")).toHaveLength(1);
  });
});
