import { describe, expect, test } from "bun:test";
import { createFakeServer } from "../testing/fake-server.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { findWebSocket } from "./web-socket.ts";

describe("findWebSocket", () => {
  test("takes the class that is given, also where the runtime has one", () => {
    const given = createFakeServer().WebSocket;
    expect(findWebSocket(given)).toBe(given);
  });

  test("takes the runtime's own otherwise", () => {
    expect(findWebSocket() as unknown).toBe(globalThis.WebSocket);
  });

  test("a runtime without one is told which package to install and how to pass it", () => {
    const restore = replaceGlobal("WebSocket", undefined);
    try {
      const message = expect.stringMatching(/package "ws".*option "WebSocket"/);
      expect(() => findWebSocket()).toThrow(expect.objectContaining({ code: "unsupported", message }));
    } finally {
      restore();
    }
  });
});
