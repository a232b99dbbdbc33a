export { lookedUp } from "./looked-up.ts";
export { type ProcessSources, registerProcessGauges } from "./process-gauges.ts";
export { type EventLoopWatch, watchEventLoop } from "./watch-event-loop.ts";
