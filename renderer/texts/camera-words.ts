import type { CameraError } from "../cashier/camera/camera-error.ts";
import type { ErrorText } from "./errors.ts";
import { inLanguages } from "./language.ts";

const INSTEAD = "Pakai pemindai genggam, atau ketik NIP (F4).";
const INSTEAD_EN = "Use the hand scanner, or type the NIP (F4).";

/** Why the camera gives no picture, and what to do instead. */
export const cameraText: Readonly<Record<CameraError | "IDLE", ErrorText>> = inLanguages(
  {
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
    IDLE: { what: "Kamera dimatikan.", todo: "Satu menit tidak ada kode yang terbaca." },
  },
  {
    DENIED: { what: "The camera is not allowed on this computer.", todo: INSTEAD_EN },
    NONE: {
      what: "There is no camera.",
      todo: `Connect a camera, then try again. ${INSTEAD_EN}`,
    },
    BUSY: {
      what: "Another program uses the camera.",
      todo: `Close that program, then try again. ${INSTEAD_EN}`,
    },
    GONE: {
      what: "The camera was unplugged.",
      todo: `Connect it again, then try again. ${INSTEAD_EN}`,
    },
    FAILED: { what: "The camera cannot be switched on.", todo: `Try once more. ${INSTEAD_EN}` },
    IDLE: { what: "The camera was switched off.", todo: "No code was read for a minute." },
  },
);

/** The dialog that shows the camera's picture. */
export const cameraWords = inLanguages(
  {
    title: "Pindai dengan kamera",
    picture: "Gambar kamera",
    lead: "Dekatkan kode QR kartu sampai memenuhi bingkai. Kode dibaca sendiri.",
    camera: "Kamera",
    unnamed: (number: number) => `Kamera ${number}`,
    starting: "Menyalakan kamera",
    start: "Nyalakan kamera",
  },
  {
    title: "Scan with the camera",
    picture: "Camera picture",
    lead: "Hold the card's QR code so close that it fills the frame. It is read by itself.",
    camera: "Camera",
    unnamed: (number) => `Camera ${number}`,
    starting: "Switching the camera on",
    start: "Switch the camera on",
  },
);
