import { expect, test } from "bun:test";
import fc from "fast-check";
import { createLots } from "./lots.ts";

const step = fc.record({ adds: fc.boolean(), item: fc.nat({ max: 8 }) });

test("whatever is added and deleted, each that is there can be drawn, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let share = 0;
      const lots = createLots<number>(() => share);
      const there = new Set<number>();
      for (const { adds, item } of steps) {
        if (adds) lots.add(item);
        else lots.delete(item);
        if (adds) there.add(item);
        else there.delete(item);
        const drawn = new Set<number>();
        for (let turn = 0; turn < there.size; turn++) {
          share = (turn + 0.5) / there.size;
          drawn.add(lots.draw() as number);
        }
        expect(drawn).toEqual(there);
        if (there.size === 0) expect(lots.draw()).toBeUndefined();
      }
    }),
  );
});
