import { describe, expect, test } from "bun:test";
import { createHostGuard } from "./host-guard.ts";

const status = (header: string | null, ...allowed: string[]) => createHostGuard(allowed)(header)?.status;

describe("with an empty list", () => {
  test.each(["a", "evil.example", "10.0.0.7", null])("%p may ask", (header) => {
    expect(status(header)).toBeUndefined();
  });

  test("what is no host name is refused", () => {
    expect(status("a b")).toBe(400);
  });
});

describe("with a list", () => {
  test.each([
    "pi",
    "PI",
    "pi:8765",
    "localhost:3000",
    "127.0.0.1",
    "[::1]:80",
    "10.0.0.7",
    "[2001:db8::1]",
    null,
  ])("%p may ask", (header) => {
    expect(status(header, "nas", "pi")).toBeUndefined();
  });

  test.each(["evil.example", "pi.evil.example", "localhost.evil.example", "10.0.0.7.evil.example", "p"])(
    "%p may not",
    (header) => {
      expect(status(header, "nas", "pi")).toBe(421);
    },
  );
});

test("no sentence repeats the header", () => {
  const guard = createHostGuard(["pi"]);
  for (const header of ["MARKER", "MARKER MARKER"]) expect(guard(header)?.error).not.toContain("MARKER");
});
