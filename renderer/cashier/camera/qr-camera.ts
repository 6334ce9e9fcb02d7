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

// The library does not await the video's play(), which fails when a camera is closed while it starts.
window.addEventListener("unhandledrejection", (event) => {
  const { reason } = event as { reason: unknown };
  if (reason instanceof DOMException && reason.message.includes("play()")) event.preventDefault();
});

export type CameraDevice = { readonly deviceId: string; readonly label: string };

export type CameraEvents = {
  readonly onStarted: () => void;
  /** each sighting of a code: many a second while it is in view */
  readonly onText: (text: string) => void;
  readonly onError: (error: CameraError) => void;
  /** the same with where it stood in the camera's own picture, for measuring */
  readonly onSight?: (sight: Sight) => void;
};

export type Sight = {
  readonly text: string;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
};

/** The cameras of this computer; their names are empty until one was allowed. */
export async function cameraDevices(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === "videoinput")
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/**
 * Shows a camera in an element of the page and reports what it reads. The answer turns it off; both
 * take their turn. A failure is reported, not thrown.
 */
export function startCamera(
  element: HTMLElement,
  deviceId: string | null,
  events: CameraEvents,
): () => Promise<void> {
  const picture = document.createElement("div");
  picture.id = `kamera-${++lastPicture}`;
  picture.className = "camera-video";
  element.append(picture);
  let wanted = true;
  let camera: RunningCamera | null = null;
  void inTurn(async () => {
    if (!wanted) return;
    try {
      camera = await startLibrary(picture, deviceId, events.onText);
      watch(camera, events, () => wanted);
      events.onStarted();
    } catch (error) {
      events.onError(cameraErrorOf(error));
    }
  });
  return () => {
    wanted = false;
    return inTurn(async () => {
      if (camera !== null) await stopLibrary(camera);
      camera = null;
      picture.remove();
    });
  };
}

let lastPicture = 0;

type RunningCamera = {
  readonly scanner: Html5Qrcode;
  readonly video: HTMLVideoElement;
  readonly tracks: readonly MediaStreamTrack[];
};

async function startLibrary(
  picture: HTMLElement,
  deviceId: string | null,
  onText: (text: string) => void,
): Promise<RunningCamera> {
  const scanner = new Html5Qrcode(picture.id, {
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
  const video = picture.querySelector("video");
  if (video === null) throw new Error("the library shows no video");
  const stream = video.srcObject;
  return { scanner, video, tracks: stream instanceof MediaStream ? stream.getVideoTracks() : [] };
}

/** Turns the camera off, also where the library stumbles over a picture that never played. */
async function stopLibrary({ scanner, tracks }: RunningCamera): Promise<void> {
  try {
    await scanner.stop();
  } catch {
    for (const track of tracks) track.stop();
  }
}

function watch(camera: RunningCamera, events: CameraEvents, wanted: () => boolean): void {
  for (const track of camera.tracks) {
    track.addEventListener("ended", () => (wanted() ? events.onError("GONE") : undefined));
  }
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const look = async (): Promise<void> => {
    if (!wanted()) return;
    // Before the first frame there is nothing to see; without the engine the library's decoder reads.
    const found = await detector.detect(camera.video).catch(() => []);
    for (const { rawValue, cornerPoints } of found) {
      if (!wanted()) break;
      events.onText(rawValue);
      const { videoWidth: width, videoHeight: height } = camera.video;
      events.onSight?.({ text: rawValue, corners: cornerPoints, width, height });
    }
    setTimeout(() => void look(), LOOK_EVERY_MS);
  };
  void look();
}
