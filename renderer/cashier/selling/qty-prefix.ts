/** `12*`, `12 x` or `12* kopi`: pieces typed before what they are of. An `x` needs a blank behind it. */
const PREFIX = /^\s*(\d{1,5})\s*(?:\*|[x×](?=\s|$))\s*(.*)$/i;

/** The pieces typed before a search or a scan, and what is searched for. */
export function qtyPrefix(text: string): { readonly qty: number | null; readonly rest: string } {
  const found = PREFIX.exec(text);
  if (found === null) return { qty: null, rest: text.trim() };
  return { qty: Number(found[1]), rest: (found[2] ?? "").trim() };
}
