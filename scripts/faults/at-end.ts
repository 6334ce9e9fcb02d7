const steps: (() => void)[] = [];

/** Does this when the process ends, in whatever way; what was asked for last comes first. */
export function atEnd(step: () => void): void {
  steps.push(step);
}

process.once("exit", () => {
  for (const step of steps.reverse()) {
    try {
      step();
    } catch {
      // What is gone already need not go.
    }
  }
});
