/** Fakes for the tests of apps: a camera, hands, letters, a server and time, all in memory. */

export { createFakeCamera, type FakeCamera, type FakeCameraOptions } from "./fake-camera.ts";
export { fakeJpeg, fakeLandmarks } from "./fake-frames.ts";
export { createFakeHands, type FakeHands } from "./fake-hands.ts";
export { createFakeLetters, type FakeLetters } from "./fake-letters.ts";
export {
  createFakeServer,
  type FakePrediction,
  type FakeServer,
  type FakeServerOptions,
  type FakeServerSession,
  type ReceivedMessage,
} from "./fake-server.ts";
export { type Fakes, type FakesOptions, installFakes } from "./install-fakes.ts";
export { createManualTiming, type ManualTiming } from "./manual-timing.ts";
