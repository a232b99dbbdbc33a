/** Fakes for the tests of apps: a scripted server, a camera and time, all in memory. */

export { createFakeCamera, type FakeCamera, type FakeCameraOptions } from "./fake-camera.ts";
export { fakeJpeg, fakeLandmarks } from "./fake-frames.ts";
export {
  createFakeServer,
  type FakePrediction,
  type FakeServer,
  type FakeServerOptions,
  type ReceivedMessage,
} from "./fake-server.ts";
export { createManualTiming, type ManualTiming } from "./manual-timing.ts";
