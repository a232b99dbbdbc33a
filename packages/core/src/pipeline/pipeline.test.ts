import { describe, expect, test } from "bun:test";
import type { Stage } from "./flow.ts";
import { from } from "./pipeline.ts";

async function* count(to: number) {
  for (let number = 1; number <= to; number++) yield number;
}

const map = <In, Out>(change: (item: In) => Out): Stage<In, Out> =>
  async function* (source) {
    for await (const item of source) yield change(item);
  };

describe("from", () => {
  test("passes items through the stages in the order in which they are written", async () => {
    const pipeline = from(count(3))
      .through(map((number) => number * 10))
      .through(map((number) => `<${number}>`));
    const seen: string[] = [];
    for await (const item of pipeline) seen.push(item);
    expect(seen).toEqual(["<10>", "<20>", "<30>"]);
  });

  test("ends the source when its reader stops", async () => {
    let ended = false;
    async function* source() {
      try {
        yield* count(3);
      } finally {
        ended = true;
      }
    }
    for await (const _ of from(source()).through(map((number) => number))) break;
    expect(ended).toBe(true);
  });

  test("throws what a stage throws", async () => {
    const failing = map((): number => {
      throw new Error("made up");
    });
    const read = async () => {
      for await (const _ of from(count(1)).through(failing));
    };
    await expect(read()).rejects.toThrow("made up");
  });
});
