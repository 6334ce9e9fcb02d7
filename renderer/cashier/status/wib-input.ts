const WIB_MS = 7 * 60 * 60_000;
const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** An instant as a date and time field holds it, in WIB wherever the computer thinks it stands. */
export function wibInputOf(ms: number): string {
  return new Date(ms + WIB_MS).toISOString().slice(0, 16);
}

/** The instant of such a field, or null while it is not filled in. */
export function msOfWibInput(text: string): number | null {
  if (!FORM.test(text)) return null;
  const ms = Date.parse(`${text}:00.000Z`) - WIB_MS;
  return Number.isNaN(ms) ? null : ms;
}
