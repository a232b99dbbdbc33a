import { defaultRecognizerSettings } from "@signify/core";
import {
  createManualClock,
  createScriptedClassifier,
  createScriptedLocator,
  type ManualClock,
  type ScriptedClassifier,
  type ScriptedLocator,
  type ScriptedLocatorOptions,
  testHandRanges,
  testModel,
  testRules,
} from "@signify/core/testing";
import type { ConnectionParts } from "../connections/connection.ts";
import { createRecordedObserver, type RecordedObserver } from "./recorded-observer.ts";

/** What connections share, scripted: one frame is enough for a reading, and every reading passes the throttle. */
export type ScriptedParts = ConnectionParts & {
  locator: ScriptedLocator;
  classifier: ScriptedClassifier;
  observer: RecordedObserver;
  clock: ManualClock;
  broken: unknown[];
};

/** Makes {@link ScriptedParts}. */
export function createScriptedParts(
  options: {
    framesPerSecond?: number;
    locator?: ScriptedLocatorOptions;
    classifier?: Parameters<typeof createScriptedClassifier>[0];
  } = {},
): ScriptedParts {
  const broken: unknown[] = [];
  const locator = createScriptedLocator(options.locator);
  return {
    locator,
    locatorFor: () => locator,
    classifier: createScriptedClassifier(options.classifier),
    observer: createRecordedObserver(),
    clock: createManualClock(),
    broken,
    onBroken: (error) => broken.push(error),
    recognizerSettings: {
      ...defaultRecognizerSettings,
      minFrames: 1,
      smoothingSize: 1,
      throttle: { minInterval: 0, probabilityThreshold: -1 },
    },
    rules: testRules(),
    handRanges: testHandRanges(),
    maxRate: options.framesPerSecond ?? 60,
    maxLength: 1 << 20,
    sessionIn: () => ({
      model: testModel,
      window: { frames: 32, needed: 1 },
      limits: { messageBytes: 1 << 20, pictureSide: 4096, framesPerSecond: options.framesPerSecond ?? 60 },
    }),
  };
}
