import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { MIGRATIONS } from "../electron/core/db/migrations/all.ts";
import { prepareTill } from "../electron/core/testing/prepare-till.ts";
import type { SampleShop } from "../electron/core/testing/sample-shop.ts";
import { configure } from "../electron/core/db/open.ts";
import { MILLION_SALES_SQL, SALES } from "./million-sales-sql.ts";
import { SHOP } from "./selling-window.ts";

/** A till that has sold for years. */
export type OldTill = SampleShop & { readonly dataDir: string };

/** To be raised when the rows below change; another schema makes another file by itself. */
const EDITION = 1;
const DONE = "shop.json";

/**
 * A till with a million sales of two lines each in its file. Made once, in some minutes, and kept
 * in the system's temporary folder: whoever uses it changes nothing that the next one measures.
 */
export async function millionSales(log: (line: string) => void): Promise<OldTill> {
  const schema = MIGRATIONS.at(-1)?.version ?? 0;
  const dataDir = path.join(tmpdir(), `bela-beli-bench-${SALES}-sales-v${schema}-${EDITION}`);
  const done = path.join(dataDir, DONE);
  if (!existsSync(done)) {
    log(`  making ${SALES} sales in ${dataDir}`);
    const making = `${dataDir}.making`;
    rmSync(making, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
    const { cashiers, products, people } = await prepareTill(making, SHOP);
    fill(path.join(making, "till.db"));
    writeFileSync(path.join(making, DONE), JSON.stringify({ cashiers, products, people }));
    renameSync(making, dataDir);
  }
  // The till's own file of a moment ago, made by this very code.
  const shop = JSON.parse(readFileSync(done, "utf8")) as SampleShop;
  return { ...shop, dataDir };
}

function fill(file: string): void {
  const db = configure(new Sqlite(file));
  try {
    // There is no way from WAL to a journal in memory but by this one.
    db.pragma("journal_mode = DELETE");
    db.pragma("journal_mode = MEMORY");
    db.pragma("synchronous = OFF");
    db.pragma("foreign_keys = OFF");
    db.pragma("cache_size = -1500000");
    for (const sql of MILLION_SALES_SQL) db.exec(sql);
    db.pragma("journal_mode = WAL");
  } finally {
    db.close();
  }
}
