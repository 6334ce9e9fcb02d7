import { expect, test } from "vitest";
import { createTurns, type Turn } from "./in-turn.ts";

/** Two keys after a scan: the first waits for its answer, the second comes when the goods are there. */
function keys() {
  const done: string[] = [];
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let ready = false;
  const turn = (name: string): Turn => ({
    ready: () => ready,
    wait: () => answered,
    act: () => done.push(name),
  });
  const arrive = (): void => {
    ready = true;
  };
  return { done, turn, arrive, answer };
}

test("a key that has what it acts on acts at once", () => {
  const { done, turn, arrive } = keys();
  arrive();
  createTurns()(turn("pay"));
  expect(done).toEqual(["pay"]);
});

test("a key does not overtake the one before it, which still waits", async () => {
  const { done, turn, arrive, answer } = keys();
  const take = createTurns();
  take(turn("public"));
  arrive();
  take(turn("price"));
  expect(done).toEqual([]);
  answer();
  await expect.poll(() => done).toEqual(["public", "price"]);
  take(turn("pay"));
  await expect.poll(() => done).toEqual(["public", "price", "pay"]);
});
