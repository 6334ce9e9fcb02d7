import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing/test-core.ts";
import { statement } from "./database.ts";
import { setting, setSetting } from "./stores/setting.ts";
import { openTillFile, type TillFile } from "./till-file.ts";

let folder: ReturnType<typeof temporaryFolder>;
let file: TillFile;
let events: string[];

beforeEach(() => {
  folder = temporaryFolder();
  events = [];
  file = openTillFile(folder.path, (event) => events.push(event));
});
afterEach(() => {
  file.close();
  folder.remove();
});

test("a transaction that throws leaves nothing behind", () => {
  const failing = () =>
    file.commit((db) => {
      setSetting(db, "half", "1");
      throw new RangeError("no");
    });
  expect(failing).toThrow(RangeError);
  expect(setting(file.db(), "half")).toBeNull();
  file.commit((db) => setSetting(db, "whole", "1"));
  expect(setting(file.db(), "whole")).toBe("1");
});

test("a full disk is told as such, nothing half-written stays, and the file is opened anew", () => {
  const handle = file.db();
  const pages = handle.pragma("page_count", { simple: true }) as number;
  handle.pragma(`max_page_count = ${pages + 1}`);
  const tooMuch = () => file.commit((db) => setSetting(db, "large", "x".repeat(100_000)));
  expect(tooMuch).toThrow(expect.objectContaining({ code: "DB_DISK_FULL" }));
  expect(file.db()).not.toBe(handle);
  expect(events).toEqual(["database failure"]);
  expect(setting(file.db(), "large")).toBeNull();
  tooMuch();
  expect(setting(file.db(), "large")).toHaveLength(100_000);
});

test("statements are prepared once for each open file", () => {
  const sql = "SELECT 1";
  expect(statement(file.db(), sql)).toBe(statement(file.db(), sql));
});

test.runIf(process.platform === "linux")("a write the disk refuses is told as an I/O error", () => {
  // The kernel refuses to let any file of this process grow: what a failing disk looks like.
  const script = `
    const { openTillFile } = await import(${JSON.stringify(new URL("./till-file.ts", import.meta.url).href)});
    const { setSetting, setting } = await import(${JSON.stringify(new URL("./stores/setting.ts", import.meta.url).href)});
    const file = openTillFile(process.argv[1], () => undefined);
    file.commit((db) => setSetting(db, "before", "1"));
    const codes = [];
    for (let tries = 0; tries < 2; tries += 1) {
      try {
        file.commit((db) => setSetting(db, "large", "x".repeat(4_000_000)));
      } catch (error) {
        codes.push(error.code);
      }
    }
    console.log(JSON.stringify([codes, setting(file.db(), "before"), setting(file.db(), "large")]));
  `;
  file.close();
  const limited = 'trap "" XFSZ; ulimit -f 2000; exec "$0" --input-type=module -e "$1" "$2"';
  const run = spawnSync("bash", ["-c", limited, process.execPath, script, folder.path], {
    encoding: "utf8",
  });
  expect(JSON.parse(run.stdout)).toEqual([["DB_IO", "DB_IO"], "1", null]);
});
