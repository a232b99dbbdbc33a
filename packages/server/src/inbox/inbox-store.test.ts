import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HandedIn } from "./inbox-messages.ts";
import { type InboxStoreOptions, openInboxStore } from "./inbox-store.ts";

const teacher = "T".repeat(22);
const learners = "L".repeat(22);
const result = (id: string, learner = "Ada"): HandedIn => ({
  ...{
    id,
    learner,
    learnerId: "x",
    task: "K7F-QX2",
    title: "Week 1",
    finishedAt: "2026-11-27T09:00:00.000Z",
  },
  results: [{ item: "A", letters: [{ letter: "A", outcome: "passed", time: 900, seenInstead: { S: 1 } }] }],
});

let now = 0;
const usual: InboxStoreOptions = {
  ...{ file: ":memory:", keepFor: 1000, maxInboxes: 2, maxResultsPerInbox: 2, maxBytes: 1 << 20 },
  clock: () => now,
};
const open = (options: Partial<InboxStoreOptions> = {}) => {
  now = 0;
  return openInboxStore({ ...usual, ...options });
};

describe("an inbox", () => {
  test("gives what learners put in to its teacher, each result once", () => {
    const store = open();
    expect(store.open(teacher, learners)).toBe("open");
    expect(store.add(learners, result("1"))).toBe("kept");
    now = 1;
    expect(store.add(learners, result("2", "Ben"))).toBe("kept");
    expect(store.add(learners, result("1", "Eve"))).toBe("kept");
    expect(store.results(teacher)).toEqual([result("1"), result("2", "Ben")]);
  });

  test("is none for any other key, nor for its teacher's and its learners' exchanged", () => {
    const store = open();
    store.open(teacher, learners);
    store.add(learners, result("1"));
    expect(store.add(teacher, result("2"))).toBe("unknown");
    expect(store.results(learners)).toBeUndefined();
    expect(store.results("N".repeat(22))).toBeUndefined();
    expect(store.open("N".repeat(22), learners)).toBe("taken");
    expect(store.results(teacher)).toHaveLength(1);
  });

  test("holds so many results, and there are so many inboxes", () => {
    const store = open();
    store.open(teacher, learners);
    for (const [id, outcome] of [
      ["1", "kept"],
      ["2", "kept"],
      ["3", "full"],
      ["2", "kept"],
    ] as const)
      expect(store.add(learners, result(id))).toBe(outcome);
    expect(store.open("2".repeat(22), "3".repeat(22))).toBe("open");
    expect(store.open("4".repeat(22), "5".repeat(22))).toBe("full");
    expect(store.open(teacher, learners)).toBe("open");
  });

  test("forgets a result after its time, and itself when nobody has used it for as long", () => {
    const store = open();
    store.open(teacher, learners);
    store.add(learners, result("1"));
    now = 999;
    store.add(learners, result("2"));
    expect(store.results(teacher)).toHaveLength(2);
    now = 1000;
    expect(store.results(teacher)).toEqual([result("2")]);
    store.sweep();
    now = 1999;
    expect(store.results(teacher)).toEqual([]);
    now = 2999;
    expect(store.add(learners, result("3"))).toBe("unknown");
    expect(store.results(teacher)).toBeUndefined();
    store.open("2".repeat(22), "3".repeat(22));
    expect(store.open(teacher, learners)).toBe("open");
    expect(store.results(teacher)).toEqual([]);
  });

  test("is deleted with all that is in it", () => {
    const store = open();
    store.open(teacher, learners);
    store.add(learners, result("1"));
    store.remove(teacher);
    expect(store.results(teacher)).toBeUndefined();
    store.open(teacher, learners);
    expect(store.results(teacher)).toEqual([]);
  });
});

describe("the file", () => {
  let folder = "";
  let file = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "signify-inbox-"));
    file = join(folder, "inbox.sqlite");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("is its user's alone, holds no key, and nothing of what was deleted", async () => {
    const store = open({ file });
    store.open(teacher, learners);
    store.add(learners, result("1", "MARKER"));
    store.close();
    const written = await readFile(file, "latin1");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(written).toContain("MARKER");
    for (const key of [teacher, learners]) expect(written).not.toContain(key);

    const again = open({ file });
    expect(again.results(teacher)).toHaveLength(1);
    again.remove(teacher);
    again.close();
    expect(await readFile(file, "latin1")).not.toContain("MARKER");
  });

  test("grows no larger than it may", async () => {
    const small = join(folder, "small.sqlite");
    const store = open({ file: small, maxBytes: 65_536, maxResultsPerInbox: 10_000 });
    store.open(teacher, learners);
    let id = 0;
    let outcome = "kept";
    for (; outcome === "kept" && id < 10_000; id += 1) outcome = store.add(learners, result(`r${id}`));
    expect(outcome).toBe("full");
    expect(store.results(teacher)).toHaveLength(id - 1);
    expect((await stat(small)).size).toBeLessThanOrEqual(65_536);
    // What goes makes room.
    store.remove(teacher);
    store.open(teacher, learners);
    expect(store.add(learners, result("1"))).toBe("kept");
    store.close();
  });
});
