import type { Frame, Letter } from "@signify/core";
import { posedFrame } from "@signify/core/testing";
import { installFakeAssets } from "./fake-assets.ts";
import { createFakeCamera, type FakeCamera, type FakeCameraOptions } from "./fake-camera.ts";
import { fakeJpeg } from "./fake-frames.ts";
import { createFakeHands, type FakeHands } from "./fake-hands.ts";
import { createFakeLetters, type FakeLetters } from "./fake-letters.ts";
import {
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
  type FakeServerSession,
} from "./fake-server.ts";
import { createFakeWorkerClass } from "./fake-worker.ts";
import { letterDescription } from "./letter-description.ts";
import { replaceGlobal } from "./replace-global.ts";
import { replaceProperty, undoAll } from "./replace-property.ts";

/** Options of {@link installFakes}. */
export type FakesOptions = FakeCameraOptions &
  Omit<FakeServerOptions, "onFrame"> & {
    /** Pictures that the camera gives a second by itself, by the timers that the test has; 0 for `camera.show()` alone. Default 30. */
    cameraFramesPerSecond?: number;
  };

/** A learner before a camera, and all that reads their letters, in memory. */
export type Fakes = {
  /** What `getUserMedia` gives, and what it shows. */
  readonly camera: FakeCamera;
  /** What finds hands on the device. */
  readonly hands: FakeHands;
  /** What reads letters on the device. */
  readonly letters: FakeLetters;
  /** What every WebSocket is connected to. */
  readonly server: FakeServer;
  /**
   * From now on the learner signs this letter, and it is read so surely, 0..1, by the device and by the server; null when they
   * show no hand, as at first. Default 0.9.
   */
  sign(letter: Letter | null, probability?: number): void;
  /** Takes everything away: the page is as it was before. */
  dispose(): void;
};

/**
 * Puts a camera, hands, letters and a server where an app looks for them, so that its components run as they are in Node with
 * jsdom or happy-dom, with every `where`. It replaces `navigator.mediaDevices`, the page's visibility, `WebSocket`, the SDK's own
 * workers, what is fetched of its assets, and what is missing of `<video>`, pictures and canvases.
 *
 * ```ts
 * const fakes = installFakes();
 * render(<Practice />);
 * fakes.sign("B");
 * await screen.findByText("B");
 * fakes.dispose();
 * ```
 */
export function installFakes(options: FakesOptions = {}): Fakes {
  const camera = createFakeCamera(options);
  const hands = createFakeHands();
  const letters = createFakeLetters();
  let signed: { letter: Letter; probability: number } | null = null;
  /** What each session was told last. */
  const told = new WeakMap<FakeServerSession, string>();

  const answer = ({ sequence, ...frame }: Frame, session: FakeServerSession) => {
    const { mode, events, send, predict } = session;
    const state = signed ? "tracking" : "no-hand";
    // Single pictures stand each for itself.
    if (mode === "still" || state !== told.get(session)) send({ type: "status", sequence, state });
    told.set(session, state);
    if (!signed) return;
    const points = frame.kind === "landmarks" ? frame.landmarks : posedFrame();
    if (events.includes("landmarks")) send({ type: "landmarks", sequence, points: [...points] });
    predict(signed.letter, signed.probability);
  };
  const server = createFakeServer({
    ...options,
    onFrame: (frame, _, session) => answer(frame, session),
  });
  const sign = (letter: Letter | null, probability = 0.9) => {
    signed = letter && { letter, probability };
    hands.show(letter ? undefined : null);
    if (letter) letters.show(letter, probability);
  };
  const findHands = async (request: unknown) => {
    const asked = request as { type: string; picture: ImageBitmap; mirrored: boolean };
    return asked.type === "find" ? hands.find(asked.picture) : loaded(undefined, hands.failure);
  };
  const readLetters = async (request: unknown) => {
    const asked = request as { type: string; window: Float32Array };
    if (asked.type === "load") return loaded(letterDescription(), letters.failure);
    return letters.classify(asked.window);
  };
  const encode = async (request: unknown) => {
    (request as { picture: ImageBitmap }).picture.close();
    return fakeJpeg();
  };
  const remove = undoAll([
    camera.install(),
    replaceGlobal("WebSocket", server.WebSocket),
    replaceGlobal(
      "Worker",
      createFakeWorkerClass({ handsWorker: findHands, lettersWorker: readLetters, picturesWorker: encode }),
    ),
    installFakeAssets(),
    installObjectAddresses(),
  ]);
  sign(null);
  camera.run(options.cameraFramesPerSecond ?? 30);
  return { camera, hands, letters, server, sign, dispose: remove };
}

/** What loading a worker's files comes to. */
function loaded(result: object | undefined, failure: string | undefined): object | undefined {
  if (failure !== undefined) throw new Error(failure);
  return result;
}

/** jsdom has no addresses for blobs, from which the SDK starts the workers of another origin. */
function installObjectAddresses(): () => void {
  if ("createObjectURL" in URL) return () => {};
  return undoAll([
    replaceProperty(URL, "createObjectURL", { value: () => "blob:fake" }),
    replaceProperty(URL, "revokeObjectURL", { value() {} }),
  ]);
}
