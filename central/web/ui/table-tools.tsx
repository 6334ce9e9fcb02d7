import { Button } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { csvText } from "./csv.ts";
import type { Column } from "./data-table.tsx";
import { downloadText } from "./download.ts";
import "./table-tools.css";

type Props<Row> = {
  /** without the ending */
  readonly fileName: string;
  readonly columns: readonly Column<Row>[];
  /** filtered and sorted: exactly what the table shows */
  readonly rows: readonly Row[];
};

/** Takes what is shown away: as a file for a spreadsheet, or on paper. */
export function TableTools<Row>({ fileName, columns, rows }: Props<Row>): ReactNode {
  const exported = columns.filter((column) => column.csv !== undefined);
  const save = (): void => {
    const head = exported.map((column) => column.title);
    const body = rows.map((row) => exported.map((column) => column.csv?.(row) ?? null));
    downloadText(`${fileName}.csv`, csvText([head, ...body]), "text/csv;charset=utf-8");
  };
  return (
    <div className="table-tools no-print">
      <Button
        variant="default"
        size="sm"
        leftSection={<IconDownload size={18} aria-hidden="true" />}
        disabled={rows.length === 0}
        onClick={save}
      >
        Unduh CSV
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        Cetak
      </Button>
    </div>
  );
}
