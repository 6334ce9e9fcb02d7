const GROUPS = /^(\d{8})(\d{1,6})?(\d)?(\d{1,3})?$/;

/** A NIP as printed on cards while it is typed: `19850315 201001 1 991`. Other texts stay as typed. */
export function groupedNip(text: string): string {
  const digits = text.replaceAll(" ", "");
  const groups = GROUPS.exec(digits);
  return groups === null ? text : groups.slice(1).filter(Boolean).join(" ");
}

/** How many digits are there. */
export function nipLength(text: string): number {
  return text.replace(/\D/g, "").length;
}
