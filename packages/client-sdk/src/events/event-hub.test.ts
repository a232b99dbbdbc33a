import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { replaceGlobal } from "../testing/replace-global.ts";
import type { ClientEvent, PredictionEvent } from "./client-event.ts";
import { createEventHub } from "./event-hub.ts";

const prediction = (sequence: number): PredictionEvent => ({
  ...{ type: "prediction", sequence, capturedAt: 0, epoch: 1, letter: "A", probability: 1 },
  ...{ target: null, targetProbability: 1, verdict: null, letterness: 1, top: [], milliseconds: {} },
});

describe("createEventHub", () => {
  test("tells listeners of their type alone, until they are taken off", () => {
    const hub = createEventHub();
    const heard: string[] = [];
    const off = hub.on("prediction", ({ letter }) => heard.push(letter));
    hub.emit({ type: "state", state: "ready" });
    hub.emit(prediction(1));
    off();
    hub.emit(prediction(2));
    expect(heard).toEqual(["A"]);
    expect(hub.size).toBe(0);
  });

  test("tells listeners that are there from the start, and lets them go at the end", () => {
    const heard: string[] = [];
    const hub = createEventHub({
      prediction: ({ letter }) => heard.push(letter),
      state: ({ state }) => heard.push(state),
      error: undefined,
    });
    hub.emit({ type: "state", state: "ready" });
    hub.emit(prediction(1));
    hub.emit({ type: "error", error: new SignifyError("internal", "no") });
    expect(heard).toEqual(["ready", "A"]);
    expect(hub.size).toBe(2);
    hub.end();
    expect(hub.size).toBe(0);
  });

  test("gives every loop every event, in order, until the end", async () => {
    const hub = createEventHub();
    const loops = [hub.events(), hub.events()];
    const read = loops.map((loop) => collect(loop));
    for (let sequence = 0; sequence < 5; sequence++) hub.emit(prediction(sequence));
    hub.end();
    for (const events of await Promise.all(read)) expect(sequences(events)).toEqual([0, 1, 2, 3, 4]);
    expect(await collect(hub.events())).toEqual([]);
  });

  test("a loop ends with the error that closed the client", async () => {
    const hub = createEventHub();
    const loop = hub.events();
    hub.emit(prediction(1));
    hub.end(new SignifyError("unauthorized", "no"));
    expect((await loop.next()).done).toBe(false);
    expect(loop.next()).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("a loop that begins after the end gets the error that came first", async () => {
    const hub = createEventHub();
    hub.end(new SignifyError("unauthorized", "no"));
    hub.end();
    expect(await collect(hub.events()).catch((error: unknown) => error)).toMatchObject({
      code: "unauthorized",
    });
  });

  test("a slow loop loses its oldest letters and nothing else", async () => {
    const hub = createEventHub();
    const loop = hub.events();
    hub.emit({ type: "state", state: "ready" });
    for (let sequence = 0; sequence < 1000; sequence++) hub.emit(prediction(sequence));
    hub.end();
    const events = await collect(loop);
    expect(events).toHaveLength(64);
    expect(events[0]).toEqual({ type: "state", state: "ready" });
    expect(sequences(events).at(-1)).toBe(999);
  });

  test("a letter that was not read yet is taken back by a new target, also from a loop that was just woken", async () => {
    const hub = createEventHub();
    const loop = hub.events();
    const next = loop.next();
    hub.emit(prediction(1));
    hub.forgetLetters();
    hub.emit({ type: "target", target: "B", epoch: 2 });
    expect((await next).value).toMatchObject({ type: "target" });
  });

  test("a listener that throws harms nobody else, and its error comes up as uncaught", async () => {
    const tasks: (() => void)[] = [];
    const restore = replaceGlobal("queueMicrotask", (task: () => void) => tasks.push(task));
    const hub = createEventHub();
    const heard: number[] = [];
    hub.on("prediction", () => {
      throw new Error("a mistake of the app");
    });
    hub.on("prediction", ({ sequence }) => heard.push(sequence));
    try {
      hub.emit(prediction(1));
      hub.emit(prediction(2));
    } finally {
      restore();
    }
    expect(heard).toEqual([1, 2]);
    expect(tasks).toHaveLength(2);
    for (const task of tasks) expect(task).toThrow("a mistake of the app");
  });

  test("listeners may come and go while an event is told, which is for those that were there", () => {
    const hub = createEventHub();
    const heard: string[] = [];
    const off = hub.on("state", () => {
      heard.push("first");
      off();
      hub.on("state", () => heard.push("late"));
    });
    hub.on("state", () => heard.push("second"));
    hub.emit({ type: "state", state: "ready" });
    expect(heard).toEqual(["first", "second"]);
  });

  test("after the end nobody is told anything, nor kept", () => {
    const hub = createEventHub();
    const heard: string[] = [];
    hub.on("prediction", () => heard.push("before"));
    hub.events();
    expect(hub.size).toBe(2);
    hub.end();
    hub.on("prediction", () => heard.push("after"));
    hub.emit(prediction(1));
    expect(heard).toEqual([]);
    expect(hub.size).toBe(0);
  });

  test("a loop that is left lets go of the hub", async () => {
    const hub = createEventHub();
    for (let round = 0; round < 100; round++) {
      const loop = hub.events();
      hub.emit(prediction(round));
      for await (const _ of loop) break;
    }
    expect(hub.size).toBe(0);
  });
});

async function collect(events: AsyncIterable<ClientEvent>): Promise<ClientEvent[]> {
  const all: ClientEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const sequences = (events: ClientEvent[]) =>
  events.flatMap((event) => (event.type === "prediction" ? [event.sequence] : []));
