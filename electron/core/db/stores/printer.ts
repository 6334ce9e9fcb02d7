import {
  type Printer,
  type PrinterRole,
  PrinterSetup,
} from "../../../../shared/contract/printers.ts";
import { type ReadDb, statement, type WriteDb } from "../database.ts";

type Stored = { printerId: string; name: string; role: PrinterRole; main: number; setup: string };

/** The till's printers, receipts before labels and the main one of each first. */
export function printers(db: ReadDb): Printer[] {
  const rows = statement(
    db,
    `SELECT printer_id AS printerId, name, role, main, setup FROM printer
     ORDER BY role = 'RECEIPT' DESC, main DESC, name, printer_id`,
  ).all() as Stored[];
  return rows.map(({ setup, main, ...printer }) => ({
    ...printer,
    main: main === 1,
    ...PrinterSetup.parse(JSON.parse(setup)),
  }));
}

/** Keeps a printer, new or changed. One that says it is main takes the place of the one before. */
export function savePrinter(db: WriteDb, printer: Printer): void {
  const { printerId, name, role, main, ...setup } = printer;
  if (main) {
    statement(db, "UPDATE printer SET main = 0 WHERE role = ? AND printer_id <> ?").run(
      role,
      printerId,
    );
  }
  statement(
    db,
    `INSERT INTO printer (printer_id, name, role, main, setup)
     VALUES (@printerId, @name, @role, @main, @setup)
     ON CONFLICT (printer_id) DO UPDATE
       SET name = excluded.name, role = excluded.role, main = excluded.main, setup = excluded.setup`,
  ).run({ printerId, name, role, main: main ? 1 : 0, setup: JSON.stringify(setup) });
  electMain(db);
}

/** Forgets a printer; what waits for it falls to the main one. */
export function removePrinter(db: WriteDb, printerId: string): void {
  statement(db, "DELETE FROM printer WHERE printer_id = ?").run(printerId);
  electMain(db);
}

/** Where a role has printers but no main one, the first becomes it. */
function electMain(db: WriteDb): void {
  statement(
    db,
    `UPDATE printer SET main = 1 WHERE printer_id IN (
       SELECT min(printer_id) FROM printer p
       WHERE NOT EXISTS (SELECT 1 FROM printer m WHERE m.role = p.role AND m.main = 1)
       GROUP BY role)`,
  ).run();
}
