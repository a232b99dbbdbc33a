import { describe, expect, test } from "bun:test";
import type { Correction } from "../correction/create-advisor.ts";
import type { Letter } from "../letters/letters.ts";
import type { Flow } from "../pipeline/flow.ts";
import { distributionOf, folded, posedFrame, testHandRanges } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { correct } from "./correct.ts";
import { type Score, scoreDistribution } from "./score.ts";

const ranges = testHandRanges();
const fist = { index: folded, middle: folded, ring: folded, little: folded };
const shownI = posedFrame({ ...fist, little: {} });

type Showing = { asked?: Letter; read?: Letter; hands?: Float32Array; verdict?: Score["verdict"] };

/** Scores of one hand, ten a second from a time on. */
function showings(count: number, from: number, options: Showing = {}): Flow<Score>[] {
  const { asked = "S", read = "I", hands = shownI, verdict = "other" } = options;
  return Array.from({ length: count }, (_, number) => {
    const item = valueItem<Score>(
      { ...scoreDistribution(distributionOf(read, 0.8), asked), verdict },
      number,
    );
    Object.assign(item.frame, { hands, capturedAt: from + number * 100 });
    return item;
  });
}

const run = (items: Flow<Score>[], still = false) => runStage(correct({ ranges, still }), items);
const corrections = (out: Flow<Score>[]): Correction[] =>
  out.flatMap((item) => (item.type === "correction" ? [item.correction] : []));
const keys = (out: Flow<Score>[]) => corrections(out).map(({ key }) => key);

describe("correct", () => {
  test("is not there without ranges", async () => {
    const items = [...passingItems(), resetItem(2, "S"), ...showings(20, 0)] as Flow<Score>[];
    expect(await runStage(correct({ ranges: undefined, still: false }), items)).toEqual(items);
  });

  test("passes everything on as it is, in its order", async () => {
    const items = [...passingItems(), resetItem(2, "S"), ...showings(20, 0)] as Flow<Score>[];
    const others = (flow: Flow<Score>[]) => flow.filter(({ type }) => type !== "correction");
    expect(others(await run(items))).toEqual(others(items));
  });

  test("says once what to correct, after a second, with the frame that made it sure", async () => {
    const out = await run([resetItem(1, "S"), ...showings(40, 0)]);
    expect(corrections(out)).toEqual([
      {
        ...{ target: "S", key: "bend-little", part: "little", change: "bend" },
        points: [38, 39, 40, 41],
        strength: expect.any(Number),
      },
    ]);
    const at = out.findIndex(({ type }) => type === "correction");
    expect(out[at]).toMatchObject({ frame: { capturedAt: 1100 } });
    expect(out[at + 1]).toMatchObject({ type: "value", frame: { capturedAt: 1100 } });
  });

  test("names the landmarks of the hand that shows it", async () => {
    const left = posedFrame({ ...fist, little: {} }, "left");
    const out = await run([resetItem(1, "S"), ...showings(15, 0, { hands: left })]);
    expect(corrections(out)).toMatchObject([{ points: [17, 18, 19, 20] }]);
  });

  test("takes it back when the letter is shown, at once", async () => {
    const right = showings(3, 1500, { read: "S", hands: posedFrame(fist), verdict: "shown" });
    const out = await run([resetItem(1, "S"), ...showings(15, 0), ...right]);
    expect(keys(out)).toEqual(["bend-little", null]);
    expect(corrections(out).at(-1)).toEqual({
      ...{ target: "S", key: null, part: null, change: null, points: [], strength: 0 },
    });
    const at = out.findLastIndex(({ type }) => type === "correction");
    expect(out[at]).toMatchObject({ frame: { capturedAt: 1500 } });
  });

  test("says nothing of a letter that is almost shown, or while none is asked", async () => {
    expect(keys(await run([resetItem(1, "S"), ...showings(30, 0, { verdict: "almost" })]))).toEqual([]);
    expect(keys(await run([resetItem(1, null), ...showings(30, 0)]))).toEqual([]);
    expect(keys(await run(showings(30, 0)))).toEqual([]);
  });

  test("takes it back when the hand is gone, and begins anew", async () => {
    const [gone] = passingItems().filter(({ type }) => type === "status");
    const out = await run([
      resetItem(1, "S"),
      ...showings(15, 0),
      gone as Flow<Score>,
      ...showings(11, 1500),
      ...showings(2, 2600),
    ]);
    expect(keys(out)).toEqual(["bend-little", null, "bend-little"]);
    expect(out.findLast(({ type }) => type === "correction")).toMatchObject({ frame: { capturedAt: 2600 } });
  });

  test("begins anew with a new letter", async () => {
    const out = await run([
      resetItem(1, "S"),
      ...showings(15, 0),
      resetItem(2, "W"),
      ...showings(15, 1500, { asked: "W" }),
    ]);
    expect(corrections(out)).toMatchObject([
      { target: "S", key: "bend-little" },
      { target: "W", part: expect.stringMatching(/index|middle|ring/) },
    ]);
  });

  test("says nothing of a hand without depth: its bends are not seen", async () => {
    const flat = shownI.map((value, index) => (index % 3 === 2 ? 0 : value));
    expect(keys(await run([resetItem(1, "S"), ...showings(30, 0, { hands: flat })]))).toEqual([]);
  });

  test("asks to draw a J that is held as a sure I, and no other", async () => {
    const asJ = (read: Letter) => showings(15, 0, { asked: "J", read });
    expect(keys(await run([resetItem(1, "J"), ...asJ("I")]))).toEqual(["draw-letter"]);
    expect(keys(await run([resetItem(1, "J"), ...asJ("S")]))).toEqual([]);
    const unsure = asJ("I").map((item) =>
      item.type === "value" ? { ...item, value: { ...item.value, probability: 0.4 } } : item,
    );
    expect(keys(await run([resetItem(1, "J"), ...unsure]))).toEqual([]);
  });

  test("of still pictures says it of each by itself", async () => {
    const right = showings(1, 200, { read: "S", hands: posedFrame(fist), verdict: "shown" });
    const out = await run([resetItem(1, "S"), ...showings(2, 0), ...right], true);
    expect(keys(out)).toEqual(["bend-little", "bend-little", null]);
  });
});
