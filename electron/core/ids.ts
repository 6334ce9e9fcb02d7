import { V7Generator } from "uuidv7";
import type { Clock, RandomBytes } from "./adapters.ts";

/** Gives a new UUIDv7; ids of one run rise, so that rows are appended to their tables. */
export type NewId = () => string;

const POOL_BYTES = 512;

export function createIds(clock: Clock, random: RandomBytes): NewId {
  let pool: DataView = new DataView(new ArrayBuffer(0));
  let offset = 0;
  const generator = new V7Generator({
    nextUint32: () => {
      if (offset + 4 > pool.byteLength) {
        const bytes = random(POOL_BYTES);
        pool = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        offset = 0;
      }
      offset += 4;
      return pool.getUint32(offset - 4);
    },
  });
  return () => generator.generateOrResetWithTs(clock.wallMs()).toString();
}
