import { expect, test } from "bun:test";
import { defaultRecognizerSettings } from "@signify/core";
import { createScriptedClassifier, handLandmarks, readingOf } from "@signify/core/testing";
import { watchFrames } from "./watch-frames.ts";

let shown = 0;

test("each frame is answered in its own time before the next one is shown", async () => {
  // Surer with each frame: what has not changed would not be told again.
  const classifier = createScriptedClassifier(() => readingOf("L", 0.4 + 0.1 * shown));
  const settings = { ...defaultRecognizerSettings, minFrames: 3 };
  const told: unknown[] = [];
  const watch = watchFrames({ classifier, settings }, (event) => {
    if (event.type === "prediction") told.push([shown, event.score.letter]);
  });
  watch.setTarget("L");
  for (shown = 1; shown <= 5; shown += 1) await watch.show(handLandmarks(), 200 * shown);
  await watch.close();
  expect(told).toEqual([3, 4, 5].map((frame) => [frame, "L"]));
});
