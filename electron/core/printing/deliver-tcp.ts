import { connect } from "node:net";
import type { OpenWire, WireEvents } from "./wire.ts";

/** A network printer's raw port, 9100 as a rule. */
export function tcpWire(at: { readonly host: string; readonly port: number }): OpenWire {
  return (events: WireEvents) => {
    const socket = connect({ host: at.host, port: at.port, allowHalfOpen: true });
    socket.setNoDelay(true);
    socket.on("connect", events.opened);
    socket.on("data", events.received);
    socket.on("end", events.hungUp);
    socket.on("close", events.hungUp);
    socket.on("error", () => events.broke());
    return {
      hangsUp: true,
      write: (bytes, taken) => {
        socket.write(bytes, () => taken?.());
      },
      end: () => {
        socket.end();
      },
      close: (drop) => {
        // A plain close would let the system go on sending what it still buffers: reset drops it.
        if (drop) socket.resetAndDestroy();
        else socket.destroy();
      },
    };
  };
}
