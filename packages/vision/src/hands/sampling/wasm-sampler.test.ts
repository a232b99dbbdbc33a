import { describe, expect, test } from "bun:test";
import type { Region } from "@signify/core";
import fc from "fast-check";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { createPlainSampler } from "./plain-sampler.ts";
import type { Border, InputForm, Sampler } from "./sampler.ts";
import { createWasmSampler } from "./wasm-sampler.ts";

const forms: readonly InputForm[] = ["planar-floats", "planar-bytes", "interleaved-floats"];
const plain = createPlainSampler();

/** A picture of bytes by chance, its transparency too. */
function noise(width: number, height: number, seed = 1): RgbaImage {
  let state = seed;
  const data = new Uint8Array(4 * width * height).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return { data, width, height };
}

function expectSame(sampler: Sampler, image: RgbaImage, region: Region, border: Border, side = 12) {
  const [sample, expected] = [sampler.open(image), plain.open(image)];
  for (const form of forms) {
    const options = { side, border, form };
    const [input, wanted] = [sample(region, options), expected(region, options)];
    const differs = input.findIndex((value, index) => value !== wanted[index]);
    expect([form, differs, input.length]).toEqual([form, -1, wanted.length]);
  }
}

describe("the sampler in WebAssembly", () => {
  test("gives the numbers of the one in TypeScript, bit by bit, wherever the region lies", () => {
    const sampler = createWasmSampler();
    const side = fc.constantFrom(4, 12, 16, 24);
    const size = fc.integer({ min: 1, max: 70 });
    const place = fc.double({ min: -1.5, max: 2.5, noNaN: true });
    const region = fc.record({
      centerX: place,
      centerY: place,
      size: fc.oneof(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 5, max: 1e5, noNaN: true }),
      ),
      rotation: fc.oneof(
        fc.double({ min: -3.2, max: 3.2, noNaN: true }),
        fc.constantFrom(0, Math.PI / 2, -Math.PI / 2),
      ),
    });
    const border = fc.constantFrom<Border>("zero", "replicate");
    fc.assert(
      fc.property(size, size, region, border, side, fc.integer(), (width, height, where, around, of, seed) =>
        expectSame(sampler, noise(width, height, seed), where, around, of),
      ),
      { numRuns: 400 },
    );
  });

  test("does so for inputs and pictures of the sizes that cameras and networks have", () => {
    const sampler = createWasmSampler();
    const image = noise(640, 480);
    expectSame(sampler, image, { centerX: 0.7, centerY: 0.4, size: 0.8, rotation: 0.3 }, "replicate", 224);
    expectSame(sampler, image, { centerX: 2 / 3, centerY: 0.5, size: 4 / 3, rotation: 0 }, "zero", 192);
    expectSame(sampler, image, { centerX: 1.3, centerY: 0.9, size: 4, rotation: -1.6 }, "zero", 192);
  });

  test("and for a picture so large that positions do not fit 32 bits", () => {
    const image = noise(20_000, 4);
    expectSame(
      createWasmSampler(),
      image,
      { centerX: 2500, centerY: 0.5, size: 20_000, rotation: 0.1 },
      "zero",
    );
  });

  test("takes a picture that lies in its room without a copy", () => {
    const sampler = createWasmSampler();
    const { data: content, ...shape } = noise(33, 21);
    const data = sampler.room(content.length);
    data.set(content);
    const sample = sampler.open({ data, ...shape });
    const options = { side: 8, border: "replicate", form: "planar-bytes" } as const;
    const region = { centerX: 0.5, centerY: 0.5, size: 0.5, rotation: 0 };
    const before = sample(region, options).slice();
    data.fill(200);
    expect(before.some((value) => value !== 200)).toBe(true);
    expect(sample(region, options).every((value) => value === 200)).toBe(true);
  });

  test("leaves a foreign picture as it is, and takes a new look at it each time it is opened", () => {
    const sampler = createWasmSampler();
    const image = noise(16, 16);
    const region = { centerX: 0.4, centerY: 0.5, size: 0.9, rotation: 1 };
    const before = image.data.slice();
    expectSame(sampler, image, region, "replicate");
    expect(image.data).toEqual(before);
    image.data.fill(7);
    expectSame(sampler, image, region, "replicate");
  });

  test("answers in the same array until a larger picture moves its memory", () => {
    const sampler = createWasmSampler();
    const options = { side: 224, border: "replicate", form: "planar-floats" } as const;
    const region = { centerX: 0.5, centerY: 0.5, size: 1, rotation: 0 };
    const first = sampler.open(noise(64, 64))(region, options);
    expect(sampler.open(noise(64, 64))(region, options)).toBe(first);
    const image = noise(900, 700);
    expect(sampler.open(image)(region, options)).toEqual(plain.open(image)(region, options));
  });
});
