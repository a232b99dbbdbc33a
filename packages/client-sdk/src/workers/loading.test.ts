import { describe, expect, test } from "bun:test";
import { createLoadingCounter, type Loading } from "./loading.ts";

function setUp() {
  let now = 0;
  const told: Loading[] = [];
  const counter = createLoadingCounter({
    purpose: "recognizer",
    clock: () => now,
    onLoading: (loading) => told.push(loading),
  });
  const at = (milliseconds: number) => {
    now = milliseconds;
  };
  return { counter, told, at };
}

describe("createLoadingCounter", () => {
  test("tells of pieces ten times a second at most, and of what is done at once", () => {
    const { counter, told, at } = setUp();
    counter.expect("handsModel", 100);
    for (let piece = 1; piece <= 30; piece++) {
      at(piece * 10);
      counter.add("handsModel", 1);
    }
    expect(told.map(({ loaded }) => loaded)).toEqual([0, 10, 20, 30]);
    counter.finish("handsModel");
    expect(told.at(-1)).toMatchObject({ loaded: 100, bytes: 100, isDone: true });
  });

  test("has no sum of sizes as long as one is not known", () => {
    const { counter, told } = setUp();
    counter.expect("handsModel", 100);
    counter.expect("handsBinary");
    expect(told.at(-1)).toMatchObject({ bytes: undefined, isDone: false });
    counter.expect("handsBinary", 50);
    expect(told.at(-1)?.bytes).toBe(150);
  });

  test("a file of unknown size is as large as what came", () => {
    const { counter, told } = setUp();
    counter.expect("handsModel");
    counter.add("handsModel", 7);
    counter.finish("handsModel");
    expect(told.at(-1)).toMatchObject({ loaded: 7, bytes: 7, isDone: true });
  });

  test("a file that begins again counts from nothing", () => {
    const { counter, told, at } = setUp();
    counter.expect("handsModel", 10);
    counter.add("handsModel", 6);
    counter.restart("handsModel");
    at(1000);
    counter.add("handsModel", 1);
    expect(told.at(-1)?.loaded).toBe(1);
  });
});
