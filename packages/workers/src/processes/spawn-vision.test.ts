import { afterEach, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { noTracking } from "@signify/core";
import type { VisionSettings } from "@signify/vision";
import sharp from "sharp";
import type { FromVision } from "../channel/messages.ts";
import { findRestraints } from "../confinement/confinement.ts";
import { createVisionSpawn, spawnVision } from "./spawn-vision.ts";
import type { Child } from "./vision-process.ts";

const settings: VisionSettings = {
  minDetectionConfidence: 0.5,
  minTrackingConfidence: 0.5,
  maxHands: 2,
  liveHandNetwork: "int8" as const,
  maxPictureSide: 4096,
  maxLivePictureSide: 1920,
  maxDecodedSide: 1280,
};

const granted = await findRestraints();
const children: Child[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

/** Starts a real vision process; `next` waits for what it says, `ended` for its end. */
function spawn(given = settings) {
  const queue: FromVision[] = [];
  let wake = () => {};
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const child = createVisionSpawn(
    given,
    () => granted,
  )({
    message(message) {
      queue.push(message);
      wake();
    },
    exit: end,
  });
  children.push(child);
  const next = async (): Promise<FromVision> => {
    for (let message = queue.shift(); ; message = queue.shift()) {
      if (message) return message;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { child, next, ended };
}

const gray = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
  .jpeg()
  .toBuffer();
const noisy = { type: "gaussian" as const, mean: 128, sigma: 60 };
const request = { type: "locate", mirrored: false, tracking: noTracking, mode: "live" } as const;

test("a real vision process says when it is ready, answers pictures in order, and exits when asked to", async () => {
  const { child, next, ended } = spawn();
  expect(await next()).toEqual({ type: "ready" });
  child.send({ ...request, id: 1, jpeg: gray });
  child.send({ ...request, id: 2, jpeg: new Uint8Array([1, 2, 3]) });
  child.send({ type: "stop" });
  expect(await next()).toMatchObject({ type: "located", id: 1, located: { hands: 0, aspect: 4 / 3 } });
  expect(await next()).toMatchObject({ type: "failed", id: 2, code: "bad-picture" });
  await ended;
});

test("one that is killed tells of its end once; what is sent afterwards is lost without a fault", async () => {
  const { child, next, ended } = spawn();
  await next();
  child.kill();
  child.send({ ...request, id: 1, jpeg: gray });
  await ended;
  child.send({ ...request, id: 2, jpeg: gray });
  child.kill();
});

test.skipIf(!existsSync("/proc/self/task"))(
  "what is sent to one that was killed from outside, before that is known, is lost without a fault (needs /proc)",
  async () => {
    const { child, next, ended } = spawn();
    await next();
    const pids = readdirSync("/proc/self/task").flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    let isOver = false;
    ended.then(() => {
      isOver = true;
    });
    process.kill(pids.at(-1) ?? 0, "SIGKILL");
    while (!isOver) {
      child.send({ ...request, id: 1, jpeg: gray });
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.send({ ...request, id: 2, jpeg: gray });
  },
);

test("what one says just before it ends is heard before its end", async () => {
  const code = new URL("../channel/", import.meta.url).pathname;
  const program = `
    import { channelDescriptor, openChannel } from "${code}open-channel.ts";
    import { createScratch, encodeFromVision } from "${code}vision-codec.ts";
    const channel = openChannel({
      ...{ descriptor: channelDescriptor, maxLength: 1000, onMessage() {}, onTooLong() {}, onClose() {} },
    });
    await channel.opened;
    channel.send(encodeFromVision(createScratch(), { type: "not-loaded" }));
    process.exit(1);`;
  const spawnOne = spawnVision(() => [process.execPath, "--no-env-file", "-e", program]);
  for (let round = 0; round < 5; round++) {
    const told: unknown[] = [];
    await new Promise<void>((resolve) => {
      spawnOne({
        message: (message) => told.push(message.type),
        exit() {
          told.push("exit");
          resolve();
        },
      });
    });
    expect(told).toEqual(["not-loaded", "exit"]);
  }
});

test("a picture that is larger than a socket takes at once arrives whole", async () => {
  const { child, next } = spawn();
  await next();
  const large = await sharp({
    create: { width: 2000, height: 1500, channels: 3, background: "#888", noise: noisy },
  })
    .jpeg({ quality: 100 })
    .toBuffer();
  expect(large.length).toBeGreaterThan(1_000_000);
  child.send({ ...request, mode: "still", id: 1, jpeg: large });
  child.send({ ...request, id: 2, jpeg: gray });
  expect(await next()).toMatchObject({ type: "located", id: 1, located: { aspect: 4 / 3 } });
  expect(await next()).toMatchObject({ type: "located", id: 2 });
});

test("a machine that cannot start a process ends that attempt, not the server", async () => {
  const { child, ended } = spawn({
    ...settings,
    tooLongForACommandLine: "x".repeat(200_000),
  } as VisionSettings);
  await ended;
  child.send({ type: "stop" });
  child.kill();
});
