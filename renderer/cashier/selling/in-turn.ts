/** What a key does once `ready` is so, or once `wait` is over. */
export type Turn = {
  readonly ready: () => boolean;
  readonly wait: () => Promise<void>;
  readonly act: () => void;
};

/** Lets keys act in the order they were pressed: at once, or behind one that still waits. */
export function createTurns(): (turn: Turn) => void {
  let last: Promise<void> | null = null;
  const takeTurn = async (before: Promise<void> | null, { ready, wait, act }: Turn) => {
    await before;
    if (!ready()) await wait();
    act();
  };
  return (turn) => {
    if (last === null && turn.ready()) return turn.act();
    const mine = takeTurn(last, turn).finally(() => {
      if (last === mine) last = null;
    });
    last = mine;
  };
}
