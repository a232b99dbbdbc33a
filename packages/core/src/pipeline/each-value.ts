import type { Flow, ResetItem, Stage, ValueItem } from "./flow.ts";

type Made<Out> = Flow<Out> | undefined;

/** What a stage does with the items that concern it. */
export type ValueSteps<In, Out> = {
  /** What a value becomes; nothing when its frame ends here unsaid. */
  value: (item: ValueItem<In>) => Made<Out> | Promise<Made<Out>>;
  /** Takes a new target: clears what the stage keeps. The marker itself goes on to the next stage. */
  reset?: (marker: ResetItem) => void;
};

/**
 * A stage that looks at values alone: statuses and failures pass untouched, and a reset marker after it has been taken.
 * `start` is called once for each source, so that what a stage keeps is its own.
 */
export function eachValue<In, Out>(start: () => ValueSteps<In, Out>): Stage<Flow<In>, Flow<Out>> {
  return async function* (source) {
    const { value, reset } = start();
    for await (const item of source) {
      if (item.type === "value") {
        const made = value(item);
        const next = made instanceof Promise ? await made : made;
        if (next) yield next;
      } else {
        if (item.type === "reset") reset?.(item);
        yield item;
      }
    }
  };
}
