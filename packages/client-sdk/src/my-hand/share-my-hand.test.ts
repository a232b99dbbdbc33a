import { describe, expect, test } from "bun:test";
import { embeddingOf, sampleOf } from "@signify/core/testing";
import type { SignifyClient } from "../client.ts";
import { keepMyHand, type LessonMessage } from "./keep-my-hand.ts";
import { shareMyHand } from "./share-my-hand.ts";

const sample = sampleOf(embeddingOf("G"));
const modelOf = (digest: string) => ({ name: "m", version: digest, digest });

/** A client that is nothing but a hand. */
function createPlace(digest: string) {
  const taught: (string | null)[] = [];
  const keeper = keepMyHand({
    model: () => modelOf(digest),
    use: () => {},
    teach: (letter) => void taught.push(letter),
  });
  return { myHand: keeper.myHand, taught, hear: (message: LessonMessage) => keeper.hear(message) };
}

function setUp(digests: [string, string] = ["a", "a"]) {
  const [server, device] = [createPlace(digests[0]), createPlace(digests[1])];
  let active = server;
  const clients = [server, device] as unknown as SignifyClient[];
  const shared = shareMyHand({ active: () => active, clients: () => clients });
  const move = (to: typeof server) => {
    active = to;
    shared.moved();
  };
  return { server, device, shared, move };
}

describe("a shared hand", () => {
  test("is in all places, whatever changes it", async () => {
    const { server, device, shared } = setUp();
    const lesson = shared.myHand.learn("G");
    server.hear({ type: "hand.learned", letter: "G", sample });
    expect(await lesson).toEqual({ outcome: "learned" });
    expect([server.myHand.letters, device.myHand.letters]).toEqual([["G"], ["G"]]);
    shared.myHand.import({ model: modelOf("a"), letters: { A: [sample], B: [sample] } });
    shared.myHand.forget("B");
    expect([shared.myHand.letters, device.myHand.letters]).toEqual([["A"], ["A"]]);
  });

  test("comes along to a place that opens later, and a lesson goes on there", async () => {
    const { server, device, shared, move } = setUp();
    shared.myHand.import({ model: modelOf("a"), letters: { A: [sample] } });
    device.myHand.forget();
    const lesson = shared.myHand.learn("G");
    expect(server.taught).toEqual(["G"]);
    move(device);
    await Promise.resolve().then(() => {});
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    expect([server.taught, device.taught]).toEqual([["G", null], ["G"]]);
    device.hear({ type: "hand.learned", letter: "G", sample });
    expect(await lesson).toEqual({ outcome: "learned" });
    expect(shared.myHand.letters).toEqual(["A", "G"]);
  });

  test("stays where it was taught when the other place has another model", () => {
    const { server, device, shared, move } = setUp(["a", "b"]);
    shared.myHand.import({ model: modelOf("a"), letters: { A: [sample] } });
    expect([server.myHand.letters, device.myHand.letters]).toEqual([["A"], []]);
    move(device);
    expect(shared.myHand.letters).toEqual([]);
    move(server);
    expect(shared.myHand.letters).toEqual(["A"]);
  });

  test("an aborted lesson is over everywhere", async () => {
    const { shared } = setUp();
    const abort = new AbortController();
    const lesson = shared.myHand.learn("G", { signal: abort.signal });
    abort.abort(new Error("enough"));
    await expect(lesson).rejects.toThrow("enough");
  });
});
