import type { Metric, Registry } from "prom-client";

/** Options of {@link registerHistogram}. */
export type HistogramOptions = {
  name: string;
  help: string;
  /** Upper bounds, rising; what is above the last one is counted too. */
  buckets: readonly number[];
  /** The label's name, where values are told apart by one. */
  label?: string;
};

/** Counts a value; `kind` is the label's, where there is one. A value that is not finite says nothing and is not counted. */
export type Observe = (value: number, kind?: string) => void;

/** How many values lie in each bucket, the one without an upper bound last, and their sum. */
type Counts = { inBucket: number[]; sum: number };

/**
 * Registers a histogram for what is observed several times for each picture. prom-client's own makes
 * texts of the labels and of the bucket's bound for each value.
 */
export function registerHistogram(registry: Registry, options: HistogramOptions): Observe {
  const { name, help, buckets, label } = options;
  const counted = new Map<string, Counts>();
  const countsOf = (kind: string): Counts => {
    const known = counted.get(kind);
    if (known) return known;
    const counts = { inBucket: [...buckets, Number.POSITIVE_INFINITY].map(() => 0), sum: 0 };
    counted.set(kind, counts);
    return counts;
  };
  if (label === undefined) countsOf("");

  const valuesOf = ([kind, { inBucket, sum }]: [string, Counts]) => {
    const labels = label === undefined ? {} : { [label]: kind };
    let count = 0;
    const values = inBucket.map((more, index) => {
      count += more;
      return {
        metricName: `${name}_bucket`,
        labels: { le: buckets[index] ?? "+Inf", ...labels },
        value: count,
      };
    });
    const whole = { sum, count };
    return [
      ...values,
      ...(["sum", "count"] as const).map((part) => ({
        metricName: `${name}_${part}`,
        labels,
        value: whole[part],
      })),
    ];
  };
  const metric = {
    name,
    help,
    type: "histogram",
    labelNames: label === undefined ? [] : [label],
    get: async () => ({
      name,
      help,
      type: "histogram",
      aggregator: "sum",
      values: [...counted].flatMap(valuesOf),
    }),
  };
  // A registry asks a metric for no more than that, but its types name prom-client's own alone.
  registry.registerMetric(metric as unknown as Metric);

  return (value, kind = "") => {
    if (!Number.isFinite(value)) return;
    const counts = countsOf(kind);
    let bucket = 0;
    while (bucket < buckets.length && value > (buckets[bucket] ?? 0)) bucket++;
    counts.inBucket[bucket] = (counts.inBucket[bucket] ?? 0) + 1;
    counts.sum += value;
  };
}
