import { type FormEvent, useState } from "react";
import { clockSubject } from "../../../shared/domain/setting.ts";
import { clockTexts } from "../../texts/clock-words.ts";
import { dateTimeWords } from "../../texts/date-words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { useNow } from "../../ui/use-now.ts";
import { useSupervised } from "../approval/use-supervised.tsx";
import { useTillState } from "../store/till-store.ts";
import { useCommand } from "../store/use-command.ts";
import { msOfWibInput, wibInputOf } from "./wib-input.ts";

/** Lets a supervisor say what time it is while the till doubts its clock; nothing otherwise. */
export function ClockSection() {
  const doubtful = useTillState(({ clock }) => clock.state === "DOUBTFUL");
  return doubtful ? <DoubtfulClock /> : null;
}

function DoubtfulClock() {
  const { offsetMs } = useTillState((state) => state.clock);
  const shownMs = useNow() + offsetMs;
  const { ask, approval } = useSupervised();
  const { run } = useCommand();
  const save = async (toMs: number, approvalId: string | null): Promise<void> => {
    const done = await run((core, commandId) =>
      core.setting.setClock.mutate({ commandId, offsetMs: toMs, approvalId }),
    );
    if (done !== null) showToast({ tone: "info", what: clockTexts.saved, todo: null });
  };
  // Told as what the computer is off by: the time goes on while the supervisor types.
  const set = (toMs: number): void => {
    const act = (approvalId: string | null): void => void save(toMs, approvalId);
    const detail = `${dateTimeWords(Date.now() + toMs)} WIB`;
    ask({ action: "CLOCK", subject: clockSubject(toMs), amount: 0, detail, act });
  };
  return (
    <section className="status-section" aria-labelledby="status-clock">
      <h3 id="status-clock">{clockTexts.title}</h3>
      <p className="notice notice-warn">{clockTexts.why}</p>
      <p>
        {clockTexts.shown} <strong>{dateTimeWords(shownMs)} WIB</strong>
      </p>
      <Button onClick={() => set(offsetMs)}>{clockTexts.right}</Button>
      <SetTime shownMs={shownMs} onSet={(at) => set(at - Date.now())} />
      {approval}
    </section>
  );
}

function SetTime({ shownMs, onSet }: { shownMs: number; onSet: (at: number) => void }) {
  const [text, setText] = useState(() => wibInputOf(shownMs));
  const at = msOfWibInput(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at !== null) onSet(at);
  };
  return (
    <form className="clock-form" onSubmit={submit}>
      <TextField
        label={clockTexts.other}
        hint={clockTexts.otherHint}
        error={at === null && text !== "" ? clockTexts.noTime : null}
        text={text}
        onText={setText}
      />
      <Button look="primary" submit disabled={at === null}>
        {clockTexts.set}
      </Button>
    </form>
  );
}
