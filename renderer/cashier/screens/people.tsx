import { type KeyboardEvent, useEffect, useRef } from "react";
import type { CashierState } from "../../../shared/contract/till-state.ts";
import { roleWords } from "../../texts/role-words.ts";
import { personAfter, stepOf } from "./person-step.ts";

type PeopleProps = {
  label: string;
  people: CashierState["cashiers"];
  pickedId: string | null;
  onPick: (cashierId: string) => void;
};

/** A list to pick one person from, by touch or arrow keys. */
export function People({ label, people, pickedId, onPick }: PeopleProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-checked=true]")?.scrollIntoView({ block: "nearest" });
  }, [pickedId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key);
    if (step === null) return;
    event.preventDefault();
    const next = personAfter(people, pickedId, step);
    if (next !== null) onPick(next);
  };
  return (
    <div ref={list} className="people" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {people.map((person) => (
        <button
          key={person.cashierId}
          type="button"
          className="person"
          role="radio"
          aria-checked={person.cashierId === pickedId}
          tabIndex={person.cashierId === pickedId ? 0 : -1}
          onClick={() => onPick(person.cashierId)}
        >
          <span className="initials" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span>
            <span className="person-name">{person.name}</span>
            <span className="soft small">{roleWords(person.role)}</span>
          </span>
        </button>
      ))}
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
