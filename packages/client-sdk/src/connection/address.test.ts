import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { recognizeAddress } from "./address.ts";

describe("recognizeAddress", () => {
  test.each([
    ["ws://localhost:8765", "ws://localhost:8765/v1/recognize"],
    ["https://signify.example/", "wss://signify.example/v1/recognize"],
    ["HTTP://signify.example", "ws://signify.example/v1/recognize"],
    ["wss://example.org/behind/a/proxy", "wss://example.org/behind/a/proxy"],
    ["ws://[::1]:8765?room=3#top", "ws://[::1]:8765/v1/recognize?room=3"],
  ])("%s becomes %s", (url, address) => expect(recognizeAddress(url)).toBe(address));

  test("takes a URL object", () => {
    expect(recognizeAddress(new URL("http://localhost:8765"))).toBe("ws://localhost:8765/v1/recognize");
  });

  test("puts the token into the query, encoded", () => {
    expect(recognizeAddress("ws://a", "x y&z")).toBe("ws://a/v1/recognize?access_token=x%20y%26z");
    expect(recognizeAddress("ws://a/p?q=1", "t")).toBe("ws://a/p?q=1&access_token=t");
  });

  test("takes a path to be on the page's own server", () => {
    const scope = globalThis as { location?: unknown };
    scope.location = { protocol: "https:", host: "school.example" };
    try {
      expect(recognizeAddress("/")).toBe("wss://school.example/v1/recognize");
    } finally {
      delete scope.location;
    }
  });

  test.each(["", "localhost:8765", "ftp://a", "ws://", "ws://user:secret@host", "ws://a b", "/"])(
    "refuses %p with what was expected",
    (url) => {
      expect(() => recognizeAddress(url)).toThrow(SignifyError);
      expect(() => recognizeAddress(url)).toThrow(/Expected "url"/);
    },
  );
});
