import { expect, test } from "bun:test";
import { byteProductsOverflow } from "./byte-products-overflow.ts";

test("only x64 without VNNI adds products of bytes in 16 bits", () => {
  expect(byteProductsOverflow("x64", ["avx2", "fma"])).toBe(true);
  expect(byteProductsOverflow("x64", ["avx2", "avx512f", "avx512_vnni"])).toBe(false);
  expect(byteProductsOverflow("x64", ["avx2", "avx_vnni"])).toBe(false);
  expect(byteProductsOverflow("arm64", [])).toBe(false);
});

test("a processor that nothing is known of is taken for one without", () => {
  expect(byteProductsOverflow("x64", [])).toBe(true);
});
