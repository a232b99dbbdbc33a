import { expect, test } from "bun:test";
import fc from "fast-check";
import { createPlaces } from "./places.ts";

/** How many of so many could take a place. */
function takenBy(places: ReturnType<typeof createPlaces>, address: string, count: number): number {
  return Array.from({ length: count }, () => places.take(address)).filter((it) => typeof it === "object")
    .length;
}

test("there are so many for an address, and so many in all", () => {
  const places = createPlaces({ max: 5, maxPerAddress: 3 });
  expect(takenBy(places, "one", 4)).toBe(3);
  expect(places.take("one")).toBe("address-full");
  expect(takenBy(places, "other", 4)).toBe(2);
  expect(places.take("other")).toBe("full");
  expect(places.taken).toBe(5);
});

test("a place that was left is free again, once", () => {
  const places = createPlaces({ max: 2, maxPerAddress: 2 });
  const place = places.take("one");
  takenBy(places, "one", 1);
  if (typeof place === "object") for (let time = 0; time < 3; time++) place.leave();
  expect(places.taken).toBe(1);
  expect(takenBy(places, "one", 2)).toBe(1);
});

test("whoever comes and goes in whatever order, the limits hold and nobody is forgotten or counted twice", () => {
  const step = fc.record({ address: fc.constantFrom("one", "two", "three"), leaves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const limits = { max: 6, maxPerAddress: 3 };
      const places = createPlaces(limits);
      const inside = new Map<string, (() => void)[]>([
        ["one", []],
        ["two", []],
        ["three", []],
      ]);
      const total = () => [...inside.values()].reduce((sum, { length }) => sum + length, 0);
      for (const { address, leaves } of steps) {
        const here = inside.get(address) ?? [];
        if (leaves) here.pop()?.();
        else {
          const hasRoom = total() < limits.max && here.length < limits.maxPerAddress;
          const place = places.take(address);
          expect(typeof place === "object").toBe(hasRoom);
          if (typeof place === "object") here.push(place.leave);
        }
        expect(places.taken).toBe(total());
      }
    }),
  );
});
