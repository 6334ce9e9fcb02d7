const GROUPS = /\B(?=(\d{3})+$)/g;

/** A whole number as Indonesians write it: `1.204`. */
export function countText(count: number): string {
  return String(count).replace(GROUPS, ".");
}

/** A share in whole percent, never 100 before everything is there; `0%` of nothing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "0%";
  return `${Math.floor((part * 100) / whole)}%`;
}
