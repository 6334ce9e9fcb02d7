import { IconAlertTriangle, IconCamera } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { MerchantView } from "../../../shared/contract/paying.ts";
import type { ErrorText } from "../../texts/errors.ts";
import { qrisWords } from "../../texts/paying-words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useCamera } from "../camera/use-camera.ts";
import { consumeScans } from "../store/scan.ts";
import { useTillState } from "../store/till-store.ts";
import { MerchantFacts } from "./merchant-facts.tsx";
import { installCode, type ReadCode, readCode } from "./qris-setup.ts";
import "../camera/camera.css";
import "./qris.css";

/** Sets the shop's QRIS code: scanned or pasted, compared by a person, then installed or removed. */
export function SetQris({ onDone }: { onDone: () => void }) {
  const [read, setRead] = useState<ReadCode | null>(null);
  const take = (text: string): void => void readCode(text).then(setRead);
  useEffect(
    () =>
      consumeScans((text) => {
        void readCode(text).then(setRead);
        return true;
      }),
    [],
  );
  const install = async (text: string | null): Promise<void> => {
    if (await installCode(text)) onDone();
  };
  return read?.kind === "merchant" ? (
    <Compare
      merchant={read.merchant}
      onInstall={() => void install(read.text)}
      onOther={() => setRead(null)}
    />
  ) : (
    <AskForCode refused={read} onText={take} onRemove={() => void install(null)} />
  );
}

type AskProps = {
  refused: ReadCode | null;
  onText: (text: string) => void;
  onRemove: () => void;
};

function AskForCode({ refused, onText, onRemove }: AskProps) {
  const [text, setText] = useState("");
  const [camera, setCamera] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") onText(text);
  };
  return (
    <form className="qris-setup" onSubmit={submit}>
      {camera ? <CameraPicture /> : null}
      <TextField
        label={qrisWords.field}
        hint={qrisWords.fieldHint}
        isFirst
        text={text}
        onText={setText}
      />
      {refused?.kind === "refused" ? <Refused why={refused.why} /> : null}
      <div className="dialog-actions">
        <RemoveCode onRemove={onRemove} />
        {camera ? null : (
          <Button
            icon={<IconCamera aria-hidden="true" size={20} />}
            onClick={() => setCamera(true)}
          >
            {qrisWords.camera}
          </Button>
        )}
        <Button look="primary" submit disabled={text.trim() === ""}>
          {qrisWords.read}
        </Button>
      </div>
    </form>
  );
}

function Refused({ why }: { why: ErrorText }) {
  return (
    <p className="notice notice-error" role="alert">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{why.what}</strong>
        {why.todo}
      </span>
    </p>
  );
}

function RemoveCode({ onRemove }: { onRemove: () => void }) {
  const isSet = useTillState(({ qris }) => qris.merchant !== null);
  if (!isSet) return null;
  return (
    <Button look="quiet" onClick={onRemove}>
      {qrisWords.remove}
    </Button>
  );
}

/** What the camera reads goes where every scan goes: to this dialog, which is on top. */
function CameraPicture() {
  const frame = useRef<HTMLDivElement>(null);
  const camera = useCamera(frame);
  const failed = camera.state !== "on" && camera.state !== "starting";
  return (
    <div className="camera-frame">
      <div ref={frame} className="camera-picture" role="img" aria-label={qrisWords.picture} />
      {failed ? (
        <div className="camera-cover" role="alert">
          <p>{qrisWords.noCamera}</p>
          <Button look="primary" onClick={camera.restart}>
            {qrisWords.cameraAgain}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type CompareProps = { merchant: MerchantView; onInstall: () => void; onOther: () => void };

function Compare({ merchant, onInstall, onOther }: CompareProps) {
  return (
    <>
      <p className="notice notice-warn">
        <IconAlertTriangle aria-hidden="true" size={20} />
        <span>
          <strong>{qrisWords.compare}</strong>
          {qrisWords.compareMore}
        </span>
      </p>
      <div className="qris-merchant-facts">
        <MerchantFacts merchant={merchant} />
      </div>
      <div className="dialog-actions">
        <Button onClick={onOther} autoFocus>
          {qrisWords.other}
        </Button>
        <Button look="primary" onClick={onInstall}>
          {qrisWords.install}
        </Button>
      </div>
    </>
  );
}
