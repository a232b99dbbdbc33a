import type { HandIn } from "./hand-in.ts";

/** What a learner might hand in, for tests. */
export const exampleHandIn: HandIn = {
  id: "one",
  task: "K7F-QX2",
  title: "Week 1",
  learner: "Ada",
  finishedAt: "2026-11-23T09:00:00.000Z",
  results: [
    { item: "A", letters: [{ letter: "A", outcome: "passed", time: 2000, seenInstead: { S: 2 } }] },
    {
      item: "AB",
      letters: [
        { letter: "A", outcome: "passed", time: 4000, seenInstead: {} },
        { letter: "B", outcome: "skipped", time: 9000, seenInstead: { S: 1 } },
      ],
    },
  ],
};
