import { IconAlertTriangle, IconCameraOff, IconRefresh } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { cameraText, cameraWords } from "../../texts/camera-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { openDialog } from "../store/screen-store.ts";
import { useCamera } from "./use-camera.ts";
import "./camera.css";
import { shortcuts } from "../../texts/shortcuts.ts";

/** Reads a card with the computer's camera, and leaves by itself once a buyer was found. */
export function CameraDialog() {
  const frame = useRef<HTMLDivElement>(null);
  const camera = useCamera(frame);
  useNipKey();
  return (
    <Dialog title={cameraWords.title} widthPx={760} onClose={() => openDialog(null)}>
      <div className="camera-frame">
        <div ref={frame} className="camera-picture" role="img" aria-label={cameraWords.picture} />
        {camera.state === "on" ? <div className="camera-corners" aria-hidden="true" /> : null}
        <Covered camera={camera} />
      </div>
      <div className="camera-foot">
        <p className="soft small">{cameraWords.lead}</p>
        {camera.devices.length > 1 ? (
          <label className="camera-choice small">
            {cameraWords.camera}
            <select
              className="input"
              value={camera.deviceId ?? ""}
              onChange={(event) => camera.choose(event.target.value)}
            >
              {camera.devices.map((device, index) => (
                <option key={device.deviceId} value={device.deviceId}>
                  {device.label === "" ? cameraWords.unnamed(index + 1) : device.label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button shortcut={shortcuts.nip.key} onClick={() => openDialog("nip")}>
          {shortcuts.nip.label}
        </Button>
      </div>
    </Dialog>
  );
}

/** The key that the texts about a camera without a picture name: no shortcut works under a dialog. */
function useNipKey(): void {
  useEffect(() => {
    const onKeyDown = ({ key, repeat }: KeyboardEvent): void => {
      if (key === shortcuts.nip.key && !repeat) openDialog("nip");
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function Covered({ camera }: { camera: ReturnType<typeof useCamera> }) {
  if (camera.state === "on") return null;
  if (camera.state === "starting") {
    return (
      <div className="camera-cover" role="status">
        {cameraWords.starting}
      </div>
    );
  }
  const words = cameraText[camera.state === "idle" ? "IDLE" : camera.state];
  const Icon = camera.state === "idle" ? IconCameraOff : IconAlertTriangle;
  return (
    <div className="camera-cover" role="alert">
      <Icon aria-hidden="true" size={40} stroke={1.5} />
      <p>
        <strong>{words.what}</strong>
      </p>
      <p className="small">{words.todo}</p>
      <Button
        look="primary"
        icon={<IconRefresh aria-hidden="true" size={20} />}
        onClick={camera.restart}
      >
        {cameraWords.start}
      </Button>
    </div>
  );
}
