import type { Stage } from "./flow.ts";

/** A source and the stages behind it, readable in the order in which the data flows. */
export type Pipeline<T> = AsyncIterable<T> & {
  /** Appends a stage. */
  through<Out>(stage: Stage<T, Out>): Pipeline<Out>;
};

/** Starts a pipeline at its source. */
export function from<T>(source: AsyncIterable<T>): Pipeline<T> {
  return {
    through: (stage) => from(stage(source)),
    [Symbol.asyncIterator]: () => source[Symbol.asyncIterator](),
  };
}
