export { lookedUp } from "./looked-up.ts";
export { describeRegistry, type MetricDescription, metricsTable } from "./metrics-table.ts";
export { type ProcessSources, registerProcessGauges } from "./process-gauges.ts";
export { type HistogramOptions, type Observe, registerHistogram } from "./register-histogram.ts";
export { type EventLoopWatch, watchEventLoop } from "./watch-event-loop.ts";
