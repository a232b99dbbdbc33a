import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { writeSafetensors } from "../testing/write-safetensors.ts";
import { readSafetensors } from "./safetensors.ts";

test("what was written comes back", () => {
  fc.assert(
    fc.property(
      fc.float32Array({ noNaN: true, maxLength: 20 }),
      fc.int32Array({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 20 }),
      (floats, integers, bytes) => {
        const file = writeSafetensors({ floats, integers, bytes });
        const tensors = readSafetensors(file);
        expect(Array.from(tensors.floats ?? [])).toEqual(Array.from(floats));
        expect(Array.from(tensors.integers ?? [])).toEqual(Array.from(integers));
        expect(Array.from(tensors.bytes ?? [])).toEqual(Array.from(bytes));
      },
    ),
  );
});

test("metadata is no tensor", () => {
  const file = writeSafetensors({ one: new Uint8Array([1]) }, { aspect: "1.33" });
  expect(Object.keys(readSafetensors(file))).toEqual(["one"]);
});

describe("a file that is not whole", () => {
  const file = writeSafetensors({ one: new Float32Array([1, 2, 3]) });

  test("is refused wherever it ends", () => {
    for (let length = 0; length < file.byteLength; length++)
      expect(() => readSafetensors(file.slice(0, length))).toThrow();
  });

  test("is refused with words for a person when its data is cut short", () => {
    expect(() => readSafetensors(file.slice(0, -1))).toThrow('expected all of tensor "one"');
    expect(() => readSafetensors(file.slice(0, 4))).toThrow("expected a safetensors file");
    expect(() => readSafetensors(file.slice(0, 20))).toThrow("cut short");
  });
});

test("a type that evaluation does not know is refused by the tensor's name", () => {
  const header = JSON.stringify({ half: { dtype: "F16", shape: [1], data_offsets: [0, 2] } });
  const file = new Uint8Array(8 + header.length + 2);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(new TextEncoder().encode(header), 8);
  expect(() => readSafetensors(file.buffer)).toThrow('expected tensor "half" to be F32, I32 or U8');
});

test("a header length beyond all files is refused, not allocated", () => {
  const file = new ArrayBuffer(16);
  new DataView(file).setBigUint64(0, 2n ** 63n, true);
  expect(() => readSafetensors(file)).toThrow("cut short");
});
