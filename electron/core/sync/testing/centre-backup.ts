import type { TestCentre } from "../../../../central/server/testing/test-centre.ts";

/**
 * Copies every table of a centre aside; the answer puts all of them back as they were then. Copies of
 * different names, which are words of SQL, stand side by side.
 */
export async function backUpCentre(
  { centre }: Pick<TestCentre, "centre">,
  name = "backup",
): Promise<() => Promise<void>> {
  const { database } = centre.deps;
  const tables = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const script = tables.map(
    (table) => `CREATE TABLE ${name}."${table.name}" AS TABLE public."${table.name}";`,
  );
  await database.transaction((tx) =>
    tx.script(`DROP SCHEMA IF EXISTS ${name} CASCADE; CREATE SCHEMA ${name}; ${script.join("\n")}`),
  );
  return async () => {
    const parents = await database.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
    );
    const steps = parents.map(
      (table) =>
        `DELETE FROM public."${table.name}"; INSERT INTO public."${table.name}"
           OVERRIDING SYSTEM VALUE SELECT * FROM ${name}."${table.name}";`,
    );
    // As a restore does it: neither foreign keys nor triggers are asked.
    await database.transaction((tx) =>
      tx.script(`SET LOCAL session_replication_role = replica; ${steps.join("\n")}`),
    );
  };
}
