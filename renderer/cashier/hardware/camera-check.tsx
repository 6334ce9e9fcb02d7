import { IconCamera, IconCameraOff } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { looksLikeCard } from "../../../shared/domain/card.ts";
import { cameraText } from "../../texts/camera-words.ts";
import { decimalWords, hardwareText } from "../../texts/hardware-words.ts";
import { Button } from "../../ui/button.tsx";
import type { CameraError } from "../camera/camera-error.ts";
import type { CameraDevice, Sight } from "../camera/qr-camera.ts";
import { pixelsPerModule, sharpnessVerdict } from "./camera-measure.ts";
import { FactList } from "./fact-list.tsx";
import { report } from "./findings.ts";
import "../camera/camera.css";

type Seen = {
  readonly devices: readonly CameraDevice[];
  readonly error: CameraError | null;
  readonly frame: { readonly width: number; readonly height: number } | null;
  /** pixels a module of the card in view; null while another code is */
  readonly pixels: number | null;
  readonly other: boolean;
};

const NOTHING: Seen = { devices: [], error: null, frame: null, pixels: null, other: false };

/** Shows a camera and measures how sharply it sees a card. */
export function CameraCheck() {
  const [on, setOn] = useState(false);
  const Icon = on ? IconCameraOff : IconCamera;
  return (
    <>
      <p>{hardwareText.camera.what}</p>
      {on ? <CameraMeter /> : null}
      <div>
        <Button icon={<Icon aria-hidden="true" size={20} />} onClick={() => setOn(!on)}>
          {on ? hardwareText.camera.stop : hardwareText.camera.start}
        </Button>
      </div>
    </>
  );
}

function CameraMeter() {
  const picture = useRef<HTMLDivElement>(null);
  const seen = useMeter(picture);
  const words = seen.error === null ? null : cameraText[seen.error];
  const dull = seen.pixels !== null && sharpnessVerdict(seen.pixels) !== "GOOD";
  return (
    <div className="hardware-camera">
      {words === null ? (
        <div className="camera-frame">
          <div
            ref={picture}
            className="camera-picture"
            role="img"
            aria-label={hardwareText.camera.picture}
          />
        </div>
      ) : (
        <p className="notice notice-error">
          {words.what} {words.todo}
        </p>
      )}
      <FactList facts={factsOf(seen)} />
      {seen.other ? <p className="notice">{hardwareText.camera.notCard}</p> : null}
      {dull ? <p className="notice notice-warn">{hardwareText.camera.near}</p> : null}
    </div>
  );
}

function useMeter(picture: { readonly current: HTMLElement | null }): Seen {
  const [seen, setSeen] = useState<Seen>(NOTHING);
  useEffect(() => {
    const element = picture.current;
    if (element === null) return;
    let left = false;
    let stop = (): Promise<void> => Promise.resolve();
    const add = (part: Partial<Seen>): void => {
      if (!left) setSeen((old) => ({ ...old, ...part }));
    };
    const begin = async (): Promise<void> => {
      const { cameraDevices, startCamera } = await import("../camera/qr-camera.ts");
      if (left) return;
      stop = startCamera(element, null, {
        onStarted: () => void cameraDevices().then((devices) => add({ devices })),
        onText: () => undefined,
        onSight: (sight) => add(measured(sight)),
        onError: (error) => {
          add({ error });
          if (!left) report("CAMERA", "BAD", { error });
        },
      });
    };
    begin().catch(() => add({ error: "FAILED" }));
    return () => {
      left = true;
      void stop();
    };
  }, [picture]);
  return seen;
}

function measured({ text: code, corners, width, height }: Sight): Partial<Seen> {
  const frame = { width, height };
  if (!looksLikeCard(code)) return { frame, pixels: null, other: true };
  const pixels = pixelsPerModule(corners);
  report("CAMERA", sharpnessVerdict(pixels), { width, height, pixelsPerModule: pixels });
  return { frame, pixels, other: false };
}

function factsOf({ devices, frame, pixels }: Seen): [string, string][] {
  const { facts } = hardwareText.camera;
  const names = devices.map(({ label }) => label).filter((label) => label !== "");
  return [
    ...(names.length === 0 ? [] : ([[facts.device, names.join(", ")]] as [string, string][])),
    ...(devices.length === 0
      ? []
      : ([[facts.devices, String(devices.length)]] as [string, string][])),
    ...(frame === null
      ? []
      : ([[facts.frame, `${frame.width} x ${frame.height}`]] as [string, string][])),
    ...(pixels === null ? [] : ([[facts.module, decimalWords(pixels)]] as [string, string][])),
  ];
}
