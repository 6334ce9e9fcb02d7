import { IconAlertTriangle, IconCameraOff, IconRefresh } from "@tabler/icons-react";
import { useRef } from "react";
import { cameraText } from "../../texts/camera-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { openDialog } from "../store/screen-store.ts";
import { useCamera } from "./use-camera.ts";
import "./camera.css";

/** Reads a card with the computer's camera, and leaves by itself once a buyer was found. */
export function CameraDialog() {
  const frame = useRef<HTMLDivElement>(null);
  const camera = useCamera(frame);
  return (
    <Dialog title="Pindai dengan kamera" widthPx={760} onClose={() => openDialog(null)}>
      <div className="camera-frame">
        <div ref={frame} className="camera-picture" role="img" aria-label="Gambar kamera" />
        {camera.state === "on" ? <div className="camera-corners" aria-hidden="true" /> : null}
        <Covered camera={camera} />
      </div>
      <div className="camera-foot">
        <p className="soft small">
          Dekatkan kode QR kartu sampai memenuhi bingkai. Kode dibaca sendiri.
        </p>
        {camera.devices.length > 1 ? (
          <label className="camera-choice small">
            Kamera
            <select
              className="input"
              value={camera.deviceId ?? ""}
              onChange={(event) => camera.choose(event.target.value)}
            >
              {camera.devices.map((device, index) => (
                <option key={device.deviceId} value={device.deviceId}>
                  {device.label === "" ? `Kamera ${index + 1}` : device.label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button onClick={() => openDialog("nip")}>Ketik NIP</Button>
      </div>
    </Dialog>
  );
}

function Covered({ camera }: { camera: ReturnType<typeof useCamera> }) {
  if (camera.state === "on") return null;
  if (camera.state === "starting") {
    return (
      <div className="camera-cover" role="status">
        Menyalakan kamera
      </div>
    );
  }
  const words =
    camera.state === "idle"
      ? { what: "Kamera dimatikan.", todo: "Satu menit tidak ada kode yang terbaca." }
      : cameraText[camera.state];
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
        Nyalakan kamera
      </Button>
    </div>
  );
}
