import { expect, test } from "bun:test";
import fc from "fast-check";
import { createEventHeap } from "./event-heap.ts";

/** Adds an event at a time, takes one of those added so far away, or pops the next. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), at: fc.nat({ max: 20 }) }) },
  fc.record({ do: fc.constant("take" as const), index: fc.nat() }),
  fc.record({ do: fc.constant("pop" as const) }),
);

test("whatever is added, taken away and popped, it does as a list that is sorted at each step", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const heap = createEventHeap();
      const ran: number[] = [];
      const cancels: (() => void)[] = [];
      let list: { at: number; id: number }[] = [];
      for (const one of steps) {
        if (one.do === "add") {
          const id = cancels.length;
          cancels.push(heap.add(one.at, () => ran.push(id)));
          list.push({ at: one.at, id });
        } else if (one.do === "take" && cancels.length > 0) {
          const id = one.index % cancels.length;
          cancels[id]?.();
          list = list.filter((entry) => entry.id !== id);
        } else if (one.do === "pop") {
          list.sort((left, right) => left.at - right.at || left.id - right.id);
          const expected = list.shift();
          const popped = heap.pop();
          popped?.run();
          expect(popped?.at).toBe(expected?.at as number);
          if (expected) expect(ran.at(-1)).toBe(expected.id);
        }
        expect(heap.size).toBe(list.length);
        expect(heap.next).toBe(Math.min(...list.map(({ at }) => at)));
      }
    }),
    { numRuns: 300 },
  );
});
