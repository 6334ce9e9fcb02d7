import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm";
const DOCUMENT_BYTES = 2_000;
const WRITTEN_AT_ONCE = 1_000;

type Pouch = {
  readonly bulkDocs: (documents: readonly object[]) => Promise<unknown>;
  readonly replicate: {
    readonly to: (
      target: Pouch,
      options: { readonly batch_size: number },
    ) => Promise<{ readonly docs_written: number }>;
  };
  readonly destroy: () => Promise<unknown>;
};
type PouchDb = {
  new (name: string): Pouch;
  readonly defaults: (options: { readonly prefix: string }) => PouchDb;
};

/** PouchDB and its server are CommonJS without types of their own. */
export const requireHere = createRequire(import.meta.url);
export const pouchDb = requireHere("pouchdb") as PouchDb;

/** A PouchDB here and one behind express-pouchdb in a process beside it. */
export type PouchStage = {
  /** Replicates so many new documents of 2 kB; gives the seconds it took. */
  readonly replicate: (documents: number, batchSize: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** As for our own drain: what is sent lies in memory, what receives it on the disk. */
export async function openPouchStage(): Promise<PouchStage> {
  const near = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), "bela-beli-pouch-"));
  const far = await mkdtemp(path.join(tmpdir(), "bela-beli-pouch-"));
  const server = fork(new URL("./pouch-server-main.ts", import.meta.url), [far]);
  const [port] = await once(server, "message");
  const Local = pouchDb.defaults({ prefix: `${near}/` });
  let round = 0;
  return {
    replicate: async (documents, batchSize) => {
      round += 1;
      const source = new Local(`till-${round}`);
      await fill(source, documents);
      const target = new pouchDb(`http://127.0.0.1:${String(port)}/centre-${round}`);
      const from = performance.now();
      const { docs_written: written } = await source.replicate.to(target, {
        batch_size: batchSize,
      });
      const seconds = (performance.now() - from) / 1_000;
      if (written !== documents) throw new Error(`${written} of ${documents} documents came`);
      await source.destroy();
      return seconds;
    },
    close: async () => {
      const exit = once(server, "exit");
      server.kill();
      await exit;
      for (const folder of [near, far]) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(source: Pouch, documents: number): Promise<void> {
  for (let done = 0; done < documents; done += WRITTEN_AT_ONCE) {
    const some = Math.min(WRITTEN_AT_ONCE, documents - done);
    await source.bulkDocs(Array.from({ length: some }, (_, each) => document(done + each)));
  }
}

function document(number: number): object {
  const empty = { _id: String(number).padStart(12, "0"), text: "" };
  return { ...empty, text: "x".repeat(DOCUMENT_BYTES - JSON.stringify(empty).length) };
}
