import { Button, CopyButton, SegmentedControl } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { SaleDetail } from "../../../../shared/contract/centre-api.ts";
import { formatWibDateTime } from "../../../../shared/domain/period.ts";
import { kindWord } from "../../texts/words.ts";

type Entry = SaleDetail["entry"];
type View = "asli" | "terurai";

/** The journal entry as the till wrote it: its place, its seals, and the text itself to the last byte. */
export function JournalEntry({ entry }: { readonly entry: Entry }): ReactNode {
  return (
    <section className="journal" aria-labelledby="jurnal">
      <h2 id="jurnal">Catatan jurnal</h2>
      <EntryFacts entry={entry} />
      <EntryBody body={entry.body} />
    </section>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }): ReactNode {
  const facts: readonly (readonly [string, string])[] = [
    ["Jenis", `${kindWord(entry.kind)} (${entry.kind})`],
    ["Nomor urut", String(entry.seq)],
    ["Diterima pusat", `${formatWibDateTime(entry.receivedAt)} WIB`],
    ["Kode pada struk", entry.code],
    ["Mesin kasir", entry.tillId],
    ["Kunci", entry.keyId],
    ["Sidik sebelumnya", entry.prevHash],
    ["Sidik catatan", entry.hash],
    ["Tanda tangan", entry.signature === "" ? "menyusul" : entry.signature],
    ["Tanda tangan struk", entry.receiptSignature ?? "tidak ada"],
  ];
  return (
    <dl className="journal-facts">
      {facts.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function EntryBody({ body }: { readonly body: string }): ReactNode {
  const [view, setView] = useState<View>("asli");
  return (
    <>
      <div className="journal-tools no-print">
        <SegmentedControl
          size="sm"
          aria-label="Tampilan isi catatan"
          value={view}
          onChange={(chosen) => setView(chosen === "terurai" ? "terurai" : "asli")}
          data={[
            { value: "asli", label: "Teks asli" },
            { value: "terurai", label: "Terurai" },
          ]}
        />
        <CopyBody body={body} />
      </div>
      <pre className="journal-body" tabIndex={0} aria-label="Isi catatan jurnal">
        {view === "asli" ? body : indented(body)}
      </pre>
    </>
  );
}

/** The same text with line breaks for the eye; a body that is no JSON is shown as it is. */
function indented(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    return JSON.stringify(parsed, null, 2);
  } catch {
    return body;
  }
}

function CopyBody({ body }: { readonly body: string }): ReactNode {
  return (
    <CopyButton value={body} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="sm"
          onClick={copy}
          leftSection={
            copied ? (
              <IconCheck size={18} aria-hidden="true" />
            ) : (
              <IconCopy size={18} aria-hidden="true" />
            )
          }
        >
          {copied ? "Tersalin" : "Salin teks asli"}
        </Button>
      )}
    </CopyButton>
  );
}
