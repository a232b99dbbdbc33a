import { expect, test } from "bun:test";
import { forwardedAddress } from "./forwarded-address.ts";

test.each([
  ["10.0.0.7", "10.0.0.7"],
  ["10.0.0.7:50123", "10.0.0.7"],
  ["2001:db8::1", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["[2001:db8::1]:50123", "2001:db8::1"],
  ["1.2.3.4:1, 10.0.0.7:2 ", "10.0.0.7"],
  ["unknown", "unknown"],
  ["", ""],
  ["10.0.0.7,", ""],
  [undefined, ""],
])("%p is the address %p", (header, address) => {
  expect(forwardedAddress(header)).toBe(address);
});
