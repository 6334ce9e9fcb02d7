import type { CameraError } from "../cashier/camera/camera-error.ts";
import type { ErrorText } from "./errors.ts";

const INSTEAD = "Pakai pemindai genggam, atau ketik NIP (F4).";

/** Why the camera gives no picture, and what to do instead. */
export const cameraText: Record<CameraError, ErrorText> = {
  DENIED: { what: "Kamera tidak diizinkan di komputer ini.", todo: INSTEAD },
  NONE: {
    what: "Tidak ada kamera yang terpasang.",
    todo: `Pasang kamera, lalu coba lagi. ${INSTEAD}`,
  },
  BUSY: {
    what: "Kamera sedang dipakai program lain.",
    todo: `Tutup program itu, lalu coba lagi. ${INSTEAD}`,
  },
  GONE: { what: "Kamera terlepas.", todo: `Pasang lagi kameranya, lalu coba lagi. ${INSTEAD}` },
  FAILED: { what: "Kamera tidak dapat dinyalakan.", todo: `Coba sekali lagi. ${INSTEAD}` },
};
