import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Centre, startCentre } from "../create-centre.ts";
import type { Database } from "../database/database.ts";
import type { Log } from "../deps.ts";
import { createEnrolmentCode } from "../enrolment/create-code.ts";
import { decideEnrolment } from "../enrolment/decide.ts";
import { exportToFile } from "../journal/export-file.ts";
import type { ConnectionLimits } from "../http/connections.ts";
import { rederive } from "../rederive/rederive.ts";
import { pendingEnrolments } from "../stores/enrolment.ts";
import { type PersonRow, savePeople } from "../stores/person.ts";
import { askKeyChange } from "../tills/ask-key-change.ts";
import { openMemoryDatabase } from "./memory-database.ts";
import { seedShop, SHOP, type Shop } from "./shop.ts";
import { TestTill } from "./test-till.ts";

/** A running centre with one outlet, for tests of either side of the border. */
export type TestCentre = {
  readonly url: string;
  readonly centre: Centre;
  /** where its keys lie, for another start of the same centre */
  readonly dataDir: string;
  readonly shop: Shop;
  /** a one-time code for a till of the shop's outlet, in the place of a lost one where that is named */
  issueCode(wanted?: { tillCode?: string; replaces?: string | undefined }): Promise<string>;
  /** does what the admin does after comparing fingerprints, for every till that waits */
  approvePending(): Promise<string[]>;
  /** a scripted till, enrolled and approved */
  enrolTill(wanted?: { tillCode?: string }): Promise<TestTill>;
  /** an admin asks a till for a new key */
  askKeyChange(tillId: string): Promise<void>;
  /** what the office that keeps the roster changes about people */
  savePeople(rows: readonly PersonRow[]): Promise<void>;
  /** writes the journal of all tills as the operator exports it */
  exportTo(path: string): Promise<void>;
  /** totals that deriving everything again from the journal gives otherwise */
  totalDifferences(): Promise<readonly object[]>;
  close(): Promise<void>;
};

type TestCentreOptions = {
  readonly clock?: { wallMs(): number };
  readonly database?: Database;
  readonly log?: Log;
  readonly metricsToken?: string;
  readonly limits?: Partial<ConnectionLimits>;
};

/** Starts a centre on a free port with its own data folder and, unless given one, a database in memory. */
export async function startTestCentre(options: TestCentreOptions = {}): Promise<TestCentre> {
  const dataDir = await mkdtemp(join(tmpdir(), "bela-beli-test-centre-"));
  const centre = await startCentre({
    database: options.database ?? (await openMemoryDatabase()),
    dataDir,
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    regencyId: "3513",
    clock: options.clock ?? { wallMs: () => Date.now() },
    random: (length) => randomBytes(length),
    log: options.log ?? SILENT,
    metricsToken: options.metricsToken ?? null,
    limits: options.limits ?? {},
  });
  await seedShop(centre.deps);
  const issueCode = codesOf(centre);
  return {
    url: centre.url,
    centre,
    dataDir,
    shop: SHOP,
    issueCode,
    approvePending: () => approveAll(centre),
    enrolTill: async (wanted) => enrolTill(centre, await issueCode(wanted)),
    askKeyChange: (tillId) => askKeyChange(centre.deps, { tillId, userId: SHOP.supervisorId }),
    savePeople: (rows) =>
      centre.deps.database.transaction((tx) => savePeople(tx, centre.deps.regencyId, rows)),
    exportTo: async (path) => {
      await exportToFile(centre.deps.database, centre.deps.regencyId, path);
    },
    totalDifferences: () => totalDifferences(centre),
    close: async () => {
      await centre.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function codesOf({ deps }: Centre): TestCentre["issueCode"] {
  return async ({ tillCode = "01", replaces: tillId } = {}) => {
    const replaces = tillId === undefined ? null : { tillId, revokeReason: "Komputer dicuri" };
    const post = { outletId: SHOP.outletId, tillCode, deviceKind: "till" } as const;
    const wanted = { ...post, userId: null, replaces };
    return (await createEnrolmentCode(deps, wanted)).code;
  };
}

async function enrolTill(centre: Centre, code: string): Promise<TestTill> {
  const till = new TestTill(centre.url);
  await till.enrol(code);
  await approveAll(centre);
  await till.enrol(code);
  return till;
}

function totalDifferences({ deps }: Centre): Promise<readonly object[]> {
  return deps.database.transaction((tx) => rederive(tx, deps.regencyId));
}

async function approveAll({ deps }: Centre): Promise<string[]> {
  const waiting = await pendingEnrolments(deps.database, deps.regencyId, deps.clock.wallMs());
  const tillIds: string[] = [];
  for (const { enrolmentId, state, fingerprint } of waiting) {
    if (state !== "PENDING" || fingerprint === null) continue;
    const decision = { enrolmentId, fingerprint, accept: true, userId: null };
    const { tillId } = await decideEnrolment(deps, decision);
    if (tillId !== null) tillIds.push(tillId);
  }
  return tillIds;
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
