import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Which call on the till's file fails next, counted from when it is armed. */
export type DiskFault = {
  readonly call: "WRITE" | "FLUSH";
  readonly nth: number;
  /** every one after it fails too */
  readonly lasting: boolean;
};

/** The control file that failing-disk.c maps: fail_write, fail_flush, lasting, writes, flushes, failed. */
export const CONTROL_BYTES = 24;
const FAILED_AT = 20;

export type DiskControl = {
  readonly arm: (fault: DiskFault) => void;
  /** Lets everything succeed again; gives how many calls failed. */
  readonly disarm: () => number;
};

export function openDiskControl(path: string): DiskControl {
  const write = (numbers: readonly number[]): void => {
    const bytes = Buffer.alloc(CONTROL_BYTES);
    for (const [index, number] of numbers.entries()) bytes.writeInt32LE(number, index * 4);
    const file = openSync(path, "r+");
    writeSync(file, bytes, 0, CONTROL_BYTES, 0);
    closeSync(file);
  };
  return {
    arm: ({ call, nth, lasting }) => {
      const [atWrite, atFlush] = call === "WRITE" ? [nth, 0] : [0, nth];
      write([atWrite, atFlush, lasting ? 1 : 0, 0, 0, 0]);
    },
    disarm: () => {
      const bytes = Buffer.alloc(CONTROL_BYTES);
      const file = openSync(path, "r");
      readSync(file, bytes, 0, CONTROL_BYTES, 0);
      closeSync(file);
      write([0, 0, 0, 0, 0, 0]);
      return bytes.readInt32LE(FAILED_AT);
    },
  };
}
