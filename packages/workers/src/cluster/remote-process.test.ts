import { describe, expect, test } from "bun:test";
import { noTracking, type SignifyError } from "@signify/core";
import { createManualClock, locatedHands } from "@signify/core/testing";
import type { EngineMessage } from "./engine.ts";
import { toLandmarkBytes } from "./landmark-bytes.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import type { ClusterMessage } from "./messages.ts";
import { createRemoteProcess, silenceLimit } from "./remote-process.ts";

const request = {
  jpeg: new Uint8Array([1, 2, 3]),
  mirrored: true,
  mode: "live",
  tracking: noTracking,
} as const;
const { landmarks, hands, aspect, tracking, timings } = locatedHands();

/** A remote process whose worker is played by the test. */
function createParts() {
  const clock = createManualClock();
  const sent: { subject: string; data: Uint8Array; reply: string | undefined }[] = [];
  const lost: string[] = [];
  const answers: [number, number][] = [];
  let listener: ((message: EngineMessage) => void) | undefined;
  const engine = {
    isConnected: true,
    maxLength: 10_000,
    publish: (subject: string, data: Uint8Array, reply?: string) => void sent.push({ subject, data, reply }),
    subscribe: () => () => {},
    close: async () => {},
  };
  const process = createRemoteProcess({
    engine,
    clock,
    timers: clock,
    timeout: 5000,
    subject: "worker.7",
    listen(given) {
      listener = given;
      return {
        subject: "server.1",
        stop() {
          listener = undefined;
        },
      };
    },
    onAnswer: (...times) => void answers.push(times),
    onLost: (reason) => void lost.push(reason),
  });
  const say = (message: ClusterMessage | undefined, bytes?: Uint8Array) =>
    listener?.({
      data: message ? encodeMessage(message, bytes) : new Uint8Array(0),
      reply: undefined,
      isNobody: message === undefined,
      subject: "server.1",
    });
  return { process, clock, engine, sent, lost, answers, say, isListening: () => listener !== undefined };
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: SignifyError) => error.code,
  );

test("a picture goes where the offer came from, and its answer comes back as it was made", async () => {
  const { process, clock, sent, answers, say, isListening } = createParts();
  const located = process.locate(request);
  const [{ subject, data, reply } = {} as never] = sent;
  expect([subject, reply]).toEqual(["worker.7", "server.1"]);
  const { jpeg, ...rest } = request;
  expect(decodeMessage(data)).toEqual({ message: { type: "picture", ...rest }, bytes: jpeg });
  clock.advance(8);
  say({ type: "located", hands, aspect, tracking, timings, took: 6 }, toLandmarkBytes(landmarks));
  expect(await located).toEqual({ landmarks, hands, aspect, tracking, timings });
  expect(answers).toEqual([[8, 6]]);
  expect([isListening(), clock.pending]).toEqual([false, 0]);
});

test("given back, it tells so once; given back after a picture, it tells nothing", async () => {
  const { process, sent } = createParts();
  process.release();
  process.release();
  expect(sent.map(({ data }) => decodeMessage(data)?.message.type)).toEqual(["pass"]);

  const used = createParts();
  used.process.locate(request).catch(() => {});
  used.process.release();
  expect(used.sent).toHaveLength(1);
});

test("what the worker says of the picture is what its sender is told", async () => {
  const { process, lost, say } = createParts();
  const work = process.locate(request);
  say({ type: "failed", code: "bad-picture", message: "Expected a JPEG.", broke: false });
  await expect(work).rejects.toThrow("Expected a JPEG.");
  expect([process.broke, lost]).toEqual([false, []]);
});

test("a picture that cost its process has broken it", async () => {
  const { process, say } = createParts();
  const work = process.locate(request);
  say({ type: "failed", code: "vision-failed", message: "It took too long.", broke: true });
  expect(await failure(work)).toBe("vision-failed");
  expect(process.broke).toBe(true);
});

describe("the answer is not waited for any more", () => {
  test("after a silence, but signs of life are waited for", async () => {
    const { process, clock, lost, say } = createParts();
    const work = failure(process.locate(request));
    for (let time = 0; time < 4; time++) {
      clock.advance(silenceLimit - 1);
      say({ type: "working" });
    }
    expect(lost).toEqual([]);
    clock.advance(silenceLimit);
    expect([await work, lost, process.broke]).toEqual(["vision-failed", ["silent"], false]);
  });

  test("after the time of a picture, however many signs of life there are: it has broken its process", async () => {
    const { process, clock, lost, say } = createParts();
    const work = failure(process.locate(request));
    for (let time = 0; time < 50; time++) {
      clock.advance(100);
      say({ type: "working" });
    }
    expect([await work, lost, process.broke]).toEqual(["vision-failed", ["slow"], true]);
  });

  test("when the worker is not there", async () => {
    const { process, lost, say } = createParts();
    const work = failure(process.locate(request));
    say(undefined);
    expect([await work, lost]).toEqual(["vision-failed", ["gone"]]);
  });

  test("when the engine is gone", async () => {
    const { process, engine, lost, say } = createParts();
    const work = failure(process.locate(request));
    engine.isConnected = false;
    say(undefined);
    expect([await work, lost]).toEqual(["vision-failed", ["disconnected"]]);
  });

  test.each<[string, ClusterMessage, Uint8Array | undefined]>([
    ["landmarks are missing", { type: "located", hands, aspect, tracking, timings, took: 1 }, undefined],
    ["it is a message of another kind", { type: "offer" }, undefined],
  ])("when %s", async (_, message, bytes) => {
    const { process, lost, say } = createParts();
    const work = failure(process.locate(request));
    say(message, bytes);
    expect([await work, lost]).toEqual(["vision-failed", ["nonsense"]]);
  });
});

test("a picture that no message can hold is refused by its size, and the process given back", async () => {
  const { process, sent } = createParts();
  await expect(process.locate({ ...request, jpeg: new Uint8Array(9000) })).rejects.toThrow(
    "Expected a picture of at most 5904 bytes.",
  );
  process.release();
  expect(sent.map(({ data }) => decodeMessage(data)?.message.type)).toEqual(["pass"]);
});
