import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addCounts } from "./add-counts.ts";
import { type FrameCounts, noFrames } from "./frame-counts.ts";

const count = fc.nat(1e6);
const counts: fc.Arbitrary<FrameCounts> = fc.record({
  offered: count,
  sent: count,
  dropped: fc.record({
    ...{ paced: count, "slow-link": count, disconnected: count, "new-target": count, closed: count },
  }),
});

describe("addCounts", () => {
  test("adds up every number by itself", () => {
    const one = { ...noFrames(), offered: 5, sent: 2, dropped: { ...noFrames().dropped, paced: 3 } };
    const two = {
      ...noFrames(),
      offered: 4,
      sent: 1,
      dropped: { ...noFrames().dropped, paced: 1, closed: 2 },
    };
    expect(addCounts(one, two)).toEqual({
      ...{ offered: 9, sent: 3 },
      dropped: { ...noFrames().dropped, paced: 4, closed: 2 },
    });
  });

  test("a client that is not there counts nothing, and no clients count nothing", () => {
    fc.assert(fc.property(counts, (one) => expect(addCounts(undefined, one, undefined)).toEqual(one)));
    expect(addCounts()).toEqual(noFrames());
  });

  test("the order does not matter, and the parts stay as they are", () => {
    fc.assert(
      fc.property(counts, counts, counts, (one, two, three) => {
        const before = structuredClone([one, two, three]);
        expect(addCounts(one, two, three)).toEqual(addCounts(three, addCounts(two, one)));
        expect([one, two, three]).toEqual(before);
      }),
    );
  });
});
