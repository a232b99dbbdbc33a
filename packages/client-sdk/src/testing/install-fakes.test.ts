import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { openCamera } from "../camera/open-camera.ts";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import { openOnDevice } from "../on-device/open-on-device.ts";
import { recognizeCamera, type Where } from "../on-device/recognize-camera.ts";
import { fakeJpeg } from "./fake-frames.ts";
import { createFakeHands } from "./fake-hands.ts";
import { createFakeLetters } from "./fake-letters.ts";
import { type Fakes, installFakes } from "./install-fakes.ts";
import { createManualTiming, type ManualTiming } from "./manual-timing.ts";
import { recordEvents } from "./record-events.ts";
import { replaceGlobal } from "./replace-global.ts";

const where: Where[] = ["device", "landmarks", "pictures"];

let fakes: Fakes;
let timing: ManualTiming;
let leavePage: () => void;
beforeEach(() => {
  leavePage = replaceGlobal("location", new URL("https://app.example/learn/"));
  fakes = installFakes({ cameraFramesPerSecond: 0 });
  timing = createManualTiming();
});
afterEach(() => {
  fakes.dispose();
  leavePage();
});

const open = async (mode: Where) =>
  recognizeCamera({
    where: mode,
    url: "/",
    timing,
    assets: "/signify/",
    source: await openCamera(),
    framesPerSecond: 1e9,
  });
/** Shows pictures, 20 ms apart, until the client tells something. */
async function told(client: SignifyClient, type: "prediction" | "status" | "error") {
  let event: { letter?: string; state?: string } | undefined;
  const off = client.on(type, (next) => {
    event ??= next as { letter?: string; state?: string };
  });
  for (let picture = 0; picture < 100 && !event; picture++) {
    fakes.camera.show();
    await timing.advance(20);
  }
  off();
  return event;
}

describe("installFakes", () => {
  test.each(where)(
    "with where: %p a letter that is signed is read, and none without a hand",
    async (mode) => {
      const { client, close } = await open(mode);
      expect(await told(client, "status")).toMatchObject({ state: "no-hand" });
      fakes.sign("B", 0.8);
      expect(await told(client, "prediction")).toMatchObject({
        letter: "B",
        probability: expect.closeTo(0.8),
      });
      fakes.sign(null);
      expect(await told(client, "status")).toMatchObject({ state: "no-hand" });
      close();
    },
  );

  test.each(where)("with where: %p what leaves the device is what the real one sends", async (mode) => {
    const { client, close } = await open(mode);
    fakes.sign("B");
    await told(client, "prediction");
    const kinds = new Set(fakes.server.frames.map(({ kind }) => kind));
    expect([...kinds]).toEqual(mode === "device" ? [] : [mode === "landmarks" ? "landmarks" : "picture"]);
    expect(fakes.server.addresses).toEqual(mode === "device" ? [] : [expect.stringContaining("app.example")]);
    close();
  });

  test("single pictures are each answered, to the session that sent them alone", async () => {
    const session = { url: "/", timing, events: ["status", "landmarks"] } as const;
    const live = await connect(session);
    const still = await connect({ ...session, mode: "still" });
    const heard = [live, still].map(recordEvents);
    for (const letter of [null, null, "E"] as const) {
      fakes.sign(letter);
      still.sendFrame(fakeJpeg());
      await timing.advance(20);
    }
    const types = heard.map((events) => events.map((event) => event.type).filter((type) => type !== "state"));
    expect(types).toEqual([[], ["status", "status", "status", "landmarks", "prediction"]]);
    expect(heard[1]?.map((event) => "sequence" in event && event.sequence)).toEqual([1, 2, 3, 3, 3]);
    for (const client of [live, still]) client.close();
  });

  test("a lost server leaves the letters to the device", async () => {
    const { client, close } = await open("landmarks");
    fakes.sign("C");
    await told(client, "prediction");
    fakes.server.refuse("unreachable");
    fakes.server.disconnect();
    await timing.advance(2000);
    expect(client.reason).toBe("on-device");
    fakes.sign("D");
    expect(await told(client, "prediction")).toMatchObject({ letter: "D" });
    close();
  });

  test.each(["hands", "letters"] as const)("%s that fail keep the device from being opened", async (part) => {
    fakes[part].fail("Broken by the test.");
    const error = await open("device").catch((error: unknown) => error);
    expect(error).toMatchObject({
      code: `${part}-failed`,
      message: expect.stringContaining("Broken by the test."),
    });
  });

  test("what is fetched besides the assets, and workers of others, are the runtime's own", async () => {
    expect(await (await fetch("data:text/plain,mine")).text()).toBe("mine");
    const mine = new Worker(URL.createObjectURL(new Blob(["postMessage(7)"])), { name: "mine" });
    expect(
      await new Promise((resolve) => mine.addEventListener("message", ({ data }) => resolve(data))),
    ).toBe(7);
    mine.terminate();
  });

  test("disposed, it leaves every global as it was", () => {
    fakes.dispose();
    const look = () =>
      [globalThis, navigator, URL].map((owner) => Object.entries(Object.getOwnPropertyDescriptors(owner)));
    const before = look();
    const again = installFakes();
    expect(look()).not.toEqual(before);
    again.dispose();
    expect(look()).toEqual(before);
    fakes = installFakes();
  });
});

describe("createFakeHands and createFakeLetters", () => {
  test("stand in for the real ones where an app hands them over itself", async () => {
    const hands = createFakeHands();
    const letters = createFakeLetters();
    letters.show("W");
    const client = await openOnDevice({ hands, letters, mode: "still" });
    const letter = new Promise((resolve) => client.on("prediction", ({ letter }) => resolve(letter)));
    client.sendLandmarks((await hands.find(await createImageBitmap(new Blob()))).landmarks);
    expect(await letter).toBe("W");
    expect(hands.pictures).toBe(1);
    client.close();
  });
});
