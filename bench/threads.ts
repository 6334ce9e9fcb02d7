import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/* Linux gives each thread a priority of its own, and names threads and children under /proc. */

/** The threads of a process and of all its children, but not those under `except`. */
export function threadsUnder(pid: number, except: number): number[] {
  if (pid === except) return [];
  return threadsOf(pid).flatMap((thread) => {
    const children = read(pid, thread, "children").split(" ").filter(Boolean).map(Number);
    return [thread, ...children.flatMap((child) => threadsUnder(child, except))];
  });
}

/** The thread of a process that has this name. */
export function threadNamed(pid: number, name: string): number {
  const thread = threadsOf(pid).find((each) => read(pid, each, "comm") === name);
  if (thread === undefined) throw new Error(`process ${pid} has no thread ${name}`);
  return thread;
}

function threadsOf(pid: number): number[] {
  return readdirSync(path.join("/proc", String(pid), "task")).map(Number);
}

function read(pid: number, thread: number, what: "children" | "comm"): string {
  return readFileSync(path.join("/proc", String(pid), "task", String(thread), what), "utf8").trim();
}
