import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { countText } from "./count-text.ts";
import type { CsvCell } from "./csv.ts";
import { type Direction, type SortValue, sortRows } from "./sorting.ts";
import "./data-table.css";

/** One column: how it is titled, drawn, sorted and exported. */
export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly sortBy?: (row: Row) => SortValue;
  readonly csv?: (row: Row) => CsvCell;
  /** left out on a phone, where another cell says the same */
  readonly wideOnly?: boolean;
  /** stands in the exported file alone; on screen another column says it */
  readonly csvOnly?: boolean;
};

/** Which column a table runs by. */
export type Sort = { readonly key: string; readonly direction: Direction };

/** Rows in the order the table shows them. */
export function sortByColumn<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort,
): readonly Row[] {
  const sortBy = columns.find((column) => column.key === sort.key)?.sortBy;
  return sortBy === undefined ? rows : sortRows(rows, sortBy, sort.direction);
}

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
};

const FIRST_ROWS = 300;

/** Rows with their names first; sorts by its headings, becomes a list of cards on a phone. */
export function DataTable<Row>(props: Props<Row>): ReactNode {
  const [all, setAll] = useState(false);
  const { rows, sort } = props;
  const columns = props.columns.filter((column) => !column.csvOnly);
  const ordered = sort === undefined ? rows : sortByColumn(rows, columns, sort);
  const shown = all ? ordered : ordered.slice(0, FIRST_ROWS);
  return (
    <>
      <table className="data-table">
        <caption className="hidden-text">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <BodyRow key={props.rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {shown.length < ordered.length && (
        <>
          <p className="only-print">Hanya {countText(shown.length)} baris pertama.</p>
          <button type="button" className="data-more no-print" onClick={() => setAll(true)}>
            Tampilkan semua ({countText(ordered.length)} baris)
          </button>
        </>
      )}
    </>
  );
}

type HeadProps<Row> = {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
};

function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>): ReactNode {
  const alignment = cellClass(column);
  if (column.sortBy === undefined || onSort === undefined) {
    return (
      <th scope="col" className={alignment}>
        {column.title}
      </th>
    );
  }
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const next: Direction = direction === "naik" ? "turun" : "naik";
  const Arrow = direction === "turun" ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={alignment} aria-sort={ariaSort(direction)}>
      <button
        type="button"
        className="data-sort"
        onClick={() => onSort({ key: column.key, direction: next })}
      >
        {column.title}
        <Arrow
          size={14}
          aria-hidden="true"
          className={direction ? "data-arrow-on" : "data-arrow"}
        />
      </button>
    </th>
  );
}

function ariaSort(direction: Direction | undefined): "ascending" | "descending" | "none" {
  if (direction === undefined) return "none";
  return direction === "naik" ? "ascending" : "descending";
}

function cellClass<Row>(column: Column<Row>): string {
  return `${column.numeric ? "data-number" : "data-text"}${column.wideOnly ? " data-wide" : ""}`;
}

function BodyRow<Row>(props: { row: Row; columns: readonly Column<Row>[] }): ReactNode {
  const [first, ...rest] = props.columns;
  if (first === undefined) return null;
  return (
    <tr>
      <th scope="row" className={cellClass(first)}>
        {first.cell(props.row)}
      </th>
      {rest.map((column) => (
        <td key={column.key} className={cellClass(column)} data-title={column.title}>
          <div>{column.cell(props.row)}</div>
        </td>
      ))}
    </tr>
  );
}
