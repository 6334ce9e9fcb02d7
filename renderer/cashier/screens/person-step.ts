type Person = { readonly cashierId: string };

/** Which way an arrow key goes in a list of people; null for any other key. */
export function stepOf(key: string): 1 | -1 | null {
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : null;
}

/** The person before or after, and around the ends. */
export function personAfter(
  people: readonly Person[],
  pickedId: string | null,
  step: 1 | -1,
): string | null {
  const index = people.findIndex(({ cashierId }) => cashierId === pickedId);
  return people[(index + step + people.length) % people.length]?.cashierId ?? null;
}
