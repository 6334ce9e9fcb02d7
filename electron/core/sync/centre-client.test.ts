import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "../../../shared/contract/errors.ts";
import { type CentreClient, createCentreClient } from "./centre-client.ts";

type Seen = { path: string; headers: IncomingMessage["headers"]; bytes: Buffer };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A stranger on HTTP: the client must make sense of anything that answers. */
async function talkTo(
  answer: (response: ServerResponse, seen: Seen) => void,
): Promise<{ client: CentreClient; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = {
        path: request.url ?? "",
        headers: request.headers,
        bytes: Buffer.concat(chunks),
      };
      seen.push(one);
      answer(response, one);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = createCentreClient({ centreUrl: `http://127.0.0.1:${port}/`, timeoutMs: 400 });
  return { client, seen };
}
const Answer = z.object({ through: z.int() });
const call = { procedure: "till.push", input: { a: 1 }, answer: Answer };

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error("expected an AppError");
  return error;
}

describe("a call to the centre", () => {
  it("posts its input as it is and takes the data of the answer", async () => {
    const { client, seen } = await talkTo((response) =>
      json(response, 200, { result: { data: { through: 7 } } }),
    );
    expect(await client.call(call)).toEqual({ through: 7 });
    expect(seen[0]?.path).toBe("/trpc/till.push");
    expect(seen[0]?.bytes.toString()).toBe('{"a":1}');
    expect(seen[0]?.headers["content-encoding"]).toBeUndefined();
  });

  it("packs what is long, and signs the bytes that really leave", async () => {
    const { client, seen } = await talkTo((response) =>
      json(response, 200, { result: { data: { through: 7 } } }),
    );
    const signed: Uint8Array[] = [];
    await client.call({
      ...call,
      input: { body: "x".repeat(50_000) },
      sign: ({ path, bytes }) => {
        signed.push(bytes);
        return { "x-path": path };
      },
    });
    expect(seen[0]?.headers["content-encoding"]).toBe("gzip");
    expect(seen[0]?.headers["x-path"]).toBe("/trpc/till.push");
    expect(seen[0]?.bytes.equals(signed[0] ?? Buffer.alloc(0))).toBe(true);
    expect(gunzipSync(seen[0]?.bytes ?? "").length).toBeGreaterThan(50_000);
  });

  it.each([
    { code: "NONCE_EXPIRED", status: 401, retryable: true },
    { code: "TILL_REVOKED", status: 403, retryable: false },
    { code: "BODY_TOO_LARGE", status: 413, retryable: false },
  ])("fails with the centre's own $code", async ({ code, status, retryable }) => {
    const { client } = await talkTo((response) => {
      const data = { code, details: {}, retryable, httpStatus: status };
      json(response, status, { error: { message: code, code: -32_600, data } });
    });
    const error = await failureOf(client.call(call));
    expect(error.code).toBe(code);
    expect(error.retryable).toBe(retryable);
  });

  it("keeps how long the centre wants to be left alone", async () => {
    const { client } = await talkTo((response) => {
      response.setHeader("retry-after", "30");
      const data = { code: "RATE_LIMITED", retryable: true };
      json(response, 429, { error: { message: "RATE_LIMITED", data } });
    });
    const error = await failureOf(client.call(call));
    expect(error).toMatchObject({ code: "RATE_LIMITED", details: { retryAfterMs: 30_000 } });
  });

  it("calls the centre's inner faults and other servers' pages CENTRE_ERROR", async () => {
    const inner = await talkTo((response) =>
      json(response, 500, { error: { message: "INTERNAL", data: { code: "INTERNAL" } } }),
    );
    const page = await talkTo((response) => response.end("<html>masuk hotspot</html>"));
    const shape = await talkTo((response) => json(response, 200, { result: { data: { x: 1 } } }));
    for (const { client } of [inner, page, shape]) {
      const error = await failureOf(client.call(call));
      expect(error).toMatchObject({ code: "CENTRE_ERROR", retryable: true });
    }
  });

  it("follows no redirect: what is signed for one address goes to no other", async () => {
    const { client, seen } = await talkTo((response) => {
      response.writeHead(307, { location: "http://127.0.0.1:1/" });
      response.end();
    });
    expect((await failureOf(client.call(call))).code).toBe("CENTRE_UNREACHABLE");
    expect(seen).toHaveLength(1);
  });

  it("gives up on silence, a cut line and a closed door alike", async () => {
    const silent = await talkTo(() => undefined);
    const cut = await talkTo((response) => response.destroy());
    const closed = createCentreClient({ centreUrl: "http://127.0.0.1:1", timeoutMs: 400 });
    for (const client of [silent.client, cut.client, closed]) {
      const error = await failureOf(client.call(call));
      expect(error).toMatchObject({ code: "CENTRE_UNREACHABLE", retryable: true });
    }
  });
});
