import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import type { CameraPicture } from "./camera-source.ts";
import { type FeedOptions, startFeed } from "./feed.ts";

let camera: FakeCamera;
let remove: () => void;
beforeEach(() => {
  camera = createFakeCamera();
  remove = camera.install();
});
afterEach(() => remove());

/** A feed whose pictures are closed as they are handled. */
function setUp(options: FeedOptions = {}, work: () => Promise<void> = async () => {}) {
  let handled = 0;
  const told: string[] = [];
  const errors: unknown[] = [];
  const handle = async ({ picture }: CameraPicture) => {
    handled += 1;
    picture.close();
    await work();
  };
  const onCamera = (state: string, error?: unknown) => {
    told.push(state);
    if (error) errors.push(error);
  };
  const feed = startFeed(camera.stream, handle, { framesPerSecond: 1e9, onCamera, ...options });
  const film = async (pictures: number) => {
    for (let picture = 0; picture < pictures; picture++) {
      await settleMicrotasks();
      camera.show();
      await settleMicrotasks();
    }
  };
  return { feed, film, told, errors, handled: () => handled };
}

describe("startFeed", () => {
  test("handles every picture, and is on from the start without saying so", async () => {
    const { feed, film, told, handled } = setUp();
    await film(3);
    expect(handled()).toBe(3);
    expect(feed.state).toBe("on");
    expect(told).toEqual([]);
    feed.stop();
  });

  test("handles one picture at a time: what comes meanwhile gives way to the newest", async () => {
    const work = deferred<void>();
    const { feed, film, handled } = setUp({}, () => work.promise);
    await film(4);
    expect(handled()).toBe(1);
    expect(camera.openPictures).toBe(1);
    work.resolve();
    await settleMicrotasks();
    expect(handled()).toBe(2);
    expect(camera.openPictures).toBe(0);
    feed.stop();
  });

  test.each([
    ["stop", undefined],
    ["its signal", new AbortController()],
  ])("ends by %s, once, and lets the camera's pictures go", async (_, abort) => {
    const { feed, film, told, handled } = setUp(abort && { signal: abort.signal });
    await film(1);
    if (abort) abort.abort();
    else feed.stop();
    await feed.ended;
    feed.stop();
    await film(2);
    expect(handled()).toBe(1);
    expect(told).toEqual(["stopped"]);
    camera.hide(true);
    expect(feed.state).toBe("stopped");
  });

  test("does not begin with a signal that is aborted already", async () => {
    const { feed, film, told, handled } = setUp({ signal: AbortSignal.abort() });
    await film(1);
    await feed.ended;
    expect(handled()).toBe(0);
    expect(told).toEqual(["stopped"]);
  });

  test("a hidden page is told from the start, and each change after that once", async () => {
    camera.hide(true);
    const { feed, told } = setUp();
    expect(feed.state).toBe("hidden");
    camera.hide(true);
    camera.hide(false);
    camera.hide(false);
    expect(told).toEqual(["hidden", "on"]);
    feed.stop();
  });

  test("a camera that is held back is told with its error, and when it comes back", async () => {
    const { feed, film, told, errors } = setUp();
    const [track] = camera.stream.getVideoTracks();
    track?.dispatchEvent(new Event("mute"));
    track?.dispatchEvent(new Event("unmute"));
    await film(1);
    expect(told).toEqual(["paused", "on"]);
    expect(errors).toMatchObject([{ code: "camera-lost", message: expect.stringMatching(/holds it back/) }]);
    camera.hide(true);
    track?.dispatchEvent(new Event("mute"));
    expect(told).toEqual(["paused", "on", "hidden"]);
    feed.stop();
    await feed.ended;
    track?.dispatchEvent(new Event("mute"));
    expect(told).toEqual(["paused", "on", "hidden", "stopped"]);
  });

  test("a camera that is lost is told with its error, and stays lost", async () => {
    const { signal } = new AbortController();
    const { feed, told, errors } = setUp({ signal });
    await settleMicrotasks();
    camera.unplug();
    await feed.ended;
    feed.stop();
    camera.hide(true);
    expect(told).toEqual(["lost"]);
    expect(errors).toMatchObject([{ code: "camera-lost" }]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(feed.state).toBe("lost");
  });

  test("a picture that cannot be handled ends the feed with why", async () => {
    const cause = new TypeError("no context");
    const { feed, film, errors } = setUp({}, () => Promise.reject(cause));
    await film(1);
    await feed.ended;
    expect(errors).toMatchObject([{ code: "camera-lost", cause, message: expect.stringMatching(/Open it/) }]);
  });

  test("a failure after the feed was stopped is not told", async () => {
    const work = deferred<void>();
    const { feed, film, told } = setUp({}, () => work.promise);
    await film(1);
    feed.stop();
    work.reject(new Error("the worker is closed"));
    await feed.ended;
    expect(told).toEqual(["stopped"]);
  });
});
