import type { PersonMonth } from "../../../shared/contract/centre-api.ts";
import { formatRupiah } from "../../../shared/domain/money.ts";
import type { Tone } from "../ui/state-word.tsx";

/** Where a person stands in a month, in words, and how that is to be taken. */
export type MonthStanding = { readonly tone: Tone; readonly word: string };

/** `Terpenuhi`, or how much is still to buy; states facts and judges nobody. */
export function monthStanding(person: Pick<PersonMonth, "state" | "short">): MonthStanding {
  switch (person.state) {
    case "MET":
      return { tone: "good", word: "Terpenuhi" };
    case "SHORT":
      return { tone: "waiting", word: `Kurang ${formatRupiah(person.short)}` };
    case "EXEMPT":
      return { tone: "plain", word: "Dibebaskan" };
    case "NOT_OBLIGED":
      return { tone: "plain", word: "Tidak wajib" };
  }
}
