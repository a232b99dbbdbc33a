import { describe, expect, test } from "bun:test";
import { orderedItems, readItems, type Task } from "./task.ts";

const task: Task = { title: "Week 1 – ñandú", items: ["A", "B", "CAT"], order: "given", passMark: 0.7 };

describe("the items of a task", () => {
  test("are letters and words in any writing", () => {
    expect(readItems(" a, b\ncat;DOG ")).toEqual({ items: ["A", "B", "CAT", "DOG"] });
  });

  test("say what is wrong with them", () => {
    expect(readItems("  ")).toEqual({ problem: "empty" });
    expect(readItems("a b2")).toEqual({ problem: "not-letters", item: "B2" });
    expect(readItems("x".repeat(21))).toEqual({ problem: "word-too-long", item: "X".repeat(21) });
    expect(readItems("a ".repeat(41))).toEqual({ problem: "too-many" });
  });

  test("are shuffled without losing one", () => {
    const shuffled = orderedItems({ ...task, order: "shuffled" }, () => 0);
    expect(shuffled).not.toEqual([...task.items]);
    expect(shuffled.toSorted()).toEqual([...task.items].toSorted());
    expect(orderedItems(task, () => 0)).toEqual([...task.items]);
  });
});
