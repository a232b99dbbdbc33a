import { describe, expect, test } from "bun:test";
import { answerFromMemory } from "./handed-files.ts";

const bytes = Uint8Array.of(0, 97, 115, 109).buffer;

describe("answerFromMemory", () => {
  test("answers for a file once, with its kind, and leaves everything else to the network", async () => {
    const asked: unknown[] = [];
    const network = async (address: unknown) => {
      asked.push(address);
      return new Response("from the network");
    };
    const scope = { fetch: network as unknown as typeof fetch };
    answerFromMemory(scope, new Map([["https://a/x-0-aa.wasm?b", bytes]]));
    const response = await scope.fetch(new URL("https://a/x-0-aa.wasm?b"));
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(await response.arrayBuffer()).toEqual(bytes);
    expect(asked).toEqual([]);
    expect(await (await scope.fetch("https://a/x-0-aa.wasm?b")).text()).toBe("from the network");
    expect(await (await scope.fetch("https://a/other")).text()).toBe("from the network");
    expect(asked).toEqual(["https://a/x-0-aa.wasm?b", "https://a/other"]);
  });
});
