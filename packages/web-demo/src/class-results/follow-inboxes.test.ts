import { expect, test } from "bun:test";
import { createManualTiming } from "@signify/client-sdk/testing";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import type { InboxClient } from "../handing-in/inbox-client.ts";
import { followInboxes, type InboxState } from "./follow-inboxes.ts";

const follow = (take: InboxClient["take"], teacherKeys = ["one"]) => {
  const timing = createManualTiming();
  const states: InboxState[] = [];
  const results: string[] = [];
  const seen = { isSeen: true };
  const stop = followInboxes({
    client: { take },
    teacherKeys,
    onResults: (handIns) => void results.push(...handIns.map(({ id }) => id)),
    onState: (state) => void states.push(state),
    isSeen: () => seen.isSeen,
    timers: timing.timers,
  });
  return { timing, states, results, seen, stop };
};

test("results are taken at once and as they come, while somebody looks", async () => {
  let looks = 0;
  const { timing, states, results, seen, stop } = follow(async () => ({
    handIns: [{ ...exampleHandIn, id: String(++looks) }],
  }));
  await timing.advance(0);
  expect([states, results]).toEqual([["looking", "waiting"], ["1"]]);
  await timing.advance(10_000);
  expect(results).toEqual(["1", "2"]);
  seen.isSeen = false;
  await timing.advance(60_000);
  expect(looks).toBe(2);
  seen.isSeen = true;
  await timing.advance(10_000);
  expect(looks).toBe(3);
  stop();
  await timing.advance(60_000);
  expect(looks).toBe(3);
  expect(timing.armed).toBe(0);
});

test("a server that is away is told and asked again, and one inbox that is over leaves the others", async () => {
  let isAway = true;
  const { timing, states, results, stop } = follow(
    async (key) => {
      if (isAway) return { problem: "unreachable" };
      return key === "one" ? { problem: "over" } : { handIns: [exampleHandIn] };
    },
    ["one", "two"],
  );
  await timing.advance(0);
  expect(states).toEqual(["looking", "unreachable"]);
  isAway = false;
  await timing.advance(10_000);
  expect([states.at(-1), results]).toEqual(["over", ["one"]]);
  stop();
});

test("what comes after the end is left alone", async () => {
  const answer = Promise.withResolvers<{ handIns: [typeof exampleHandIn] }>();
  const { timing, results, stop } = follow(() => answer.promise);
  stop();
  answer.resolve({ handIns: [exampleHandIn] });
  await timing.advance(60_000);
  expect(results).toEqual([]);
  expect(timing.armed).toBe(0);
});
