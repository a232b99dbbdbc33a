import { createFakeTrack, type FakeTrack } from "./fake-track.ts";

/** A camera's stream with its one track. */
export type FakeStream = { readonly stream: MediaStream; readonly track: FakeTrack };

/** Makes a {@link FakeStream} whose track says that its pictures have this size. */
export function createFakeStream(size: { width: number; height: number }): FakeStream {
  const track = Object.assign(createFakeTrack(), {
    getSettings: () => ({ ...size, frameRate: 30, facingMode: "user" }),
  });
  const tracks = { getVideoTracks: () => [track], getAudioTracks: () => [], getTracks: () => [track] };
  const stream = Object.assign(new EventTarget(), tracks, { id: "fake-camera" });
  return { stream: stream as unknown as MediaStream, track };
}

/** Stands in for MediaStreamTrackProcessor: each track has its own. */
export function createFakeTrackProcessor(): object {
  return class {
    readable: { getReader(): object };
    constructor(options: { track: FakeTrack }) {
      this.readable = new options.track.Processor(options).readable;
    }
  };
}
