import { describe, expect, test } from "bun:test";
import type { Letter } from "../letters/letters.ts";
import type { Flow, StatusItem } from "../pipeline/flow.ts";
import { createManualClock, distributionOf } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { type Score, scoreDistribution } from "./score.ts";
import { throttle } from "./throttle.ts";

type Step = { after: number } & (
  | { letter: Letter; probability: number; verdict?: Score["verdict"] }
  | { item: Flow<Score> }
);

/** Plays scores to the stage at the times given and answers what was said of each. */
async function play(steps: Step[]) {
  const clock = createManualClock();
  const items = steps.map((step) =>
    "item" in step
      ? step.item
      : valueItem<Score>({
          ...scoreDistribution(distributionOf(step.letter, step.probability), null),
          verdict: step.verdict ?? null,
        }),
  );
  async function* source() {
    for (const [index, item] of items.entries()) {
      clock.advance(steps[index]?.after ?? 0);
      yield item;
    }
  }
  const passed: Flow<Score>[] = [];
  const stage = throttle({ minInterval: 75, probabilityThreshold: 0.03, clock });
  for await (const item of stage(source())) passed.push(item);
  const replies = items.map((item) => passed.includes(item));
  const outcomes = items.map((item) =>
    "frame" in item && "outcomes" in item.frame ? item.frame.outcomes : [],
  );
  return { passed, replies, outcomes };
}

const statusItem = (status: StatusItem["status"]): StatusItem => ({
  type: "status",
  frame: valueItem(0).frame,
  status,
});

describe("throttle", () => {
  test("lets the first score pass", async () => {
    expect((await play([{ after: 0, letter: "A", probability: 0.5 }])).replies).toEqual([true]);
  });

  test("holds a changed letter until 75 ms have passed, to the millisecond", async () => {
    const first = { after: 0, letter: "A", probability: 0.5 } as const;
    expect((await play([first, { after: 74, letter: "B", probability: 0.9 }])).replies).toEqual([
      true,
      false,
    ]);
    expect((await play([first, { after: 75, letter: "B", probability: 0.9 }])).replies).toEqual([true, true]);
  });

  test("holds the same letter until its probability moved by more than 0.03, up or down", async () => {
    const second = async (probability: number) =>
      (
        await play([
          { after: 0, letter: "A", probability: 0.5 },
          { after: 100, letter: "A", probability },
        ])
      ).replies[1];
    expect(await second(0.5)).toBe(false);
    expect(await second(0.529)).toBe(false);
    expect(await second(0.531)).toBe(true);
    expect(await second(0.469)).toBe(true);
  });

  test("lets a changed verdict pass, though the letter and its probability stay", async () => {
    const { replies } = await play([
      { after: 0, letter: "A", probability: 0.5, verdict: "almost" },
      { after: 100, letter: "A", probability: 0.5, verdict: "almost" },
      { after: 100, letter: "A", probability: 0.5, verdict: "shown" },
    ]);
    expect(replies).toEqual([true, false, true]);
  });

  test("compares with the last reply, not with the last score, so that slow changes are told", async () => {
    const { replies, outcomes } = await play([
      { after: 0, letter: "A", probability: 0.5 },
      { after: 100, letter: "A", probability: 0.52 },
      { after: 100, letter: "A", probability: 0.54 },
    ]);
    expect(replies).toEqual([true, false, true]);
    expect(outcomes).toEqual([[], ["throttled"], []]);
  });

  test("counts the interval from the last reply, not from the last score", async () => {
    const { replies } = await play([
      { after: 0, letter: "A", probability: 0.5 },
      { after: 50, letter: "B", probability: 0.5 },
      { after: 50, letter: "B", probability: 0.5 },
    ]);
    expect(replies).toEqual([true, false, true]);
  });

  test("lets the first score after a reset pass at once", async () => {
    const { replies } = await play([
      { after: 0, letter: "A", probability: 0.5 },
      { after: 1, item: resetItem() },
      { after: 1, letter: "A", probability: 0.5 },
    ]);
    expect(replies).toEqual([true, true, true]);
  });

  test("tells a status only when it changes, and that a hand is tracked before its first letter", async () => {
    const { passed } = await play([
      { after: 0, item: statusItem({ state: "no-hand" }) },
      { after: 0, item: statusItem({ state: "no-hand" }) },
      { after: 0, item: statusItem({ state: "filling", frames: 1, needed: 3 }) },
      { after: 0, item: statusItem({ state: "filling", frames: 1, needed: 3 }) },
      { after: 0, item: statusItem({ state: "filling", frames: 2, needed: 3 }) },
      { after: 0, letter: "A", probability: 0.5 },
      { after: 100, letter: "B", probability: 0.5 },
      { after: 0, item: statusItem({ state: "no-hand" }) },
    ]);
    const told: string[] = passed.map((item) => (item.type === "status" ? item.status.state : item.type));
    const expected = ["no-hand", "filling", "filling", "tracking", "value", "value", "no-hand"];
    expect(told).toEqual(expected);
  });

  test("tells the status anew after a reset", async () => {
    const noHand = () => ({ after: 0, item: statusItem({ state: "no-hand" }) });
    const { passed } = await play([noHand(), { after: 0, item: resetItem() }, noHand()]);
    expect(passed.map(({ type }) => type)).toEqual(["status", "reset", "status"]);
  });

  test("passes failures and resets and ends with its source", async () => {
    const items = passingItems();
    const stage = throttle({ minInterval: 75, probabilityThreshold: 0.03, clock: createManualClock() });
    expect(await runStage(stage, items)).toEqual(items);
  });
});
