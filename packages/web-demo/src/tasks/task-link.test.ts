import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { encodeBase64Url } from "./base64url.ts";
import type { Task } from "./task.ts";
import { decodeTask, encodeTask, taskCode } from "./task-link.ts";

const task: Task = { title: "Week 1 – ñandú", items: ["A", "B", "CAT"], order: "given", passMark: 0.7 };
const link = (value: unknown) => encodeBase64Url(JSON.stringify(value));

describe("task links", () => {
  test("come back as they went, whatever the title", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 20 }),
        fc.array(fc.stringMatching(/^[A-Z]{1,5}$/), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("given" as const, "shuffled" as const),
        fc.integer({ min: 30, max: 99 }),
        (title, items, order, mark) => {
          const given: Task = { title: title.slice(0, 80), items, order, passMark: mark / 100 };
          expect(decodeTask(encodeTask(given))).toEqual({ task: given });
        },
      ),
    );
  });

  test("fit into a link without escapes", () => {
    expect(encodeTask(task)).toMatch(/^[\w-]+$/);
  });

  test("that are cut off or made up are refused", () => {
    expect(decodeTask("")).toEqual({ problem: "broken" });
    expect(decodeTask("%%%")).toEqual({ problem: "broken" });
    expect(decodeTask(encodeTask(task).slice(0, -9))).toEqual({ problem: "broken" });
    expect(decodeTask(link("hello"))).toEqual({ problem: "broken" });
    expect(decodeTask(link({ v: 2 }))).toEqual({ problem: "newer" });
    const good = { v: 1, t: "x", i: "A", o: 0, p: 70 };
    expect(decodeTask(link(good))).toHaveProperty("task");
    for (const wrong of [
      { t: 3 },
      { i: "A1" },
      { i: "" },
      { o: 2 },
      { p: 0 },
      { p: "70" },
      { t: "x".repeat(81) },
    ]) {
      expect(decodeTask(link({ ...good, ...wrong }))).toEqual({ problem: "bad-task" });
    }
    expect(decodeTask(link({ ...good, i: "A ".repeat(41) }))).toEqual({ problem: "bad-task" });
  });

  test("any text is read without an exception", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = decodeTask(text);
        expect("task" in reading || "problem" in reading).toBe(true);
      }),
    );
  });

  test("carry a class and the key of an inbox, and are as before without", () => {
    const more: Task = { ...task, group: "5b", inbox: "A".repeat(22) };
    expect(decodeTask(encodeTask(more))).toEqual({ task: more });
    expect(taskCode(more)).not.toBe(taskCode(task));
    // A link that was made by the version before.
    const old = "eyJ2IjoxLCJ0IjoiV2VlayAxIiwiaSI6IkEgQiBDQVQiLCJvIjowLCJwIjo3MH0";
    const week: Task = { title: "Week 1", items: ["A", "B", "CAT"], order: "given", passMark: 0.7 };
    expect(decodeTask(old)).toEqual({ task: week });
    expect(encodeTask(week)).toBe(old);
    const good = { v: 1, t: "x", i: "A", o: 0, p: 70 };
    for (const wrong of [{ g: 5 }, { g: "x".repeat(41) }, { k: "short" }, { k: 7 }]) {
      expect(decodeTask(link({ ...good, ...wrong }))).toEqual({ problem: "bad-task" });
    }
  });

  test("a code names the task", () => {
    expect(taskCode(task)).toMatch(/^[A-Z2-9]{3}-[A-Z2-9]{3}$/);
    expect(taskCode({ ...task })).toBe(taskCode(task));
    expect(taskCode({ ...task, passMark: 0.85 })).not.toBe(taskCode(task));
  });
});
