import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../../shared/contract/errors.ts";
import { errorAnswer } from "./error-answer.ts";

const PICTURES_MAX_AGE_MS = 24 * 60 * 60 * 1_000;

/** Serves the built pages at / and product pictures at /pictures; unknown paths are pages of the app. */
export async function registerStaticFiles(
  app: FastifyInstance,
  folders: { readonly webDir: string; readonly picturesDir: string },
): Promise<void> {
  const { webDir, picturesDir } = folders;
  const hasWeb = existsSync(join(webDir, "index.html"));
  await app.register(fastifyStatic, {
    root: picturesDir,
    prefix: "/pictures/",
    maxAge: PICTURES_MAX_AGE_MS,
    index: false,
  });
  if (hasWeb) {
    await app.register(fastifyStatic, {
      root: webDir,
      prefix: "/",
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Built names carry a hash; the page that names them must always be fresh.
        const isHashed = path.includes(`${join(webDir, "assets")}`);
        reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === "GET" && !/^\/(?:trpc|pictures|r)\//.test(request.url);
    if (isPage && hasWeb && !/\.\w+$/.test(request.url)) {
      return reply.header("cache-control", "no-cache").sendFile("index.html", webDir);
    }
    const answer = errorAnswer(new AppError("NOT_FOUND"));
    return reply.code(answer.status).send(answer.body);
  });
}
