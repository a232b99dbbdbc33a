/** Small fakes for tests of the core, the server and the SDK. The product never imports this entry point. */
export { type RecordedFrame, recordFrame } from "./accepted-frame.ts";
export { type Deferred, deferred } from "./deferred.ts";
export { landmarkFrame, pictureFrame } from "./frames.ts";
export { testHandRanges } from "./hand-ranges.ts";
export { distributionOf, handLandmarks, noHandLandmarks } from "./landmarks.ts";
export { embeddingOf, sampleOf, testModel, testRules, testVerdictRule } from "./letter-rules.ts";
export { createManualClock, type ManualClock } from "./manual-clock.ts";
export { type FingerPose, folded, type HandPose, posedFrame, posedHand } from "./posed-hand.ts";
export { rightHand } from "./right-hand.ts";
export { openHand, sampleHand, turned } from "./sample-hands.ts";
export {
  type ClassifyCall,
  createScriptedClassifier,
  readingOf,
  type ScriptedClassifier,
} from "./scripted-classifier.ts";
export {
  createScriptedLocator,
  type LocateCall,
  locatedHands,
  type ScriptedLocator,
  type ScriptedLocatorOptions,
} from "./scripted-locator.ts";
export { settleMicrotasks } from "./settle-microtasks.ts";
