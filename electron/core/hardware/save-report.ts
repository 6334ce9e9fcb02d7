import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { HealthView } from "../../../shared/contract/core-api.ts";
import { AppError } from "../../../shared/contract/errors.ts";
import type { HardwareReport } from "../../../shared/contract/hardware.ts";
import { instantText } from "../../../shared/domain/period.ts";
import type { Till } from "../context.ts";
import { journalHead } from "../db/stores/journal.ts";
import { printers } from "../db/stores/printer.ts";

/**
 * Writes the report of a hardware check beside the till's file and gives its path. What is in it
 * names the till and its devices, and nobody: no names, no addresses, no keys.
 * Fails with: NOT_LOGGED_IN, NOT_ENROLLED, DB_DISK_FULL, DB_IO.
 */
export async function saveReport(
  till: Till,
  health: HealthView,
  { findings }: HardwareReport,
): Promise<{ readonly path: string }> {
  till.session.require();
  const { outletCode, tillCode } = till.identity().certificate;
  const { at } = till.clock.read(journalHead(till.file.db())?.at ?? null);
  const time = instantText(at);
  const report = {
    report: "bela-beli-hardware/1",
    at: time,
    till: `${outletCode}-${tillCode}`,
    ...health,
    platform: `${process.platform} ${process.arch}`,
    printers: printers(till.file.db()).map(({ printerId: _, name: __, transport, ...printer }) => ({
      transport: transport.kind,
      ...printer,
    })),
    findings,
  };
  const folder = path.join(path.dirname(till.file.path), "reports");
  const file = path.join(
    folder,
    `perangkat-${outletCode}-${tillCode}-${time.replace(/\D/g, "")}.json`,
  );
  await write(folder, file, `${JSON.stringify(report, null, 2)}\n`);
  return { path: file };
}

async function write(folder: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    const full = cause instanceof Error && "code" in cause && cause.code === "ENOSPC";
    throw new AppError(full ? "DB_DISK_FULL" : "DB_IO", { cause, retryable: true });
  }
}
