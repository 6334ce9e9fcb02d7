/** How the product grid lies in its frame. All lengths in CSS pixels. */
export type GridFrame = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scrollTopPx: number;
  /** the size of the page's text: cards grow with it */
  readonly remPx: number;
};

const CARD_MIN_WIDTH_REM = 8.75;
const PICTURE_PX = 92;
/** What is written under a card's picture. */
const WORDS_REM = 6.25;
const GAP_PX = 10;
/** Rows drawn beyond the frame at either side, so that a scroll never shows a hole. */
const SPARE_ROWS = 2;

/** From the top of one row to the top of the next. */
export function rowHeight({ remPx }: Pick<GridFrame, "remPx">): number {
  return PICTURE_PX + WORDS_REM * remPx + GAP_PX;
}

/** As many columns as fit at the least width; at least one. */
export function columnsIn({ widthPx, remPx }: Pick<GridFrame, "widthPx" | "remPx">): number {
  return Math.max(1, Math.floor((widthPx + GAP_PX) / (CARD_MIN_WIDTH_REM * remPx + GAP_PX)));
}

/** The rows to draw, `first` included and `end` not, out of all that `total` products take. */
export function rowsIn(
  frame: GridFrame,
  total: number,
): { readonly first: number; readonly end: number; readonly rows: number } {
  const rows = Math.ceil(total / columnsIn(frame));
  const rowPx = rowHeight(frame);
  const first = Math.floor(frame.scrollTopPx / rowPx) - SPARE_ROWS;
  const end = Math.ceil((frame.scrollTopPx + frame.heightPx) / rowPx) + SPARE_ROWS;
  return { first: clamp(first, 0, rows), end: clamp(end, 0, rows), rows };
}

/** Where to scroll so that a row lies wholly in the frame; the same place when it already does. */
export function scrollForRow(frame: GridFrame, row: number): number {
  const rowPx = rowHeight(frame);
  const top = row * rowPx;
  const bottom = top + rowPx;
  if (top < frame.scrollTopPx) return top;
  if (bottom > frame.scrollTopPx + frame.heightPx) return bottom - frame.heightPx;
  return frame.scrollTopPx;
}

/** Where a key moves the active product; null for a key that does not move it. */
export function movedIndex(
  key: string,
  at: {
    readonly index: number;
    readonly total: number;
    readonly columns: number;
    readonly page: number;
  },
): number | null {
  const { index, total, columns, page } = at;
  const rowStart = index - (index % columns);
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    PageUp: index - columns * page,
    PageDown: index + columns * page,
    Home: rowStart,
    End: rowStart + columns - 1,
  };
  const moved = moves[key];
  return moved === undefined ? null : clamp(moved, 0, Math.max(0, total - 1));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
