import { readFile, writeFile } from "node:fs/promises";
import { type GreyPixels, readGreyPng } from "./read-png.ts";

const FRAMES_PER_SECOND = 10;
const FRAMES = 5;
const NO_COLOUR = 128;

/**
 * Turns a card's scene (PNG) into a video that Chromium plays, over and over, as its only camera.
 * YUV4MPEG2 is bare frames under a one-line header, so no encoder is needed.
 */
export async function writeCameraVideo(scenePng: string, video: string): Promise<void> {
  await writeFile(video, y4m(readGreyPng(await readFile(scenePng))));
}

/** The same, with the card only half in the picture: to be seen, but not to be read. */
export async function writeHalfSeenVideo(scenePng: string, video: string): Promise<void> {
  const scene = readGreyPng(await readFile(scenePng));
  const { width, height, pixels } = scene;
  const moved = new Uint8Array(pixels.length).fill(pixels[0] ?? 0);
  const by = Math.floor(width / 2);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    moved.set(pixels.subarray(start, start + width - by), start + by);
  }
  await writeFile(video, y4m({ ...scene, pixels: moved }));
}

/** Chromium's switches that make a video its only camera; who may use it is still the shell's to say. */
export function cameraSwitches(video: string): string[] {
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`];
}

function y4m({ width, height, pixels }: GreyPixels): Uint8Array {
  const header = `YUV4MPEG2 W${width} H${height} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const colour = Buffer.alloc((width * height) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), pixels, colour]);
  return Buffer.concat([Buffer.from(header), ...Array.from({ length: FRAMES }, () => frame)]);
}
