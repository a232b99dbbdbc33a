import { describe, expect, test } from "bun:test";
import { type Frame, type Letter, letters, SignifyError } from "@signify/core";
import { settleMicrotasks } from "@signify/core/testing";
import type { ConnectOptions } from "../connect-options.ts";
import { createFakeCanvasClass } from "../testing/fake-canvas.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import type { FakeServer } from "../testing/fake-server.ts";
import { openFakeSession } from "../testing/open-fake-session.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { mostPictures } from "./picture-desk.ts";
import type { Recognition } from "./recognition.ts";

const points = Array.from({ length: 126 }, (_, index) => index);

/** Says of a frame that it shows a letter. */
function show(server: FakeServer, letter: Letter, more: Record<string, unknown> = {}) {
  server.send({ type: "landmarks", sequence: server.frames.at(-1)?.sequence, points });
  server.predict(letter, 0.8, more);
}

/** A client whose server says of each picture what `answer` does, or nothing at all. */
async function setUp(
  answer: (server: FakeServer, count: number, frame: Frame) => void = () => {},
  options: Partial<ConnectOptions> = {},
) {
  let count = 0;
  const session = await openFakeSession(options, {
    onFrame: (frame, server) => answer(server, count++, frame),
  });
  const recognize = (...given: Partial<Parameters<typeof session.client.recognize>>) =>
    session.client.recognize(given[0] ?? fakeJpeg(), given[1]);
  /** The promise, while time goes on: frames are paced. */
  const inTime = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    answer.then(settle, settle);
    await until(
      () => settled,
      () => session.timing.advance(10),
    );
    return answer;
  };
  return { ...session, recognize, inTime };
}
const failure = (answer: Promise<unknown>) => answer.catch((error: unknown) => error);
const lettersOf = (answers: Recognition[]) => answers.map(({ letter }) => letter);
/** Time for what takes no time, and for the pictures' part to be imported. */
async function until(condition: () => boolean, meanwhile = async () => {}) {
  for (let turn = 0; !condition(); turn++) {
    if (turn > 900) throw new Error("expected this to happen");
    await new Promise((resolve) => setImmediate(resolve));
    await meanwhile();
  }
}

describe("recognize", () => {
  test.each(["still", "live"] as const)(
    "ten pictures at once are ten answers in the order of the calls, in mode %p",
    async (mode) => {
      const { client, server, recognize, inTime } = await setUp(
        (server, count) => show(server, letters[count] ?? "Z"),
        { mode },
      );
      const answers = await inTime(Promise.all(Array.from({ length: 10 }, () => recognize())));
      expect(lettersOf(answers)).toEqual([..."ABCDEFGHIJ"] as Letter[]);
      expect(server.frames).toHaveLength(10);
      client.close();
    },
  );

  test("says what is seen: the letter, the best three, the hand", async () => {
    const { client, recognize } = await setUp((server) => show(server, "G", { hand: "right" }));
    expect(await recognize()).toEqual({
      ...{ letter: "G", probability: 0.8, letterness: 1, top: [{ letter: "G", probability: 0.8 }] },
      ...{ landmarks: points, hand: "right", target: null, targetProbability: null, verdict: null },
    });
    client.close();
  });

  test("a hand that is hardly a letter has none, and what it may be is still told", async () => {
    const { client, recognize } = await setUp((server) => show(server, "G", { letterness: 0.49 }));
    expect(await recognize()).toMatchObject({ letter: null, probability: 0.8, top: [{ letter: "G" }] });
    client.close();
  });

  test("pictures without a hand are answered, one like the other", async () => {
    const { client, recognize, inTime } = await setUp((server, _, { sequence }) =>
      server.send({ type: "status", sequence, state: "no-hand" }),
    );
    const nothing = { letter: null, probability: 0, letterness: 0, top: [], landmarks: null, hand: null };
    const free = { ...nothing, target: null, targetProbability: null, verdict: null };
    const asked = { ...nothing, target: "B", targetProbability: 0, verdict: "other" };
    const answers = await inTime(
      Promise.all([recognize(), recognize(), recognize(undefined, { target: "b" })]),
    );
    expect(answers as unknown).toEqual([free, free, asked]);
    client.close();
  });

  test("is for the client's target, or for that of the call, and leaves the client's alone", async () => {
    const { client, recognize, inTime } = await setUp((server) => show(server, "B"), { target: "A" });
    const calls = [undefined, { target: "b" }, { target: null }, undefined] as const;
    const answers = await inTime(Promise.all(calls.map((wishes) => recognize(undefined, wishes))));
    expect(answers.map(({ target, verdict }) => [target, verdict])).toEqual([
      ["A", "other"],
      ["B", "shown"],
      [null, null],
      ["A", "other"],
    ]);
    expect(client.target).toBe("A");
    client.close();
  });

  test("reads by the hand that the client was taught", async () => {
    const { client, server, recognize, inTime } = await setUp((server) => show(server, "B"));
    client.myHand.import({ model: client.session.model, letters: { G: ["fwA="] } });
    await inTime(Promise.all([recognize(), recognize()]));
    const hands = server.messages.filter(({ type }) => type === "hand.set");
    // One of the client, one of its pictures.
    expect(hands.map(({ hand }) => hand?.letters)).toEqual([{ G: ["fwA="] }, { G: ["fwA="] }]);
    client.close();
  });

  test("frames and targets of a camera do not disturb it, nor it them", async () => {
    const { client, server, events, recognize } = await setUp((server, _, frame) => {
      if (frame.kind === "picture") server.predict("B", 0.8, { sequence: frame.sequence });
    });
    const answer = recognize();
    client.sendLandmarks(points);
    client.setTarget("C");
    expect(await answer).toMatchObject({ letter: "B", target: null });
    expect(server.connections).toBe(2);
    expect(events.filter(({ type }) => type === "error")).toEqual([]);
    client.close();
  });

  test("one picture that cannot be read rejects its own call, and the next one is answered", async () => {
    const error = { type: "error", code: "bad-picture", message: "Expected a JPEG.", retryable: false };
    const { client, recognize, inTime } = await setUp((server, count, { sequence }) =>
      count === 0 ? server.send({ ...error, sequence }) : show(server, "B"),
    );
    const [first, second] = [failure(recognize()), recognize()];
    expect(await first).toMatchObject({ code: "bad-picture" });
    expect(await inTime(second)).toMatchObject({ letter: "B" });
    client.close();
  });

  test("what the server says of no picture in particular is about the one that is under way", async () => {
    const { client, recognize } = await setUp((server) =>
      server.send({ type: "error", code: "too-fast", message: "Expected fewer.", retryable: true }),
    );
    expect(await failure(recognize())).toMatchObject({ code: "too-fast", retryable: true });
    client.close();
  });

  test.each([
    ["bytes of something else", Uint8Array.of(1, 2, 3), "bad-picture"],
    ["a canvas, in a runtime without", { width: 640, height: 480 }, "unsupported"],
    ["a Blob that is no JPEG, in a runtime that cannot draw", new Blob(["GIF89a"]), "bad-picture"],
  ])("%s is rejected, without a word to the server", async (_, picture, code) => {
    const { client, server, recognize } = await setUp();
    expect(await failure(recognize(picture))).toMatchObject({ code });
    expect(server.frames).toEqual([]);
    client.close();
  });

  test("a Blob and base64 are sent as the JPEG that they are", async () => {
    const { client, server, recognize, inTime } = await setUp((server) => show(server, "B"));
    const jpeg = fakeJpeg();
    const base64 = `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`;
    await inTime(Promise.all([recognize(new Blob([jpeg.slice()])), recognize(base64, { mirrored: true })]));
    expect(server.frames).toMatchObject([
      { kind: "picture", jpeg, mirrored: false },
      { kind: "picture", jpeg, mirrored: true },
    ]);
    client.close();
  });

  test("of many photos two are read at a time: each takes a lot of memory meanwhile", async () => {
    let [open, most] = [0, 0];
    const decode = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      return { width: 4000, height: 3000, close: () => (open -= 1) };
    };
    const removals = [
      replaceGlobal("createImageBitmap", decode),
      replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
    ];
    const { client, recognize, inTime } = await setUp((server) => show(server, "B"));
    const photos = Array.from({ length: 10 }, () => recognize(new Blob(["a photo"])));
    expect(lettersOf(await inTime(Promise.all(photos)))).toEqual(Array(10).fill("B"));
    expect([open, most]).toEqual([0, 2]);
    client.close();
    for (const remove of removals) remove();
  });

  test("a picture that is larger than the server takes is rejected", async () => {
    const session = await openFakeSession({}, { messageBytes: 64 });
    const large = new Uint8Array(65);
    large.set([0xff, 0xd8]);
    expect(await failure(session.client.recognize(large))).toMatchObject({ code: "picture-too-large" });
    session.client.close();
  });
});

describe("recognize, where it is not answered", () => {
  test("more than 64 at once are refused at once, and the others are answered", async () => {
    const { client, recognize, inTime } = await setUp((server) => show(server, "B"));
    const calls = Array.from({ length: mostPictures + 1 }, () => failure(recognize()));
    expect(await calls.at(-1)).toMatchObject({ code: "too-fast", retryable: true });
    const answers = await inTime(Promise.all(calls.slice(0, -1)));
    expect(lettersOf(answers as Recognition[])).toEqual(Array(mostPictures).fill("B"));
    expect(await inTime(recognize())).toMatchObject({ letter: "B" });
    client.close();
  });

  test("a silent server is given up after 10 seconds, or as many as are wanted, and the next one has its turn", async () => {
    let silent = true;
    const { client, server, timing, recognize } = await setUp((server) => !silent && show(server, "B"));
    const [first, second] = [failure(recognize()), failure(recognize(undefined, { timeout: 500 }))];
    await until(() => server.frames.length === 1);
    await timing.advance(9_999);
    expect(server.frames).toHaveLength(1);
    await timing.advance(1);
    expect(await first).toMatchObject({ code: "unreachable", message: expect.stringContaining("10 s") });
    await until(() => server.frames.length === 2);
    await timing.advance(500);
    expect(await second).toMatchObject({ code: "unreachable", message: expect.stringContaining("0.5 s") });
    silent = false;
    expect(await recognize()).toMatchObject({ letter: "B" });
    client.close();
  });

  test("an answer that comes too late is not taken for another picture's", async () => {
    const { client, server, timing, recognize } = await setUp();
    const first = failure(recognize(undefined, { timeout: 10 }));
    await until(() => server.frames.length === 1);
    await timing.advance(10);
    expect(await first).toMatchObject({ code: "unreachable" });
    const second = recognize();
    await until(() => server.frames.length === 2);
    server.predict("A", 0.9, { sequence: server.frames[0]?.sequence ?? 0 });
    await settleMicrotasks();
    show(server, "B");
    expect(await second).toMatchObject({ letter: "B" });
    client.close();
  });

  test("a lost connection rejects what is under way and what waits, and the next call opens another", async () => {
    let there = false;
    const { client, server, recognize } = await setUp((server) => there && show(server, "B"));
    const calls = [1, 2, 3].map(() => failure(recognize()));
    await until(() => server.frames.length === 1);
    server.disconnect();
    for (const call of calls) expect(await call).toMatchObject({ code: "unreachable" });
    expect(server.frames).toHaveLength(1);
    there = true;
    expect(await recognize()).toMatchObject({ letter: "B" });
    client.close();
  });

  test("a server that refuses rejects all that wait, with why", async () => {
    const { client, server, recognize } = await setUp();
    server.refuse("too-many-connections");
    const calls = [1, 2, 3].map(() => failure(recognize()));
    for (const call of calls) expect(await call).toMatchObject({ code: "too-many-connections" });
    client.close();
  });

  test.each([
    ["closing", (client: { close(): void }) => client.close(), "closed"],
    ["a refused token", (_: unknown, server: FakeServer) => server.disconnect(4401), "unauthorized"],
  ])("%s rejects every call, also later ones, and leaves nothing open", async (_, end, code) => {
    const { client, server, timing, recognize } = await setUp();
    const calls = [1, 2, 3].map(() => failure(recognize()));
    await until(() => server.frames.length === 1);
    end(client, server);
    for (const call of [...calls, failure(recognize())]) expect(await call).toMatchObject({ code });
    await timing.advance(0);
    expect(server.connections).toBe(0);
    expect(timing.armed).toBe(0);
  });

  test("a signal rejects its own call at once, whether it waits or is under way, and the others are answered", async () => {
    const { client, server, recognize, inTime } = await setUp(
      (server, count) => count > 0 && show(server, "B"),
    );
    const [first, third] = [new AbortController(), new AbortController()];
    const calls = [
      failure(recognize(undefined, { signal: first.signal })),
      recognize(),
      failure(recognize(undefined, { signal: third.signal })),
      failure(recognize(undefined, { signal: AbortSignal.abort("too late") })),
    ];
    await until(() => server.frames.length === 1);
    third.abort("another page");
    first.abort("changed my mind");
    expect(await inTime(Promise.all(calls))).toMatchObject([
      "changed my mind",
      { letter: "B" },
      "another page",
      "too late",
    ]);
    expect(server.frames).toHaveLength(2);
    client.close();
  });

  test("a target that is none rejects its call", async () => {
    const { client, recognize } = await setUp();
    expect(await failure(recognize(undefined, { target: "1" as "A" }))).toMatchObject({
      code: "bad-message",
    });
    client.close();
  });
});

describe("the pictures' own session", () => {
  test("is opened by the first picture and closed when there was none for 30 seconds", async () => {
    const { client, server, timing, recognize } = await setUp((server) => show(server, "B"));
    expect(server.connections).toBe(1);
    await recognize();
    await timing.advance(29_000);
    await recognize();
    await timing.advance(29_999);
    expect(server.connections).toBe(2);
    await timing.advance(1);
    await settleMicrotasks();
    expect(server.connections).toBe(1);
    expect(await recognize()).toMatchObject({ letter: "B" });
    client.close();
  });

  test("tells the app nothing: neither its states nor its letters", async () => {
    const heard: string[] = [];
    const { client, server, recognize } = await setUp(undefined, {
      on: { state: ({ state }) => heard.push(state), target: () => heard.push("target") },
    });
    const answer = failure(recognize());
    await until(() => server.frames.length === 1);
    expect(heard).toEqual(["ready", "target"]);
    expect(server.messages.filter(({ type }) => type === "session.start")).toMatchObject([
      { mode: "live", events: ["status"] },
      { mode: "still", events: ["status", "landmarks"], target: null },
    ]);
    client.close();
    expect(SignifyError.isInstance(await answer)).toBe(true);
  });

  test("moves with its picture when the server is about to stop", async () => {
    const { client, server, timing, recognize } = await setUp(
      (server, count) => count > 0 && show(server, "B"),
    );
    const answer = recognize();
    await until(() => server.frames.length === 1);
    server.send({ type: "session.draining", seconds: 5 });
    await timing.advance(0);
    expect(await answer).toMatchObject({ letter: "B" });
    expect(server.frames).toHaveLength(2);
    client.close();
  });
});
