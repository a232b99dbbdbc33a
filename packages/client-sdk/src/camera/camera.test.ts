import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { connect } from "../connect.ts";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { cameraPictures } from "./camera-pictures.ts";
import { openCamera } from "./open-camera.ts";
import { sendPictures } from "./send-pictures.ts";

let camera: FakeCamera;
let remove: () => void;
beforeEach(() => {
  camera = createFakeCamera();
  remove = camera.install();
});
afterEach(() => remove());

/** As fast as pictures come. */
const unlimited = { framesPerSecond: 1e9 };

/** Lets everything happen that waits for nothing but the event loop. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};

describe("openCamera", () => {
  test("answers the camera's stream", async () => {
    expect(await openCamera()).toBe(camera.stream);
  });

  test.each([
    ["denied", "camera-denied", /Allow it/],
    ["missing", "camera-missing", /Connect one/],
    ["busy", "camera-busy", /another program/],
  ] as const)("a camera that is %s is told as %s, with what to do", async (how, code, advice) => {
    camera.refuse(how);
    const error = await openCamera().catch((error: unknown) => error);
    expect(error).toMatchObject({ code, message: expect.stringMatching(advice) });
    camera.refuse("none");
    expect(await openCamera()).toBe(camera.stream);
  });

  test("where there is no camera to ask for, it says that the page must come over https", async () => {
    remove();
    const error = await openCamera().catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringMatching(/https/) });
  });
});

describe("cameraPictures", () => {
  test("gives the newest picture and closes those that nobody waited for", async () => {
    const pictures = cameraPictures(camera.stream, unlimited);
    const first = pictures.next();
    await settle();
    camera.show();
    (await first).value?.picture.close();
    camera.show();
    camera.show();
    camera.show();
    expect(camera.openPictures).toBe(1);
    (await pictures.next()).value?.picture.close();
    await pictures.return();
    expect(camera.openPictures).toBe(0);
  });

  test("skips what comes faster than asked for", async () => {
    const abort = new AbortController();
    const pictures = cameraPictures(camera.stream, { framesPerSecond: 0.001, signal: abort.signal });
    camera.show();
    (await pictures.next()).value?.picture.close();
    const next = pictures.next();
    camera.show();
    await settle();
    expect(camera.openPictures).toBe(0);
    abort.abort();
    expect((await next).done).toBe(true);
  });

  test("a camera that is unplugged ends the loop with an error that says so", async () => {
    const pictures = cameraPictures(camera.stream, unlimited);
    const next = pictures.next();
    await settle();
    camera.unplug();
    expect(await next.catch((error: unknown) => error)).toMatchObject({ code: "camera-lost" });
    const again = cameraPictures(camera.stream).next();
    expect(await again.catch((error: unknown) => error)).toMatchObject({ code: "camera-lost" });
  });

  test("refuses what is no source of pictures", async () => {
    const pictures = cameraPictures({} as MediaStream);
    const error = await pictures.next().catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "unsupported" });
  });
});

describe("sendPictures", () => {
  async function setUp() {
    const server = createFakeServer();
    const timing = createManualTiming();
    const client = await connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing });
    const told: string[] = [];
    const feed = sendPictures(client, camera.stream, {
      ...{ ...unlimited, mirrored: true },
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
    expect(client.state).toBe("ready");
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
    expect(SignifyError.isInstance(feed.state)).toBe(false);
  });
});
