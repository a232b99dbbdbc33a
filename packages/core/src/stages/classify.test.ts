import { describe, expect, test } from "bun:test";
import { SignifyError } from "../errors/signify-error.ts";
import {
  createManualClock,
  createScriptedClassifier,
  distributionOf,
  embeddingOf,
  pictureFrame,
  readingOf,
  recordFrame,
} from "../testing/index.ts";
import { passingItems, runStage, valueItem } from "../testing/run-stage.ts";
import { classify } from "./classify.ts";

const frames = () => new Float32Array(4);

describe("classify", () => {
  test("gives the classifier the window and weighs its letters by how much this is one", async () => {
    const classifier = createScriptedClassifier(() => ({ ...readingOf("D", 0.75), letterness: 0.5 }));
    const item = valueItem(frames());
    const [out] = await runStage(classify({ classifier, clock: createManualClock() }), [item]);
    expect(classifier.calls[0]?.window).toBe(item.value);
    const expected = distributionOf("D", 0.75).map((probability) => probability / 2);
    expect(out).toMatchObject({
      type: "value",
      value: { distribution: expected, embedding: embeddingOf("D") },
    });
  });

  test("notes the time that the classifier took", async () => {
    const clock = createManualClock(1000);
    const classifier = createScriptedClassifier(() => {
      clock.advance(4);
      return readingOf("A");
    });
    const item = valueItem(frames());
    await runStage(classify({ classifier, clock }), [item]);
    expect(item.frame.timings.letter).toBe(4);
  });

  test("fails the frame alone when the classifier rejects, and goes on", async () => {
    const classifier = createScriptedClassifier();
    const items = [valueItem(frames(), 1), valueItem(frames(), 2)];
    const failure = new Error("made up");
    const classifyScripted = classifier.classify;
    classifier.classify = (window) => {
      const promise = classifyScripted(window);
      const call = classifier.calls.at(-1);
      if (classifier.calls.length === 1) call?.reject(failure);
      else call?.resolve(readingOf("A"));
      return promise;
    };
    const out = await runStage(classify({ classifier, clock: createManualClock() }), items);
    expect(out).toMatchObject([{ type: "failure", error: failure }, { type: "value" }]);
    expect(items.map((item) => item.frame.outcomes)).toEqual([["failed"], []]);
  });

  test("drops the frame as reset when its epoch is over, though the classifier never answers", async () => {
    const epoch = new AbortController();
    const frame = recordFrame(pictureFrame(), { signal: epoch.signal });
    const out = runStage(classify({ classifier: createScriptedClassifier(), clock: createManualClock() }), [
      { type: "value", frame, value: frames() },
    ]);
    epoch.abort();
    expect(await out).toEqual([]);
    expect(frame.outcomes).toEqual(["reset"]);
  });

  test("a reading that is no number fails the frame instead of reaching the client as null", async () => {
    const probabilities = new Float32Array(26).fill(Number.NaN);
    const classifier = createScriptedClassifier(() => ({ ...readingOf("A"), probabilities }));
    const item = valueItem(frames());
    const [out] = await runStage(classify({ classifier, clock: createManualClock() }), [item]);
    expect(out?.type === "failure" && SignifyError.isInstance(out.error) && out.error.code).toBe("bad-frame");
    expect(item.frame.outcomes).toEqual(["failed"]);
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(
      await runStage(classify({ classifier: createScriptedClassifier(), clock: createManualClock() }), items),
    ).toEqual(items);
  });
});
