import { dirname, join, relative, sep } from "node:path";
import {
  FREE_FOLDERS,
  IMPORT_TABLE,
  type ImportRow,
  STANDALONE,
  TEST_OURS,
  TEST_PACKAGES,
} from "./import-table.ts";

/** One import as written: which file, what it names, and whether only types are taken. */
export type WrittenImport = { file: string; specifier: string; typesOnly: boolean };

/** Why an import is not allowed, or null when it is. `file` is relative to the project's root. */
export function refusalOf({ file, specifier, typesOnly }: WrittenImport): string | null {
  const path = file.split(sep).join("/");
  const isTest = /\.test\.tsx?$/.test(path) || path.includes("/testing/");
  if (isBuildFile(path)) return null;
  const standalone = STANDALONE.find((folder) => isIn(path, folder));
  const row = standalone === undefined ? rowOf(path) : standaloneRow(standalone);
  if (row === null) return null;
  if (specifier.startsWith(".")) {
    const clean = specifier.replace(/\?.*$/, "");
    const target = relative("", join(dirname(path), clean))
      .split(sep)
      .join("/");
    return mayReach({ row, target, typesOnly, isTest }) ? null : `${row.folder} ↛ ${target}`;
  }
  const packages = isTest ? [...row.packages, ...TEST_PACKAGES] : row.packages;
  const allowed = packages.some((name) => names(name, specifier));
  return allowed ? null : `${row.folder} ↛ ${specifier}`;
}

function mayReach(options: {
  row: ImportRow;
  target: string;
  typesOnly: boolean;
  isTest: boolean;
}): boolean {
  const { row, target, typesOnly, isTest } = options;
  const folders = [
    row.folder,
    ...row.ours,
    ...(typesOnly ? (row.typesOf ?? []) : []),
    ...(isTest ? (TEST_OURS[row.folder] ?? []) : []),
  ];
  return folders.some((folder) => isIn(target, folder));
}

/** The row of a file; null for folders that may import any part. Unlisted folders get an empty row. */
function rowOf(path: string): ImportRow | null {
  if (FREE_FOLDERS.some((folder) => isIn(path, folder))) return null;
  const row = IMPORT_TABLE.find(({ folder }) => isIn(path, folder));
  return row ?? { folder: dirname(path), ours: [], packages: [] };
}

function standaloneRow(folder: string): ImportRow {
  return { folder, ours: [], packages: ["node:*"] };
}

function isBuildFile(path: string): boolean {
  return !path.includes("/") || path.endsWith("/vite.config.ts");
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** `@scope/*` and `node:*` name all below them, a plain name the package and its sub-paths. */
function names(pattern: string, specifier: string): boolean {
  if (pattern.endsWith("*")) return specifier.startsWith(pattern.slice(0, -1));
  return specifier === pattern || specifier.startsWith(`${pattern}/`);
}
