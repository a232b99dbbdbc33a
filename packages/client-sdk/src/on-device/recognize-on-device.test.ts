import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createScriptedClassifier, handLandmarks, noHandLandmarks, readingOf } from "@signify/core/testing";
import { installCameraPage, setUpRecognition } from "../testing/camera-page.ts";
import { createFakeFallback } from "../testing/fake-fallback.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { transferablePicture } from "../testing/transferable-picture.ts";
import { openOnDevice } from "./open-on-device.ts";

const failure = (answer: Promise<unknown>) => answer.catch((error: unknown) => error);
let installed: ReturnType<typeof installCameraPage>;
let removals: (() => void)[];
beforeEach(() => {
  installed = installCameraPage();
  const createBitmap = async () => Object.assign(transferablePicture(), { width: 640, height: 480 });
  removals = [replaceGlobal("createImageBitmap", createBitmap)];
});
afterEach(() => {
  for (const remove of removals) remove();
  installed.remove();
});

/** A tracker that finds a hand in every picture but the second. */
function createTracker() {
  const asked: unknown[] = [];
  return {
    asked,
    async find(_: unknown, options: unknown) {
      asked.push(options);
      const landmarks = asked.length === 2 ? noHandLandmarks() : handLandmarks();
      return { landmarks, hands: 1, moreHands: false, aspect: 4 / 3, milliseconds: 1 };
    },
    close() {},
  };
}

describe("recognize on this device", () => {
  test("answers ten pictures at once in order, with no server, and null without a hand", async () => {
    const hands = createTracker();
    const letters = createScriptedClassifier(() => readingOf("D", 0.9));
    const client = await openOnDevice({ letters, hands, target: "D" });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.recognize(fakeJpeg(), { mirrored: true })),
    );
    expect(answers.map(({ letter }) => letter)).toEqual(["D", null, ...Array(8).fill("D")]);
    expect(answers[0]?.target).toBe("D");
    expect(answers[0]?.landmarks).toHaveLength(126);
    expect(hands.asked).toEqual(Array(10).fill({ mirrored: true, still: true }));
    client.close();
    expect(await failure(client.recognize(fakeJpeg()))).toMatchObject({ code: "closed" });
  });

  test("says that it needs hands where it was opened without", async () => {
    const client = await openOnDevice({ letters: createScriptedClassifier() });
    expect(await failure(client.recognize(fakeJpeg()))).toMatchObject({
      code: "unsupported",
      message: expect.stringContaining('"hands"'),
    });
    client.close();
  });

  test("the letters' worker outlives the pictures' 30 seconds, and ends with the client", async () => {
    const { open, timing } = setUpRecognition(installed);
    const { client, close } = await open({ where: "device" });
    expect(await client.recognize(fakeJpeg())).toMatchObject({ letter: "C" });
    await timing.advance(60_000);
    expect(await client.recognize(fakeJpeg())).toMatchObject({ letter: "C" });
    close();
    await timing.advance(0);
    expect(timing.armed).toBe(0);
  });
});

describe("recognize where the hands are found here", () => {
  test("sends their points, not the picture", async () => {
    const { server, open, arrival } = setUpRecognition(installed);
    const { client, close } = await open({ where: "landmarks" });
    const frame = arrival();
    const answer = client.recognize(fakeJpeg());
    expect(await frame).toMatchObject({ kind: "landmarks" });
    server.predict("C");
    expect(await answer).toMatchObject({ letter: "C" });
    close();
  });

  test("with where: pictures it sends the picture", async () => {
    const { server, open, arrival } = setUpRecognition(installed);
    const { client, close } = await open({ where: "pictures" });
    const frame = arrival();
    const answer = client.recognize(fakeJpeg());
    expect(await frame).toMatchObject({ kind: "picture" });
    server.predict("C");
    expect(await answer).toMatchObject({ letter: "C" });
    close();
  });
});

test("a client that goes from server to device asks whoever reads", async () => {
  const { open, lose } = createFakeFallback();
  const client = await open();
  await lose();
  expect(client.reason).toBe("on-device");
  // This device has no hands; it is what answers.
  expect(await failure(client.recognize(fakeJpeg()))).toMatchObject({ code: "unsupported" });
  client.close();
  expect(await failure(client.recognize(fakeJpeg()))).toMatchObject({ code: "closed" });
});
