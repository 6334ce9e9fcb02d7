/** Times a commit by the payment's own named steps. */
export type CommitWatch = {
  /** The core's `step`. */
  readonly step: (name: string) => void;
  /** Milliseconds from the newest payment's arrival until it was durable. */
  readonly took: () => number;
};

export function commitWatch(): CommitWatch {
  let from = 0;
  let to = 0;
  return {
    step: (name) => {
      if (name === "payment received") from = performance.now();
      if (name === "after commit") to = performance.now();
    },
    took: () => to - from,
  };
}
