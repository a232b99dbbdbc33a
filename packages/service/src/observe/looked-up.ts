import { Counter, Gauge, type Registry } from "prom-client";

/** Registers metrics that are not counted but looked up, each time when someone asks for the metrics. */
export function lookedUp(registry: Registry) {
  const registers = [registry];
  return {
    /** What may rise and fall. */
    gauge: (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      }),
    /** What only rises. */
    counter: (name: string, help: string, read: () => number) =>
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      }),
  };
}
