import type { HandIn } from "./hand-in.ts";

/** What a learner might hand in, for tests. */
export const exampleHandIn: HandIn = {
  id: "one",
  learnerId: "ada-at-home",
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

/** The text that the version before handed in for {@link exampleHandIn}, which had no learner's id then. */
export const oldExampleText =
  "SIGNIFY1.eyJraW5kIjoic2lnbmlmeS1yZXN1bHQiLCJ2ZXJzaW9uIjoxLCJpZCI6Im9uZSIsInRhc2siOiJLN0YtUVgyIiwidGl0bGUiOiJXZWVrIDEiLCJsZWFybmVyIjoiQWRhIiwiZmluaXNoZWRBdCI6IjIwMjYtMTEtMjNUMDk6MDA6MDAuMDAwWiIsInJlc3VsdHMiOlt7Iml0ZW0iOiJBIiwibGV0dGVycyI6W3sibGV0dGVyIjoiQSIsIm91dGNvbWUiOiJwYXNzZWQiLCJ0aW1lIjoyMDAwLCJzZWVuSW5zdGVhZCI6eyJTIjoyfX1dfSx7Iml0ZW0iOiJBQiIsImxldHRlcnMiOlt7ImxldHRlciI6IkEiLCJvdXRjb21lIjoicGFzc2VkIiwidGltZSI6NDAwMCwic2Vlbkluc3RlYWQiOnt9fSx7ImxldHRlciI6IkIiLCJvdXRjb21lIjoic2tpcHBlZCIsInRpbWUiOjkwMDAsInNlZW5JbnN0ZWFkIjp7IlMiOjF9fV19XX0";
