import { expect, test } from "bun:test";
import fc from "fast-check";
import { createByteReader, createByteWriter } from "./bytes.ts";

test("what was written is read again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(2 ** 31 - 1), fc.string({ unit: "grapheme" }))),
      fc.integer({ min: 0, max: 255 }),
      (values, last) => {
        const writer = createByteWriter();
        for (const value of values) typeof value === "number" ? writer.number(value) : writer.text(value);
        writer.byte(last);
        const reader = createByteReader(writer.bytes());
        for (const value of values)
          expect<unknown>(typeof value === "number" ? reader.number() : reader.text()).toBe(value);
        expect(reader.isAtEnd()).toBe(false);
        expect(reader.byte()).toBe(last);
        expect(reader.isAtEnd()).toBe(true);
      },
    ),
  );
});

test("small numbers take a byte, and times of a letter two", () => {
  const length = (value: number) => {
    const writer = createByteWriter();
    writer.number(value);
    return writer.bytes().length;
  };
  expect([127, 128, 16_383, 16_384].map(length)).toEqual([1, 2, 2, 3]);
});

test("what is cut off or made up is refused", () => {
  const refused = (read: (reader: ReturnType<typeof createByteReader>) => unknown, ...bytes: number[]) =>
    expect(() => read(createByteReader(Uint8Array.from(bytes)))).toThrow();
  refused((reader) => reader.byte());
  refused((reader) => reader.number(), 128);
  refused((reader) => reader.number(), 255, 255, 255, 255, 255, 255, 255, 1);
  refused((reader) => reader.text(), 3, 65, 65);
  refused((reader) => reader.text(), 1, 255);
});
