import { expect, test } from "bun:test";
import fc from "fast-check";
import { packReadings, unpackReadings } from "./packed-readings.ts";

const floats = (length: number) => fc.float32Array({ minLength: length, maxLength: length, noNaN: true });

test("readings come out of their packing as they went in", () => {
  const readings = fc.integer({ min: 0, max: 70 }).chain((dimensions) =>
    fc.array(
      fc.record({
        probabilities: floats(26),
        letterness: fc.float({ noNaN: true }),
        embedding: floats(dimensions),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  );
  fc.assert(
    fc.property(readings, (some) => expect(unpackReadings(packReadings(some), some.length)).toEqual(some)),
  );
});
