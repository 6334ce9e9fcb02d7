import { type WebSocket, WebSocketServer } from "ws";
import { WindowRole } from "../../../shared/contract/roles.ts";
import type { MessagePortLike } from "../../../shared/rpc/message-port.ts";

export type WebSocketHost = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Deals ports to pages of a plain browser on this machine: `ws://127.0.0.1:<port>/<role>`, frames as
 * JSON text. Only the test build holds it.
 */
export function listenOnLoopback(
  serve: (role: WindowRole, port: MessagePortLike) => void,
  port: number,
): Promise<WebSocketHost> {
  return new Promise((resolve, reject) => {
    const server = new WebSocketServer({ host: "127.0.0.1", port });
    server.on("error", reject);
    server.on("connection", (socket, request) => {
      const role = WindowRole.safeParse(request.url?.slice(1));
      if (role.success) serve(role.data, socketPort(socket));
      else socket.close();
    });
    server.on("listening", () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      resolve({ port: bound, close: () => closeServer(server) });
    });
  });
}

function socketPort(socket: WebSocket): MessagePortLike {
  return {
    postMessage: (data) => socket.send(JSON.stringify(data)),
    onMessage: (listener) => {
      socket.on("message", (data: Buffer) => listener(JSON.parse(data.toString("utf8"))));
    },
    onClose: (listener) => {
      socket.on("close", listener);
    },
    start: () => undefined,
    close: () => socket.close(),
  };
}

function closeServer(server: WebSocketServer): Promise<void> {
  for (const client of server.clients) client.terminate();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
