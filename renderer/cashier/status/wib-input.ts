const WIB_MS = 7 * 60 * 60_000;
const FORM = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})[ ,]+(\d{1,2})[.:](\d{2})$/;

/** An instant as a person types it: `30-11-2026 23.51`, in WIB wherever the computer thinks it stands. */
export function wibInputOf(ms: number): string {
  const [date = "", time = ""] = new Date(ms + WIB_MS).toISOString().split("T");
  return `${date.split("-").toReversed().join("-")} ${time.slice(0, 5).replace(":", ".")}`;
}

/** The instant of such a text, or null while it is no time. */
export function msOfWibInput(text: string): number | null {
  const [found, ...parts] = FORM.exec(text.trim()) ?? [];
  if (found === undefined) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = parts.map(Number);
  const asIs = Date.UTC(year, month - 1, day, hour, minute);
  const said = new Date(asIs);
  const holds =
    said.getUTCMonth() === month - 1 && said.getUTCDate() === day && said.getUTCHours() === hour;
  return holds && minute < 60 ? asIs - WIB_MS : null;
}
