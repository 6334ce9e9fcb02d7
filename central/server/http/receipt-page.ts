import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import type { CentreDeps } from "../deps.ts";
import { findReceipt } from "./receipt-finding.ts";
import { receiptHtml } from "./receipt-html.ts";

const FONT =
  "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2";
const STATUS = { GENUINE: 200, FALSE: 404, MALFORMED: 404 } as const;

/** GET /r/<receipt link>: the public page behind a receipt's QR code, and what it is drawn with. */
export async function registerReceiptPage(app: FastifyInstance, deps: CentreDeps): Promise<void> {
  app.get<{ Params: { link: string } }>("/r/:link", async (request, reply) => {
    const finding = await findReceipt(deps, request.params.link);
    return reply
      .code(STATUS[finding.state])
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(receiptHtml(finding));
  });
  const assets = [
    { name: "receipt.css", type: "text/css; charset=utf-8", from: here("./receipt.css") },
    { name: "icon.svg", type: "image/svg+xml", from: here("../../../resources/icons/icon.svg") },
    { name: "motif.svg", type: "image/svg+xml", from: here("../../../resources/motif.svg") },
    {
      name: "plus-jakarta-sans.woff2",
      type: "font/woff2",
      from: createRequire(import.meta.url).resolve(FONT),
    },
  ];
  for (const { name, type, from } of assets) {
    const bytes = await readFile(from);
    app.get(`/r-assets/${name}`, async (_request, reply) =>
      reply.header("cache-control", "public, max-age=86400").type(type).send(bytes),
    );
  }
}

function here(path: string): URL {
  return new URL(path, import.meta.url);
}
