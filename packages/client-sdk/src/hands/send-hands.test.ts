import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { settleMicrotasks } from "@signify/core/testing";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import { fakeLandmarks } from "../testing/fake-frames.ts";
import { openFakeSession } from "../testing/open-fake-session.ts";
import type { HandTracker } from "./hand-tracker.ts";
import type { FoundHands } from "./hands-request.ts";
import { type SendHandsOptions, sendHands } from "./send-hands.ts";

let camera: FakeCamera;
let remove: () => void;
beforeEach(() => {
  camera = createFakeCamera();
  remove = camera.install();
});
afterEach(() => remove());

/** A tracker that finds made-up hands, another one in each picture, or fails from a picture on. */
function createTracker(failsFrom = Number.POSITIVE_INFINITY) {
  const asked: { mirrored?: boolean }[] = [];
  const find: HandTracker["find"] = async (picture, options = {}) => {
    picture.close();
    asked.push(options);
    if (asked.length >= failsFrom) throw new SignifyError("hands-failed", "the graph has errors");
    return {
      landmarks: fakeLandmarks(asked.length),
      hands: 1,
      moreHands: false,
      aspect: 4 / 3,
      milliseconds: 20,
    };
  };
  return { asked, tracker: { find, close() {} } };
}

async function setUp({
  failsFrom = Number.POSITIVE_INFINITY,
  ...options
}: SendHandsOptions & { failsFrom?: number } = {}) {
  const { server, timing, client } = await openFakeSession();
  const { asked, tracker } = createTracker(failsFrom);
  const seen: FoundHands[] = [];
  const feed = sendHands(client, tracker, camera.stream, {
    ...{ framesPerSecond: 1e9, ...options },
    onHands: (hands) => seen.push(hands),
  });
  const film = async (pictures: number) => {
    for (let picture = 0; picture < pictures; picture++) {
      await settleMicrotasks();
      camera.show();
      await timing.advance(33);
    }
  };
  return { server, client, feed, film, asked, seen };
}

describe("sendHands", () => {
  test("sends the hands of each picture, not the picture", async () => {
    const { server, client, feed, film, asked } = await setUp();
    await film(2);
    expect(server.frames).toMatchObject([
      { kind: "landmarks", sequence: 1, landmarks: fakeLandmarks(1) },
      { kind: "landmarks", sequence: 2, landmarks: fakeLandmarks(2) },
    ]);
    expect(asked).toMatchObject([{ mirrored: false }, { mirrored: false }]);
    expect(camera.openPictures).toBe(0);
    feed.stop();
    client.close();
  });

  test("un-mirrors in the tracker alone, and keeps the time of the picture", async () => {
    const { server, client, feed, film, asked } = await setUp({ mirrored: true });
    const before = performance.now();
    await film(1);
    expect(asked).toMatchObject([{ mirrored: true }]);
    expect(server.frames[0]?.mirrored).toBe(false);
    expect(server.frames[0]?.capturedAt).toBeWithin(before, performance.now() + 1);
    feed.stop();
    client.close();
  });

  test("shows the hands to the app, with or without a server to send them to", async () => {
    const { client, server, feed, film, seen } = await setUp();
    server.refuse("unreachable");
    server.disconnect();
    await film(2);
    expect(seen.map(({ hands }) => hands)).toEqual([1, 1]);
    expect(client.counts.dropped.disconnected).toBe(2);
    feed.stop();
    client.close();
  });

  test("a tracker that fails ends the feed with why, and leaves the client open", async () => {
    const { client, feed, film, seen } = await setUp({ failsFrom: 2 });
    await film(2);
    await feed.ended;
    expect(feed.state).toBe("lost");
    expect(seen).toHaveLength(1);
    expect(client).toMatchObject({ state: "degraded", reason: "hands-failed" });
    client.close();
  });
});
