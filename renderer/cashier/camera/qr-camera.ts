import { BarcodeDetector, prepareZXingModule } from "barcode-detector/ponyfill";
import { Html5Qrcode, Html5QrcodeSupportedFormats } from "html5-qrcode";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import { type CameraError, cameraErrorOf } from "./camera-error.ts";
import { createTurns } from "./in-turn.ts";

/*
 * The only place that knows html5-qrcode. The library handles the camera and its picture; codes are
 * read by our own loop over the video at its full resolution, because the library decodes a canvas
 * of CSS pixels with an engine that misses every second hard frame. Its decoder stays on at a slow
 * beat, for a computer on which WebAssembly does not load.
 */

const LIBRARY_FPS = 2;
const LOOK_EVERY_MS = 70;

const inTurn = createTurns();

// The engine's own default is to fetch itself from a public CDN.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

export type CameraDevice = { readonly deviceId: string; readonly label: string };

export type CameraEvents = {
  readonly onStarted: () => void;
  /** each sighting of a code: many a second while it is in view */
  readonly onText: (text: string) => void;
  readonly onError: (error: CameraError) => void;
};

/** The cameras of this computer; their names are empty until one was allowed. */
export async function cameraDevices(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === "videoinput")
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/**
 * Shows a camera in the element with this id and reports what it reads. The answer turns it off;
 * both wait for their turn. A failure is reported, not thrown.
 */
export function startCamera(
  elementId: string,
  deviceId: string | null,
  events: CameraEvents,
): () => Promise<void> {
  let wanted = true;
  let scanner: Html5Qrcode | null = null;
  const start = async (): Promise<void> => {
    if (!wanted) return;
    try {
      scanner = await startLibrary(elementId, deviceId, events.onText);
      const video = document.getElementById(elementId)?.querySelector("video");
      if (video !== null && video !== undefined) watchVideo(video, events, () => wanted);
      events.onStarted();
    } catch (error) {
      events.onError(cameraErrorOf(error));
    }
  };
  void inTurn(start);
  return () => {
    wanted = false;
    return inTurn(async () => {
      if (scanner?.isScanning === true) await scanner.stop();
      scanner = null;
    });
  };
}

async function startLibrary(
  elementId: string,
  deviceId: string | null,
  onText: (text: string) => void,
): Promise<Html5Qrcode> {
  const scanner = new Html5Qrcode(elementId, {
    verbose: false,
    formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
    useBarCodeDetectorIfSupported: false,
  });
  const which = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  await scanner.start(
    deviceId ?? { facingMode: "environment" },
    {
      fps: LIBRARY_FPS,
      disableFlip: true,
      videoConstraints: { ...which, width: { ideal: 1_280 }, height: { ideal: 720 } },
    },
    onText,
    () => undefined,
  );
  return scanner;
}

function watchVideo(video: HTMLVideoElement, events: CameraEvents, wanted: () => boolean): void {
  const stream = video.srcObject;
  if (stream instanceof MediaStream) {
    for (const track of stream.getVideoTracks()) {
      track.addEventListener("ended", () => (wanted() ? events.onError("GONE") : undefined));
    }
  }
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const look = async (): Promise<void> => {
    if (!wanted()) return;
    // Before the first frame there is nothing to look at; without the engine the library's decoder reads.
    const found = await detector.detect(video).catch(() => []);
    for (const { rawValue } of found) if (wanted()) events.onText(rawValue);
    setTimeout(() => void look(), LOOK_EVERY_MS);
  };
  void look();
}
