import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { letters } from "@signify/core";
import { featureNames } from "@signify/core/correction";
import {
  createScriptedClassifier,
  folded,
  posedFrame,
  readingOf,
  settleMicrotasks,
  testHandRanges,
} from "@signify/core/testing";
import { letterDescription } from "../testing/letter-description.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { recordEvents } from "../testing/record-events.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { createDeviceClient, type DeviceClientOptions } from "./device-client.ts";
import { openOnDevice } from "./open-on-device.ts";

/** The keys of the corrections while an I is shown for two seconds and an S is asked. */
async function keysOf(options: Partial<DeviceClientOptions>) {
  const timing = createManualTiming();
  const classifier = createScriptedClassifier(() => readingOf("I", 0.8));
  const client = createDeviceClient({ classifier, target: "S", timing, ...options });
  const events = recordEvents(client);
  const landmarks = posedFrame({ index: folded, middle: folded, ring: folded });
  for (let frame = 0; frame < 30; frame++) {
    client.sendLandmarks(landmarks, { capturedAt: frame * 100 });
    await timing.advance(33);
    await settleMicrotasks();
  }
  client.close();
  return events.flatMap((event) => (event.type === "correction" ? [event.key] : []));
}

describe("corrections on the device", () => {
  test("come to an app that asks for them", async () => {
    expect(await keysOf({ events: ["correction"], handRanges: testHandRanges() })).toEqual(["bend-little"]);
  });

  test("do not come to one that does not, or has no ranges", async () => {
    expect(await keysOf({ handRanges: testHandRanges() })).toEqual([]);
    expect(await keysOf({ events: ["correction"] })).toEqual([]);
  });
});

describe("the ranges", () => {
  let page: WorkerPage;
  let restore = () => {};
  const asked: string[] = [];
  /** Answers for the ranges, and has the page answer for all else. */
  const serve = (answer: () => Response | Promise<Response>) => {
    const ofPage = globalThis.fetch;
    restore = replaceGlobal("fetch", async (address: string) => {
      if (!address.includes("hand-ranges")) return ofPage(address);
      asked.push(address);
      return answer();
    });
  };
  beforeEach(() => {
    page = installWorkerPage();
    asked.length = 0;
  });
  afterEach(() => {
    restore();
    page.remove();
  });
  const options = () => ({
    assets: "/signify/",
    assetFiles: {
      lettersWorker: workerAddress(
        async () => ({ result: (globalThis as { known?: unknown }).known }),
        letterDescription(),
      ),
    },
  });
  const ranges = {
    features: featureNames,
    letters: Object.fromEntries(letters.map((letter) => [letter, [featureNames.map(() => [0, 1])]])),
  };

  test("are fetched from the assets, where they are asked for alone", async () => {
    serve(() => Response.json(ranges));
    (await openOnDevice(options())).close();
    expect(asked).toEqual([]);
    (await openOnDevice({ ...options(), events: ["correction"] })).close();
    expect(asked).toEqual(["https://app.example/signify/hand-ranges.json"]);
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ["are not there", () => new Response("", { status: 404 })],
    ["are of another version", () => Response.json({ ...ranges, features: [] })],
    ["cannot be fetched", () => Promise.reject(new TypeError("offline"))],
  ])("that %s are a failure in words, and leave no worker behind", async (_, answer) => {
    serve(answer);
    const opened = openOnDevice({ ...options(), events: ["correction"] });
    expect(await opened.catch((error: unknown) => error)).toMatchObject({
      code: "letters-failed",
      message: expect.stringContaining("Corrections cannot be found on this device: "),
    });
    expect(page.running).toBe(0);
  });
});
