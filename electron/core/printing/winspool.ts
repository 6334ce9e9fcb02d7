/*
 * The Windows print spooler's own functions. Which ones, and what their arguments look like:
 * Source: Microsoft, Print Spooler API (winspool.drv): OpenPrinter, StartDocPrinter, WritePrinter,
 * GetJob, SetJob and JOB_INFO_1. Only Windows can show that they do what is said here; the tests put
 * a stand-in library behind the same declarations.
 */

/** A queue that was opened, and a job in it, as the spooler numbers them. */
export type SpoolerHandle = NonNullable<unknown>;

/** The spooler as a delivery needs it. Each call may take long, so none blocks the core. */
export type Winspool = {
  /** null: there is no such queue, or it is not ours to use. */
  readonly openPrinter: (queue: string) => Promise<SpoolerHandle | null>;
  /** Begins a document of raw bytes and gives its job number; 0 when the spooler will not. */
  readonly startDocument: (printer: SpoolerHandle, name: string) => Promise<number>;
  readonly write: (printer: SpoolerHandle, bytes: Uint8Array) => Promise<number>;
  readonly endDocument: (printer: SpoolerHandle) => Promise<boolean>;
  /** JOB_INFO_1.Status, or null once the job is no longer in the queue. */
  readonly jobStatus: (printer: SpoolerHandle, job: number) => Promise<number | null>;
  readonly deleteJob: (printer: SpoolerHandle, job: number) => Promise<void>;
  readonly closePrinter: (printer: SpoolerHandle) => Promise<void>;
};

/** What is used of the package `koffi`. */
export type NativeLibrary = {
  readonly func: (declaration: string) => NativeFunction;
};
export type NativeFunction = {
  readonly async: (...args: readonly unknown[]) => unknown;
};

const JOB_CONTROL_DELETE = 5;
const JOB_INFO_BYTES = 4_096;
/** JOB_INFO_1 is a number, six pointers and then the status; a pointer is 8 bytes, or 4. */
const STATUS_AT_64 = 56;
const STATUS_AT_32 = 28;

const DECLARATIONS = {
  openPrinter: "bool OpenPrinterW(str16 name, _Out_ void **printer, void *defaults)",
  startDocument: "uint32 StartDocPrinterW(void *printer, uint32 level, DOC_INFO_1W *document)",
  startPage: "bool StartPagePrinter(void *printer)",
  write: "bool WritePrinter(void *printer, const void *bytes, uint32 count, _Out_ uint32 *written)",
  endPage: "bool EndPagePrinter(void *printer)",
  endDocument: "bool EndDocPrinter(void *printer)",
  getJob:
    "bool GetJobW(void *printer, uint32 job, uint32 level, void *info, uint32 size, _Out_ uint32 *needed)",
  setJob: "bool SetJobW(void *printer, uint32 job, uint32 level, void *info, uint32 command)",
  closePrinter: "bool ClosePrinter(void *printer)",
} as const;

type Call = (name: keyof typeof DECLARATIONS, ...args: readonly unknown[]) => Promise<unknown>;

/** The spooler behind an opened winspool.drv, in which DOC_INFO_1W is already a known type. */
export function winspoolOf(library: NativeLibrary, pointerBytes: 4 | 8): Winspool {
  const call = caller(library);
  return {
    openPrinter: async (queue) => {
      const out: unknown[] = [null];
      return (await call("openPrinter", queue, out, null)) === true ? (out[0] ?? null) : null;
    },
    startDocument: async (printer, name) => {
      const document = { pDocName: name, pOutputFile: null, pDatatype: "RAW" };
      const job = Number(await call("startDocument", printer, 1, document));
      if (job > 0) await call("startPage", printer);
      return job;
    },
    write: async (printer, bytes) => {
      const written = [0];
      const sent = await call("write", printer, bytes, bytes.length, written);
      return sent === true ? (written[0] ?? 0) : 0;
    },
    endDocument: async (printer) => {
      await call("endPage", printer);
      return (await call("endDocument", printer)) === true;
    },
    jobStatus: async (printer, job) => {
      const info = Buffer.alloc(JOB_INFO_BYTES);
      const found = await call("getJob", printer, job, 1, info, info.length, [0]);
      const at = pointerBytes === 8 ? STATUS_AT_64 : STATUS_AT_32;
      return found === true ? info.readUInt32LE(at) : null;
    },
    deleteJob: async (printer, job) => {
      await call("setJob", printer, job, 0, null, JOB_CONTROL_DELETE);
    },
    closePrinter: async (printer) => {
      await call("closePrinter", printer);
    },
  };
}

/** Calls the library's functions off the main thread, each declared when first used. */
function caller(library: NativeLibrary): Call {
  const declared = new Map<string, NativeFunction>();
  return (name, ...args) => {
    const func = declared.get(name) ?? library.func(`__stdcall ${DECLARATIONS[name]}`);
    declared.set(name, func);
    return new Promise((resolve, reject) => {
      func.async(...args, (error: Error | null, result: unknown) => {
        if (error === null || error === undefined) resolve(result);
        else reject(error);
      });
    });
  };
}

let opened: Promise<Winspool> | null = null;

/** The spooler of this Windows. Rejects elsewhere, and where the package cannot be loaded. */
export function systemWinspool(): Promise<Winspool> {
  opened ??= openWinspool();
  return opened;
}

async function openWinspool(): Promise<Winspool> {
  if (process.platform !== "win32") throw new TypeError("the spooler is Windows' own");
  const { default: koffi } = await import("koffi");
  koffi.struct("DOC_INFO_1W", { pDocName: "str16", pOutputFile: "str16", pDatatype: "str16" });
  return winspoolOf(koffi.load("winspool.drv"), process.arch === "ia32" ? 4 : 8);
}
