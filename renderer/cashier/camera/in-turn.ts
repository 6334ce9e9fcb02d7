/**
 * Makes jobs run one after the other, a failed one too. A camera that is stopped while it starts
 * stays on for good, so every start and stop takes its turn.
 */
export function createTurns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job);
    last = mine.catch(() => undefined);
    return mine;
  };
}
