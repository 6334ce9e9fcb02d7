import { promisify } from "node:util";
import { Readable } from "node:stream";
import { gunzip, zstdDecompress } from "node:zlib";
import type { FastifyInstance, FastifyRequest, RequestPayload } from "fastify";
import { AppError } from "../../../shared/contract/errors.ts";
import { MAX_PUSH_BYTES } from "../../../shared/contract/sync.ts";
import { sha256Hex } from "../keys/digest.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** hex SHA-256 of the body's bytes as sent, before unpacking */
    bodyHash: string;
  }
}

/** Beyond this the rest of a body that is too large is not even read to its end. */
const MAX_DRAINED_BYTES = 4 * MAX_PUSH_BYTES;
const unpackGzip = promisify(gunzip);
const unpackZstd = promisify(zstdDecompress);

/** Reads each body whole: its bytes as sent are hashed for the till's signature, then unpacked. */
export function registerRawBody(app: FastifyInstance): void {
  app.decorateRequest("bodyHash", sha256Hex(""));
  app.addHook("preParsing", async (request, _reply, payload) => {
    const sent = await readAll(payload);
    request.bodyHash = sha256Hex(sent);
    const plain = await unpack(request, sent);
    return Object.assign(Readable.from(plain.length === 0 ? [] : [plain]), {
      receivedEncodedLength: sent.length,
    });
  });
}

async function readAll(payload: RequestPayload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    // The rest is read and thrown away, so that the sender gets to read the refusal.
    if (length <= MAX_PUSH_BYTES) chunks.push(bytes);
    if (length > MAX_DRAINED_BYTES) break;
  }
  if (length > MAX_PUSH_BYTES) throw new AppError("BODY_TOO_LARGE");
  return Buffer.concat(chunks);
}

async function unpack(request: FastifyRequest, sent: Buffer): Promise<Buffer> {
  const encoding = request.headers["content-encoding"] ?? "identity";
  const limit = { maxOutputLength: MAX_PUSH_BYTES };
  try {
    switch (encoding) {
      case "identity":
        return sent;
      case "gzip":
        return await unpackGzip(sent, limit);
      case "zstd":
        return await unpackZstd(sent, limit);
      default:
        throw new AppError("BAD_INPUT", { details: { field: "content-encoding" } });
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isTooLarge = error instanceof RangeError;
    throw new AppError(isTooLarge ? "BODY_TOO_LARGE" : "BAD_INPUT", { cause: error });
  }
}
