import { describe, expect, test } from "bun:test";
import { floatValues } from "./float-values.ts";

describe("floatValues", () => {
  test("reads floats of both precisions", () => {
    const wide = new Uint8Array(Float32Array.of(1.5, -2).buffer);
    const half = new Uint8Array(Uint16Array.of(0x3c00, 0xc000).buffer);
    expect(floatValues({ name: "", shape: [2], elementType: "float32", data: wide })).toEqual(
      Float32Array.of(1.5, -2),
    );
    expect(floatValues({ name: "", shape: [2], elementType: "float16", data: half })).toEqual(
      Float32Array.of(1, -2),
    );
  });

  test("refuses a constant that is shorter than its shape, and other types", () => {
    const data = new Uint8Array(8);
    expect(floatValues({ name: "", shape: [3], elementType: "float32", data })).toBeUndefined();
    expect(floatValues({ name: "", shape: [2], elementType: "int32", data })).toBeUndefined();
    expect(floatValues({ name: "", shape: [2], elementType: "float32", data: undefined })).toBeUndefined();
  });
});
