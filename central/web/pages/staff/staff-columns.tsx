import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { StaffMember } from "../../../../shared/contract/centre-api.ts";
import { dateOf, dateStartMs, formatWibDate } from "../../../../shared/domain/period.ts";
import { STAFF_WORD } from "../../texts/words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { StateWord } from "../../ui/state-word.tsx";
import { useNow } from "../../ui/use-now.ts";

/** Columns of the people at the tills; `onCard` opens a supervisor's card, null: may not. */
export function staffColumns(
  onCard: ((member: StaffMember) => void) | null,
): Column<StaffMember>[] {
  const columns: Column<StaffMember>[] = [
    {
      key: "nama",
      title: "Nama",
      cell: (member) => (
        <>
          <strong>{member.name}</strong>
          {!member.active && <span className="soft staff-gone">tidak aktif</span>}
        </>
      ),
    },
    { key: "peran", title: "Peran", cell: (member) => STAFF_WORD[member.role] },
    { key: "galeri", title: "Galeri", cell: (member) => member.outlets.join(", ") },
    { key: "kartu", title: "Kartu", cell: (member) => <CardState member={member} /> },
  ];
  if (onCard === null) return columns;
  const action = (member: StaffMember): ReactNode =>
    (member.active && member.role === "SUPERVISOR") || member.card !== null ? (
      <Button variant="outline" aria-label={`Kartu ${member.name}`} onClick={() => onCard(member)}>
        {member.card === null ? "Terbitkan kartu" : "Ganti atau cabut"}
      </Button>
    ) : null;
  return [...columns, { key: "tindakan", title: "Tindakan", cell: action }];
}

function CardState({ member }: { readonly member: StaffMember }): ReactNode {
  const today = dateOf(useNow());
  const { card } = member;
  if (card === null) {
    const none = member.role === "SUPERVISOR" ? "belum ada" : "tidak perlu";
    return <span className="soft">{none}</span>;
  }
  const until = formatWibDate(dateStartMs(card.expiresOn));
  return card.expiresOn < today ? (
    <StateWord tone="bad">{`No. ${card.serial}, habis ${until}`}</StateWord>
  ) : (
    <StateWord tone="good">{`No. ${card.serial}, sampai ${until}`}</StateWord>
  );
}
