import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { noTracking, type RecognitionMode } from "@signify/core";
import { deferred, handLandmarks, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import type { HandTracker } from "../hands/hand-tracker.ts";
import type { FoundHands } from "../hands/hands-request.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { createPictureLocator } from "./picture-locator.ts";

let restore: () => void;
beforeEach(() => {
  restore = replaceGlobal("createImageBitmap", async (file: Blob) => {
    if (file.size === 4) throw new DOMException("The source image could not be decoded.");
    return { bytes: file.size, type: file.type };
  });
});
afterEach(() => restore());

const found: FoundHands = {
  landmarks: handLandmarks(),
  hands: 1,
  moreHands: false,
  aspect: 4 / 3,
  milliseconds: 20,
};
const never = new AbortController().signal;
const readable = pictureFrame(1, { jpeg: fakeJpeg(100), mirrored: true, capturedAt: 40 });
const unreadable = pictureFrame(2, { jpeg: fakeJpeg(4) });

/** A locator whose tracker is answered by the test, and who got a turn. */
function setUp() {
  const searches: { picture: unknown; options: unknown; answer: ReturnType<typeof deferred<FoundHands>> }[] =
    [];
  const find: HandTracker["find"] = (picture, options) => {
    const answer = deferred<FoundHands>();
    searches.push({ picture, options, answer });
    return answer.promise;
  };
  const locator = createPictureLocator({ find, close() {} });
  const turns: string[] = [];
  const acquire = (name: string, signal = never) =>
    locator.acquire(signal).then((lease) => {
      turns.push(name);
      return {
        ...lease,
        locate: (frame = readable, mode: RecognitionMode = "live") => lease.locate(frame, noTracking, mode),
      };
    });
  return { searches, turns, acquire };
}

describe("createPictureLocator", () => {
  test("decodes the picture, asks the tracker about it, and says where the time went", async () => {
    const { searches, acquire } = setUp();
    const started = performance.now();
    const located = (await acquire("a")).locate();
    await settleMicrotasks();
    expect(searches).toMatchObject([
      { picture: { bytes: 100, type: "image/jpeg" }, options: { mirrored: true } },
    ]);
    searches[0]?.answer.resolve(found);
    const { timings, ...rest } = await located;
    expect(rest).toEqual({ landmarks: found.landmarks, hands: 1, aspect: 4 / 3, tracking: noTracking });
    expect(timings).toMatchObject({ palm: 0, warp: 0, hand: 20 });
    expect(timings.decode).toBeWithin(0, performance.now() - started);
  });

  test("a still picture is looked at by itself, whatever the tracker follows", async () => {
    const { searches, acquire } = setUp();
    void (await acquire("a")).locate(readable, "still");
    await settleMicrotasks();
    expect(searches).toMatchObject([{ options: { mirrored: true, still: true } }]);
  });

  test("looks at one picture at a time, in the order in which they asked", async () => {
    const { searches, turns, acquire } = setUp();
    const first = await acquire("a");
    void acquire("b");
    void acquire("c");
    const located = first.locate();
    await settleMicrotasks();
    expect(turns).toEqual(["a"]);
    searches[0]?.answer.resolve(found);
    await located;
    await settleMicrotasks();
    expect(turns).toEqual(["a", "b"]);
  });

  test("a turn that is given back unused is the next one's, however often it is given back", async () => {
    const { turns, acquire } = setUp();
    const first = await acquire("a");
    void acquire("b");
    void acquire("c");
    first.release();
    first.release();
    await settleMicrotasks();
    expect(turns).toEqual(["a", "b"]);
  });

  test("who gives up waiting gets the reason, and the turn goes on to the next", async () => {
    const { turns, acquire } = setUp();
    const first = await acquire("a");
    const abort = new AbortController();
    const given = acquire("b", abort.signal).catch((error: unknown) => error);
    void acquire("c");
    abort.abort("a new target");
    first.release();
    expect((await given) as unknown).toBe("a new target");
    await settleMicrotasks();
    expect(turns).toEqual(["a", "c"]);
  });

  test("a picture that cannot be decoded is told as bad, and the next one gets its turn", async () => {
    const { searches, turns, acquire } = setUp();
    const error = await (await acquire("a")).locate(unreadable).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "bad-picture", cause: expect.any(DOMException) });
    await acquire("b");
    expect(turns).toEqual(["a", "b"]);
    expect(searches).toEqual([]);
  });

  test("a search that fails is told as it is, and the next picture gets its turn", async () => {
    const { searches, turns, acquire } = setUp();
    const located = (await acquire("a")).locate().catch((error: unknown) => error);
    await settleMicrotasks();
    const failure = new Error("the graph has errors");
    searches[0]?.answer.reject(failure);
    expect((await located) as unknown).toBe(failure);
    await acquire("b");
    expect(turns).toEqual(["a", "b"]);
  });
});
