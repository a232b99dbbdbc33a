import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import { openFakeSession } from "../testing/open-fake-session.ts";
import { sendPictures } from "./send-pictures.ts";

let camera: FakeCamera;
let remove: () => void;
beforeEach(() => {
  camera = createFakeCamera();
  remove = camera.install();
});
afterEach(() => remove());

/** Lets everything happen that waits for nothing but the event loop: making a JPEG does. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};

async function setUp() {
  const { server, timing, client } = await openFakeSession();
  const told: string[] = [];
  const feed = sendPictures(client, camera.stream, {
    ...{ framesPerSecond: 1e9, mirrored: true },
    onCamera: (state, error) => told.push(error ? `${state}: ${error.code}` : state),
  });
  const film = async (pictures: number) => {
    for (let picture = 0; picture < pictures; picture++) {
      await settle();
      camera.show();
      await settle();
      await timing.advance(33);
    }
  };
  return { server, client, feed, told, film };
}

describe("sendPictures", () => {
  test("sends every picture as a JPEG, and closes it", async () => {
    const { server, client, feed, film, told } = await setUp();
    await film(5);
    expect(server.frames).toHaveLength(5);
    expect(server.frames[0]).toMatchObject({ kind: "picture", mirrored: true });
    expect(camera.openPictures).toBe(0);
    feed.stop();
    await feed.ended;
    expect(told).toEqual(["stopped"]);
    client.close();
  });

  test("tells of a page that is hidden and shown, and of a camera that is lost, and never rejects", async () => {
    const { client, feed, film, told } = await setUp();
    camera.hide(true);
    camera.hide(false);
    await film(1);
    camera.unplug();
    await feed.ended;
    expect(told).toEqual(["hidden", "on", "lost: camera-lost"]);
    expect(feed.state).toBe("lost");
    expect(client).toMatchObject({ state: "degraded", reason: "camera-lost" });
    client.close();
  });

  test("a closed client does not stop the camera with an error", async () => {
    const { client, feed, film, told } = await setUp();
    client.close();
    await film(2);
    expect(told).toEqual([]);
    expect(client.counts.dropped.closed).toBe(2);
    feed.stop();
    await feed.ended;
    expect(feed.state).toBe("stopped");
  });
});
