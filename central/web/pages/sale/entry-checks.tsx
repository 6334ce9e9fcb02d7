import type { ReactNode } from "react";
import type { EntryCheck } from "../../../../shared/contract/centre-api.ts";
import { type CheckText, checkTexts, type Verdict } from "../../texts/check-text.ts";
import { StateWord, type Tone } from "../../ui/state-word.tsx";

const TONE: Record<Verdict, Tone> = { sound: "good", fault: "bad", open: "plain" };

type Props = {
  readonly check: EntryCheck;
  /** whether the centre took the entry's content; a genuine entry may still say something wrong */
  readonly accepted: boolean;
};

function headline(texts: readonly CheckText[], accepted: boolean): string {
  const faults = texts.filter((text) => text.verdict === "fault").length;
  if (faults > 0) return `${faults} pemeriksaan tidak sah: bukti ini tidak dapat dipegang.`;
  const open = texts.some((text) => text.key !== "private" && text.verdict === "open");
  if (!accepted) return "Catatan ini asli, tetapi isinya belum diterima pusat.";
  return open
    ? "Tidak ada yang salah, tetapi belum semua bukti lengkap."
    : "Semua pemeriksaan sah: catatan ini asli dan utuh.";
}

/** Every examination of the entry, recomputed at the centre just now, each with its reason. */
export function EntryChecks({ check, accepted }: Props): ReactNode {
  const texts = checkTexts(check);
  return (
    <section className="checks" aria-labelledby="bukti">
      <h2 id="bukti">Bukti</h2>
      <p className="checks-headline">{headline(texts, accepted)}</p>
      <ul>
        {texts.map((text) => (
          <li key={text.key} className={`check check-${text.verdict}`}>
            <span className="check-title">{text.title}</span>
            <StateWord tone={TONE[text.verdict]}>{text.word}</StateWord>
            <p className="soft">{text.explanation}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
