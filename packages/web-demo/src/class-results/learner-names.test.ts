import { expect, test } from "bun:test";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import { learnerKey, nameLearnersApart } from "./learner-names.ts";

const sam = (learnerId: string, id: string, learner = "Sam") => ({
  ...exampleHandIn,
  id,
  learnerId,
  learner,
});
const words = {
  nameless: (number: number) => `Learner ${number}`,
  numbered: (name: string, n: number) => `${name} (${n})`,
};
const names = (handIns: ReturnType<typeof sam>[], given: Record<string, string> = {}) => {
  const named = nameLearnersApart(handIns, { given, ...words });
  return handIns.map((handIn) => named.get(learnerKey(handIn)));
};

test("two learners of one name are two, and one learner's results are one's", () => {
  expect(names([sam("x", "1"), sam("y", "2"), sam("x", "3", " Sam"), sam("y", "4", "Kim")])).toEqual([
    "Sam",
    "Sam (2)",
    "Sam",
    "Kim",
  ]);
});

test("results of the version before, without an id, go by their name", () => {
  expect(names([sam("", "1"), sam("", "2"), sam("x", "3")])).toEqual(["Sam", "Sam", "Sam (2)"]);
});

test("results without a name are each of somebody", () => {
  expect(names([sam("x", "1", " "), sam("x", "2", "")])).toEqual(["Learner 1", "Learner 2"]);
});

test("the teacher's names win, and two of one name are joined", () => {
  const handIns = [sam("x", "1"), sam("y", "2"), sam("z", "3")];
  expect(names(handIns, { "y/Sam": "Sam B." })).toEqual(["Sam", "Sam B.", "Sam (2)"]);
  expect(names(handIns, { "y/Sam": "Sam" })).toEqual(["Sam", "Sam", "Sam (2)"]);
});
