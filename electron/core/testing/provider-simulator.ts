import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import { toDynamic } from "../../../shared/domain/qris.ts";
import type { ProviderState } from "../paying/provider.ts";

/*
 * A provider of payment codes as a process of its own, for tests only: it makes codes, and a test
 * plays the buyer by POST /pay. Prints its port once it listens.
 */

type Payment = { readonly qrisId: string; readonly payload: string; state: ProviderState };

const vectors = JSON.parse(
  readFileSync(new URL("../../../shared/vectors/qris.json", import.meta.url), "utf8"),
) as { readonly vectors: readonly { readonly payload: string }[] };
const MERCHANT = vectors.vectors[0]?.payload ?? "";
const payments = new Map<string, Payment>();

const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address !== "string") process.stdout.write(`${address.port}\n`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, verb = "", ref = ""] = (request.url ?? "").split("/");
  const found = verb === "create" ? await create(request) : payments.get(ref);
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (verb === "pay" && found.state === "PENDING") found.state = "PAID";
  if (verb === "cancel" && found.state === "PENDING") found.state = "CANCELLED";
  const { qrisId, payload, state } = found;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ref: qrisId, payload, state }));
}

async function create(request: IncomingMessage): Promise<Payment | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const { qrisId, amount } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as {
    readonly qrisId: string;
    readonly amount: number;
  };
  const known = payments.get(qrisId);
  const code = toDynamic(MERCHANT, amount);
  if (known !== undefined || !code.ok) return known;
  const payment: Payment = { qrisId, payload: code.value, state: "PENDING" };
  payments.set(qrisId, payment);
  return payment;
}
