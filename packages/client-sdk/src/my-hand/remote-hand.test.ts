import { describe, expect, test } from "bun:test";
import { embeddingOf, sampleOf } from "@signify/core/testing";
import { openFakeSession } from "../testing/open-fake-session.ts";

/** "My hand" of a client that reads on a server. */

const model = { name: "fake", version: "0", digest: "fa" };
const [one, two, three, four] = (["A", "B", "C", "D"] as const).map((letter) =>
  sampleOf(embeddingOf(letter)),
);

/** A client that is being taught G, on whose server a test speaks. */
async function beginLesson(
  options: Parameters<Awaited<ReturnType<typeof openFakeSession>>["client"]["myHand"]["learn"]>[1] = {},
) {
  const session = await openFakeSession({ target: "A" });
  const progress: number[] = [];
  const lesson = session.client.myHand.learn("g", {
    onProgress: (share) => progress.push(share),
    ...options,
  });
  const ended = lesson.then(
    (result) => result,
    (error: unknown) => error,
  );
  await session.timing.advance(0);
  return { ...session, progress, ended };
}
const textsOf = ({ messages }: { messages: readonly { type: string }[] }) =>
  messages.filter(({ type }) => type !== "ping" && type !== "session.start");

describe("learning", () => {
  test("asks the server, hears how far it is, keeps the sample and has letters read by it", async () => {
    const { server, client, timing, progress, ended } = await beginLesson();
    expect(textsOf(server)).toEqual([{ type: "hand.learn", letter: "G", insist: false }] as never);
    server.send({ type: "hand.learning", letter: "G", progress: 0.5 });
    server.send({ type: "hand.learning", letter: "H", progress: 0.9 });
    server.send({ type: "hand.learned", letter: "G", sample: one });
    await timing.advance(0);
    expect([progress, await ended]).toEqual([[0.5], { outcome: "learned" }]);
    expect(client.myHand.letters).toEqual(["G"]);
    expect(client.myHand.export()).toEqual({ model, letters: { G: [one] } } as never);
    expect(server.messages.at(-1)).toEqual({
      type: "hand.set",
      hand: { model, letters: { G: [one] } },
    } as never);
    client.close();
  });

  test("a refusal says what it looks like, and teaches nothing", async () => {
    const { server, client, timing, ended } = await beginLesson();
    server.send({ type: "hand.refused", letter: "G", seen: "Q" });
    await timing.advance(0);
    expect(await ended).toEqual({ outcome: "refused", seen: "Q" });
    expect(client.myHand.letters).toEqual([]);
    client.close();
  });

  test("a teacher may insist", async () => {
    const { server, client } = await beginLesson({ insist: true });
    expect(server.messages.at(-1)).toMatchObject({ type: "hand.learn", insist: true });
    client.close();
  });

  test("takes the place of the earlier sample, or stands beside it: three at most", async () => {
    const { server, client, timing } = await openFakeSession();
    const teach = async (sample: string | undefined, add: boolean) => {
      const lesson = client.myHand.learn("G", { add });
      server.send({ type: "hand.learned", letter: "G", sample });
      await timing.advance(0);
      await lesson;
      return client.myHand.export().letters.G as (string | undefined)[];
    };
    expect(await teach(one, true)).toEqual([one]);
    expect(await teach(two, false)).toEqual([two]);
    expect(await teach(three, true)).toEqual([three, two]);
    expect(await teach(four, true)).toEqual([four, three, two]);
    expect(await teach(one, true)).toEqual([one, four, three]);
    client.close();
  });

  test("can be aborted, which the server is told", async () => {
    const abort = new AbortController();
    const { server, client, timing, ended } = await beginLesson({ signal: abort.signal });
    abort.abort(new Error("enough"));
    await timing.advance(0);
    expect(await ended).toEqual(new Error("enough"));
    expect(server.messages.at(-1)).toMatchObject({ type: "hand.learn", letter: null });
    server.send({ type: "hand.learned", letter: "G", sample: one });
    await timing.advance(0);
    expect(client.myHand.letters).toEqual([]);
    await expect(client.myHand.learn("G", { signal: abort.signal })).rejects.toThrow("enough");
    client.close();
  });

  test("ends with another lesson, and with the client", async () => {
    const { client, ended } = await beginLesson();
    const next = client.myHand.learn("H").catch((error: unknown) => error);
    expect(await ended).toMatchObject({ code: "closed" });
    client.close();
    expect(await next).toMatchObject({ code: "closed" });
    await expect(client.myHand.learn("G")).rejects.toMatchObject({ code: "closed" });
  });

  test("goes on after the connection was lost", async () => {
    const { server, client, timing, ended } = await beginLesson({ insist: true });
    server.disconnect();
    await timing.advance(1000);
    expect(server.messages.at(-1)).toEqual({ type: "hand.learn", letter: "G", insist: true } as never);
    server.send({ type: "hand.learned", letter: "G", sample: one });
    await timing.advance(0);
    expect(await ended).toEqual({ outcome: "learned" });
    client.close();
  });

  test.each([
    ["J", "unsupported"],
    ["z", "unsupported"],
    ["AB", "bad-message"],
    ["", "bad-message"],
  ])("refuses %p at once", async (letter, code) => {
    const { server, client } = await openFakeSession();
    await expect(client.myHand.learn(letter as "A")).rejects.toMatchObject({ code });
    expect(textsOf(server)).toEqual([]);
    client.close();
  });
});

describe("a taught hand", () => {
  const hand = { model, letters: { A: [one!], G: [two!, three!] } };

  test("comes back from what was exported, and is used", async () => {
    const { server, client, timing } = await openFakeSession();
    client.myHand.import(JSON.parse(JSON.stringify(hand)));
    await timing.advance(0);
    expect(client.myHand.letters).toEqual(["A", "G"]);
    expect(client.myHand.export()).toEqual(hand);
    expect(server.messages.at(-1)).toEqual({ type: "hand.set", hand } as never);
    client.close();
  });

  test("goes along with the next connection's session.start, and a new target leaves it alone", async () => {
    const { server, client, timing } = await openFakeSession();
    client.myHand.import(hand);
    client.setTarget("B");
    await timing.advance(0);
    expect(client.myHand.export()).toEqual(hand);
    server.disconnect();
    await timing.advance(1000);
    expect(textsOf(server).map(({ type }) => type)).toEqual(["hand.set", "target.set"]);
    expect(server.messages.filter(({ type }) => type === "session.start").at(-1)).toMatchObject({ hand });
    client.close();
  });

  test("that changed while the session was opened is sent after it", async () => {
    const { server, client, timing } = await openFakeSession();
    client.myHand.import(hand);
    server.disconnect();
    server.freeze(true);
    await timing.advance(1000);
    client.myHand.forget("g");
    server.freeze(false);
    await timing.advance(0);
    expect(server.messages.at(-1)).toEqual({
      type: "hand.set",
      hand: { model, letters: { A: [one] } },
    } as never);
    client.close();
  });

  test("is forgotten letter by letter, or all at once", async () => {
    const { server, client, timing } = await openFakeSession();
    client.myHand.import(hand);
    client.myHand.forget("a");
    expect(client.myHand.letters).toEqual(["G"]);
    client.myHand.forget();
    await timing.advance(0);
    expect(client.myHand.letters).toEqual([]);
    expect(server.messages.at(-1)).toEqual({ type: "hand.set", hand: { model, letters: {} } } as never);
    client.close();
  });

  test("of another model is refused by name, and the present one stays", async () => {
    const { client } = await openFakeSession();
    client.myHand.import(hand);
    expect(() => client.myHand.import({ ...hand, model: { ...model, digest: "other" } })).toThrow(
      expect.objectContaining({
        code: "hand-refused",
        message: "Expected a hand taught to this letter model, fake 0. Teach it again.",
      }),
    );
    expect(client.myHand.letters).toEqual(["A", "G"]);
    client.close();
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a number", 5],
    ["a text", "hand"],
    ["a list", []],
    ["something without letters", { model }],
    ["something without a model", { letters: {} }],
    ["a letter in lower case", { model, letters: { a: [one] } }],
    ["no list of samples", { model, letters: { A: { 0: one } } }],
    ["a letter without a sample", { model, letters: { A: [] } }],
    ["more than three samples", { model, letters: { A: [one, one, one, one] } }],
    ["a sample that is no base64", { model, letters: { A: ["not base64!"] } }],
  ])("is not %s", async (_, value) => {
    const { client } = await openFakeSession();
    expect(() => client.myHand.import(value)).toThrow(
      expect.objectContaining({ code: "hand-refused", message: expect.stringContaining("Expected a hand") }),
    );
    client.close();
  });

  test("that the server refuses is told as an error, and the client goes on", async () => {
    const { server, client, events, timing } = await openFakeSession();
    server.send({ type: "error", code: "hand-refused", message: "Expected another hand.", retryable: false });
    await timing.advance(0);
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "hand-refused" } });
    expect(client.state).toBe("ready");
    client.close();
  });
});
