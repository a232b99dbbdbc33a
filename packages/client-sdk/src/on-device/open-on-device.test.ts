import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createScriptedClassifier, handLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { letterDescription } from "../testing/letter-description.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import type { LettersRequest } from "./letters-request.ts";
import { type OnDeviceOptions, openOnDevice } from "./open-on-device.ts";

let page: WorkerPage;
beforeEach(() => {
  page = installWorkerPage();
});
afterEach(() => page.remove());

/** Assets whose letter model is surely a C. */
const assets = () => ({
  assets: "/signify/",
  assetFiles: {
    lettersWorker: workerAddress(async (request) => {
      if ((request as LettersRequest).type === "load")
        return { result: (globalThis as { known?: unknown }).known };
      const probabilities = new Float32Array(26);
      probabilities[2] = 1;
      return { result: { probabilities, letterness: 1, embedding: probabilities } };
    }, letterDescription()),
  },
});
const scripted = () => ({ letters: createScriptedClassifier(() => readingOf("D")) });

/** The letter of one still frame. */
async function readOne(options: OnDeviceOptions) {
  const client = await openOnDevice({ ...options, mode: "still" });
  const letter = new Promise<string>((resolve) => {
    client.on("prediction", (event) => resolve(event.letter));
    client.on("error", ({ error }) => resolve(error.code));
  });
  return { client, letter };
}

describe("openOnDevice", () => {
  test("session.model.version is that of the model, and never empty", async () => {
    const shipped = await openOnDevice(assets());
    expect(shipped.session.model).toMatchObject({ name: "made-up", version: "1" });
    const own = await openOnDevice(scripted());
    expect(own.session.model.version).toBe("unknown");
    for (const client of [shipped, own]) client.close();
  });

  test("reads with the letter model of the assets, in a worker that ends with the client", async () => {
    const { client, letter } = await readOne(assets());
    client.sendLandmarks(handLandmarks());
    expect(await letter).toBe("C");
    expect(page.running).toBe(1);
    client.close();
    expect(page.running).toBe(0);
  });

  test("reads with the app's own letters, and starts no worker", async () => {
    const { client, letter } = await readOne(scripted());
    client.sendLandmarks(handLandmarks());
    expect(await letter).toBe("D");
    expect(page.scripts).toEqual([]);
    client.close();
  });

  test("finds the hands of pictures with the tracker, which outlives the client", async () => {
    const restore = replaceGlobal("createImageBitmap", async () => ({ close() {} }));
    let closed = 0;
    const hands = {
      find: async () => ({
        landmarks: handLandmarks(),
        hands: 1,
        moreHands: false,
        aspect: 1,
        milliseconds: 1,
      }),
      close() {
        closed += 1;
      },
    };
    try {
      const { client, letter } = await readOne({ ...scripted(), hands });
      client.sendFrame(fakeJpeg());
      expect(await letter).toBe("D");
      client.close();
      await settleMicrotasks();
      expect(closed).toBe(0);
    } finally {
      restore();
    }
  });

  test("without a tracker a picture is told to be of no use", async () => {
    const { client, letter } = await readOne(scripted());
    client.sendFrame(fakeJpeg());
    expect(await letter).toBe("unsupported");
    client.close();
  });

  test("what cannot be opened leaves no worker behind", async () => {
    const bad = { target: "AB" as "A", ...assets() };
    expect(await openOnDevice(bad).catch((error: unknown) => error)).toMatchObject({ code: "bad-message" });
    const missing = { assets: "/signify/", assetFiles: { lettersWorker: "file:///nowhere/worker.js" } };
    expect(await openOnDevice(missing).catch((error: unknown) => error)).toMatchObject({
      code: "letters-failed",
    });
    expect(page.scripts).toHaveLength(2);
    expect(page.running).toBe(0);
  });
});
