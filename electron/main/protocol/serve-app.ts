import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { recoveryResource } from "../recovery/recovery-page.ts";
import { resolveAppUrl } from "./app-url.ts";
import { contentPolicy, pageOf } from "./content-policy.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
};

/** Answers one request to our own scheme from the app's files. */
export async function serveApp(
  request: { url: string; method: string },
  folders: { pages: string; pictures: string },
): Promise<Response> {
  if (request.method !== "GET") return refusal(405);
  const resource = resolveAppUrl(request.url, folders);
  const path = new URL(request.url).pathname;
  if (resource.kind === "recovery") {
    const found = recoveryResource(resource.name);
    return found === undefined ? refusal(404) : answer(found.body, found.type, path);
  }
  if (resource.kind === "none") return refusal(404);
  const type = CONTENT_TYPES[extname(resource.path)];
  if (type === undefined) return refusal(404);
  try {
    return answer(await readFile(resource.path), type, path);
  } catch {
    return refusal(404);
  }
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, path: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-security-policy": contentPolicy(pageOf(path)),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
    },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status });
}
