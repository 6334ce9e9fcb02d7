import { readFile } from "node:fs/promises";
import { recoveryResource } from "../recovery/recovery-page.ts";
import { resolveAppUrl } from "./app-url.ts";
import { contentPolicy, pageOf } from "./content-policy.ts";
import { contentTypeOf } from "./content-types.ts";

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
  const type = contentTypeOf(resource.path);
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
