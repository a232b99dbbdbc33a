import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import type { CorrectionEvent } from "../events/client-event.ts";
import { type LetterCameraSnapshot, nothingYet } from "../letter-camera/letter-camera-snapshot.ts";
import { englishWords, sentencesOf } from "./words.ts";

const said = (snapshot: Partial<LetterCameraSnapshot>, words = englishWords) =>
  sentencesOf({ ...nothingYet, ...snapshot }, "landmarks", words);
const correction: CorrectionEvent = {
  ...{ type: "correction", sequence: 1, epoch: 1, target: "S", key: "bend-little", part: "little" },
  ...{ change: "bend", points: [38], strength: 0.5 },
};
const error = new SignifyError("camera-denied", "Allow the camera.");

describe("what the element says", () => {
  test.each<[string, Partial<LetterCameraSnapshot>]>([
    ["Only 21 points of each hand leave this device, no picture.", { state: "off" }],
    ["Allow the camera.", { state: "failed", error }],
    ["Starting …", { state: "starting" }],
    ["Loading: 40 %", { state: "starting", progress: 0.49 }],
    ["Show your hand.", { state: "ready", status: "no-hand", target: "A" }],
    ["Hold it there …", { state: "ready", status: "filling" }],
    ["", { state: "ready" }],
    ["D.", { state: "ready", status: "tracking", letter: "D" }],
    ["Sign A.", { state: "ready", target: "A", letter: "D", verdict: "other" }],
    [
      "Sign S. Bend your little finger more.",
      { state: "ready", target: "S", letter: "A", verdict: "other", correction },
    ],
    ["Almost A.", { state: "ready", target: "A", letter: "A", verdict: "almost" }],
    ["That is A.", { state: "ready", target: "A", letter: "A", verdict: "shown" }],
    ["The connection is slow. Sign A.", { state: "degraded", reason: "slow-link", target: "A" }],
    ["The connection is lost and is tried again.", { state: "connecting", reason: "lost", error }],
  ])("%s", (sentences, snapshot) => {
    expect(said(snapshot)).toBe(sentences);
  });

  test("of a reason that it has no words for is the error's own sentence", () => {
    expect(said({ state: "degraded", reason: "silent", error }, { ...englishWords, reason: {} })).toBe(
      "Allow the camera.",
    );
  });

  test("says what leaves the device, whichever way it is read", () => {
    for (const where of ["device", "landmarks", "pictures"] as const)
      expect(sentencesOf(nothingYet, where, englishWords)).toMatch(/^[A-Z].*\.$/);
  });
});
