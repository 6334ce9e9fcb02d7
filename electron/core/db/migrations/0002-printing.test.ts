import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/test-core.ts";
import { openDatabase } from "../open.ts";
import { nextWaitingJob } from "../stores/print-job.ts";
import { printers } from "../stores/printer.ts";
import { migration0001 } from "./0001-till.ts";

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder.path, "till.db");
});
afterEach(() => folder.remove());

const settings = {
  host: "192.168.1.50",
  port: 9_100,
  columns: 32 as const,
  cutter: false,
  drawer: true,
  confirms: true,
  status: false,
  deadlineMs: 8_000,
};

test("a till of before keeps its printer, as the main receipt printer", () => {
  const before = openDatabase(file, [migration0001]);
  before
    .prepare("INSERT INTO setting (name, value) VALUES ('printer', ?)")
    .run(JSON.stringify(settings));
  before.close();
  const db = openDatabase(file);
  expect(printers(db)).toEqual([
    {
      printerId: expect.any(String),
      name: "Printer struk",
      role: "RECEIPT",
      main: true,
      transport: { kind: "TCP", host: "192.168.1.50", port: 9_100 },
      columns: 32,
      cutter: false,
      drawer: { pin: 2, onMs: 50, offMs: 500 },
      confirms: true,
      status: false,
      deadlineMs: 8_000,
    },
  ]);
  expect(db.prepare("SELECT 1 FROM setting").all()).toEqual([]);
  db.close();
});

test("a till without a printer gets none", () => {
  openDatabase(file, [migration0001]).close();
  const db = openDatabase(file);
  expect(printers(db)).toEqual([]);
  db.close();
});

test("receipts that waited before still wait, each as the document of its sale", () => {
  const before = openDatabase(file, [migration0001]);
  before.pragma("foreign_keys = OFF");
  const insert = before.prepare(
    `INSERT INTO print_job (job_id, sale_id, copy, outcome, error_code, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, 5, 6)`,
  );
  insert.run("job-1", "sale-1", 0, "FAILED", "PRINTER_TIMEOUT");
  insert.run("job-2", "sale-1", 1, "WAITING", null);
  before.close();
  const db = openDatabase(file);
  expect(nextWaitingJob(db, { printerId: "any", main: true, role: "RECEIPT" })).toEqual({
    jobId: "job-2",
    document: { kind: "SALE", ref: "sale-1" },
    copy: 1,
  });
  expect(db.prepare("SELECT * FROM print_job WHERE job_id = 'job-1'").get()).toMatchObject({
    document_kind: "SALE",
    outcome: "FAILED",
    error_code: "PRINTER_TIMEOUT",
    created_at: 5,
    changed_at: 6,
  });
  db.close();
});
