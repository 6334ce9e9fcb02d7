import { expect, test } from "vitest";
import { createRelay } from "./relay-port.ts";

function listening(): { relay: ReturnType<typeof createRelay>; heard: unknown[]; sent: unknown[] } {
  const sent: unknown[] = [];
  const heard: unknown[] = [];
  const relay = createRelay((data) => sent.push(data));
  relay.port.onMessage((data) => heard.push(data));
  return { relay, heard, sent };
}

test("frames that came before the port was started wait for it, in order", () => {
  const { relay, heard } = listening();
  relay.receive("first");
  relay.receive("second");
  expect(heard).toEqual([]);
  relay.port.start();
  relay.receive("third");
  expect(heard).toEqual(["first", "second", "third"]);
});

test("a window that is gone is told once, and nothing is sent to it any more", () => {
  const { relay, sent } = listening();
  const closed: string[] = [];
  relay.port.onClose(() => closed.push("gone"));
  relay.port.postMessage("before");
  relay.close();
  relay.close();
  relay.port.postMessage("after");
  expect(closed).toEqual(["gone"]);
  expect(sent).toEqual(["before"]);
});
