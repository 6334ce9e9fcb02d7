/**
 * `next` with every part that equals the same part of `before` taken from `before`, so that a whole
 * state sent again redraws only what changed. Plain JSON values only.
 */
export function shareStructure<T>(before: unknown, next: T): T {
  if (Object.is(before, next) || typeof next !== "object" || next === null) return next;
  if (typeof before !== "object" || before === null) return next;
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next;
    const shared: unknown[] = next.map((item: unknown, index) =>
      shareStructure(before[index], item),
    );
    const same = before.length === shared.length && shared.every((item, i) => item === before[i]);
    return (same ? before : shared) as T;
  }
  if (Array.isArray(before)) return next;
  const old = before as Record<string, unknown>;
  const entries = Object.entries(next).map(
    ([key, value]) => [key, shareStructure(old[key], value)] as const,
  );
  const same =
    Object.keys(old).length === entries.length &&
    entries.every(([key, value]) => key in old && old[key] === value);
  return (same ? before : Object.fromEntries(entries)) as T;
}
