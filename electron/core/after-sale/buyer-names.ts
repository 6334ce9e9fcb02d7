import type { Till } from "../context.ts";
import { personById } from "../db/stores/roster.ts";
import { buyersHere } from "../db/stores/sale-history.ts";
import { identityOf } from "../selling/person.ts";

type Known = { readonly feedSeq: number; readonly name: string };

/** Names opened so far, for as long as the process lives; the file holds them sealed only. */
const opened = new WeakMap<Till, Map<string, Known>>();

/** People who bought here and whose name has each of these words at the start of one of its own. */
export function buyersNamed(till: Till, words: readonly string[], limit: number): string[] {
  const found: string[] = [];
  for (const { personId, feedSeq } of buyersHere(till.file.db())) {
    const parts = nameOf(till, personId, feedSeq).split(/[^\p{L}\p{N}]+/u);
    if (!words.every((word) => parts.some((part) => part.startsWith(word)))) continue;
    found.push(personId);
    if (found.length === limit) break;
  }
  return found;
}

/** In lower case; empty where the key store does not open it. */
function nameOf(till: Till, personId: string, feedSeq: number): string {
  const names = opened.get(till) ?? new Map<string, Known>();
  opened.set(till, names);
  const known = names.get(personId);
  if (known !== undefined && known.feedSeq === feedSeq) return known.name;
  const identity = identityOf(personById(till.file.db(), personId), till.keys());
  if (identity === null) return "";
  const name = identity.name.toLowerCase();
  names.set(personId, { feedSeq, name });
  return name;
}
