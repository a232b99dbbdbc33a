import { describe, expect, test } from "bun:test";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { takeTurns } from "./take-turns.ts";

describe("takeTurns", () => {
  test("runs so many at a time, in order, and goes on after one that failed", async () => {
    const turn = takeTurns(2);
    const works = [0, 1, 2, 3].map(() => deferred<number>());
    const begun: number[] = [];
    const results = works.map((work, index) =>
      turn(() => {
        begun.push(index);
        return work.promise;
      }).catch(() => "failed"),
    );
    await settleMicrotasks();
    expect(begun).toEqual([0, 1]);
    works[1]?.reject(new Error("made up"));
    await settleMicrotasks();
    expect(begun).toEqual([0, 1, 2]);
    works[0]?.resolve(10);
    works[2]?.resolve(12);
    works[3]?.resolve(13);
    expect(await Promise.all<unknown>(results)).toEqual([10, "failed", 12, 13]);
  });
});
