import { describe, expect, test } from "bun:test";
import { letterIndex, readLetterModel } from "@signify/core";
import { createScriptedClassifier, handLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import { createDeviceClient, type DeviceClientOptions } from "../on-device/device-client.ts";
import { letterDescription } from "../testing/letter-description.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { recordEvents } from "../testing/record-events.ts";

/** "My hand" of a client that reads on this device: a learner whose G the model takes for Q. */

function open(options: Partial<DeviceClientOptions> = {}) {
  const timing = createManualTiming();
  const classifier = createScriptedClassifier(() => {
    const reading = readingOf("Q", 0.8);
    reading.probabilities[letterIndex("G")] = 0.1;
    return reading;
  });
  const model = readLetterModel(letterDescription());
  const client = createDeviceClient({ classifier, model, timing, ...options });
  const events = recordEvents(client);
  let now = 0;
  const film = async (frames: number) => {
    for (let frame = 0; frame < frames; frame++) {
      now += 100;
      client.sendLandmarks(handLandmarks(), { capturedAt: now });
      await timing.advance(100);
      await settleMicrotasks();
    }
  };
  const last = () => events.findLast((event) => event.type === "prediction");
  return { client, film, last, timing };
}

describe("on the device", () => {
  test("a letter is learned and read by the learner's hand from then on, across targets", async () => {
    const { client, film, last } = open({ target: "G" });
    const progress: number[] = [];
    const lesson = client.myHand.learn("G", { onProgress: (share) => progress.push(share) });
    await film(20);
    expect(await lesson).toEqual({ outcome: "learned" });
    expect(progress.at(-1)).toBeGreaterThan(0.8);
    client.setTarget("Q");
    client.setTarget("G");
    await film(10);
    expect(last()).toMatchObject({ letter: "G", target: "G", verdict: "shown" });
    client.close();
  });

  test("without it the same hand is a Q, and G is almost shown", async () => {
    const { client, film, last } = open({ target: "G" });
    await film(12);
    expect(last()).toMatchObject({ letter: "Q", target: "G", verdict: "other" });
    client.close();
  });

  test("a wrong sign is not learned by accident", async () => {
    const { client, film } = open();
    const lesson = client.myHand.learn("Y");
    await film(20);
    expect(await lesson).toEqual({ outcome: "refused", seen: "Q" });
    const insisting = client.myHand.learn("Y", { insist: true });
    await film(10);
    expect(await insisting).toEqual({ outcome: "learned" });
    client.close();
  });

  test("what was exported works in the next client, and what is no sample is refused as a whole", async () => {
    const { client, film } = open();
    const lesson = client.myHand.learn("G");
    await film(20);
    await lesson;
    const hand = client.myHand.export();
    client.close();
    const next = open({ target: "G" });
    next.client.myHand.import(hand);
    await next.film(12);
    expect(next.last()).toMatchObject({ letter: "G" });
    expect(() => next.client.myHand.import({ ...hand, letters: { ...hand.letters, A: ["fwA="] } })).toThrow(
      "Expected each sample of the hand to be base64 of 26 signed bytes",
    );
    expect(next.client.myHand.letters).toEqual(["G"]);
    next.client.close();
  });

  test("an aborted lesson learns nothing", async () => {
    const { client, film } = open();
    const abort = new AbortController();
    const lesson = client.myHand.learn("G", { signal: abort.signal }).catch((error: unknown) => error);
    await film(10);
    abort.abort("enough");
    expect(await lesson).toBe("enough");
    await film(20);
    expect(client.myHand.letters).toEqual([]);
    client.close();
  });

  test("letters of the app's own cannot learn, and say so", async () => {
    const { client } = open({ model: {} });
    await expect(client.myHand.learn("G")).rejects.toMatchObject({ code: "unsupported" });
    client.close();
  });
});
