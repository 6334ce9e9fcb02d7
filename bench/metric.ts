/** One figure of a bench run. `value` is the median of the rounds; a ratio's two sides come from one round. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: "ratio" | "ms" | "per_s" | "bytes";
  readonly bar: number;
  readonly better: "lower" | "higher";
  readonly ok: boolean;
}

/** What a metric is before it has a value. `measure` gives one figure a round. */
export interface MetricSpec {
  readonly name: string;
  readonly unit: Metric["unit"];
  readonly bar: number;
  readonly better: Metric["better"];
  readonly rounds: number;
  /** Sets up once, then measures a round at each call of what it returns. */
  readonly open: (log: (line: string) => void) => Promise<MetricRun>;
}

export interface MetricRun {
  readonly round: (index: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The value below which the share `p` (0..1) of the samples lies; nearest rank. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("no samples");
  return value;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Runs every round of a metric and judges the median against its bar. */
export async function measureMetric(
  spec: MetricSpec,
  log: (line: string) => void,
): Promise<Metric> {
  const run = await spec.open(log);
  const values: number[] = [];
  try {
    for (let index = 0; index < spec.rounds; index += 1) {
      const value = await run.round(index);
      values.push(value);
      log(`  ${spec.name} round ${index + 1}/${spec.rounds}: ${value.toFixed(3)}`);
    }
  } finally {
    await run.close();
  }
  const value = Number(median(values).toFixed(3));
  const ok = spec.better === "lower" ? value <= spec.bar : value >= spec.bar;
  return { name: spec.name, value, unit: spec.unit, bar: spec.bar, better: spec.better, ok };
}
