import { type RefObject, useCallback, useEffect, useState } from "react";
import { takeScan } from "../store/scan.ts";
import type { CameraError } from "./camera-error.ts";
import type { CameraDevice } from "./qr-camera.ts";
import { createSeenCodes } from "./seen-codes.ts";

/** Without a reading for so long the camera goes off: nobody stands before it. */
const IDLE_MS = 60_000;
const REMEMBERED = "bela-beli.camera";

export type CameraState = "starting" | "on" | "idle" | CameraError;

/** A camera that is on while the component is mounted, its picture in this element. */
export function useCamera(frame: RefObject<HTMLElement | null>) {
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<{ turn: number; state: CameraState }>({
    turn,
    state: "starting",
  });
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [deviceId, setDeviceId] = useState(() => localStorage.getItem(REMEMBERED));
  const restart = useCallback(() => setTurn((count) => count + 1), []);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const tell = (state: CameraState): void => setTold({ turn, state });
    return runCamera({ element, deviceId, tell, tellDevices: setDevices });
  }, [frame, deviceId, turn]);
  const works = told.state === "on" || told.state === "starting";
  useEffect(() => {
    // A camera that was plugged in ends an error; one that works is left alone.
    const onChange = (): void => (works ? undefined : restart());
    navigator.mediaDevices.addEventListener("devicechange", onChange);
    return () => navigator.mediaDevices.removeEventListener("devicechange", onChange);
  }, [restart, works]);
  const choose = (chosen: string): void => {
    localStorage.setItem(REMEMBERED, chosen);
    setDeviceId(chosen);
    restart();
  };
  const state = told.turn === turn ? told.state : "starting";
  return { state, devices, deviceId, choose, restart };
}

type CameraRun = {
  readonly element: HTMLElement;
  readonly deviceId: string | null;
  readonly tell: (state: CameraState) => void;
  readonly tellDevices: (devices: readonly CameraDevice[]) => void;
};

/** Runs a camera until the answer is called; what it reads goes where every scan goes. */
function runCamera({ element, deviceId, tell, tellDevices }: CameraRun): () => void {
  const isNew = createSeenCodes();
  let stop = (): Promise<void> => Promise.resolve();
  let idleTimer = 0;
  let left = false;
  const end = (state: CameraState): void => {
    window.clearTimeout(idleTimer);
    void stop();
    if (!left) tell(state);
  };
  const awaitIdle = (): void => {
    window.clearTimeout(idleTimer);
    idleTimer = window.setTimeout(() => end("idle"), IDLE_MS);
  };
  const onText = (text: string): void => {
    awaitIdle();
    if (isNew(text, performance.now())) void takeScan(text, "CAMERA");
  };
  const onError = (error: CameraError): void => {
    // A camera remembered from another day may be gone: any other will do next time.
    if (error === "NONE") localStorage.removeItem(REMEMBERED);
    end(error);
  };
  const begin = async (): Promise<void> => {
    // Loaded when first needed: it is larger than the rest of the till's window.
    const { cameraDevices, startCamera } = await import("./qr-camera.ts");
    if (left) return;
    awaitIdle();
    const onStarted = (): void => {
      if (!left) tell("on");
      void cameraDevices().then((devices) => (left ? undefined : tellDevices(devices)));
    };
    stop = startCamera(element, deviceId, { onStarted, onText, onError });
  };
  begin().catch(() => end("FAILED"));
  return () => {
    left = true;
    end("idle");
  };
}
