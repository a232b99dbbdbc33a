import { expect, test } from "bun:test";
import { type Route, readRoute, routeHash } from "./route.ts";

test("addresses and screens belong together", () => {
  const routes: Exclude<Route, { screen: "not-found" }>[] = [
    { screen: "practice" },
    { screen: "practice", letter: "Q" },
    ...(["word", "read", "free", "speed", "progress", "teach", "results", "about"] as const).map(
      (screen) => ({
        screen,
      }),
    ),
    { screen: "hand" },
    { screen: "hand", letter: "G" },
    { screen: "task", encoded: "abc-_1" },
    { screen: "results", task: "K7F-QX2" },
    { screen: "hand-in", code: "2abc-_1" },
    { screen: "inbox", teacherKey: "abc-_1", encoded: "abc-_1" },
  ];
  for (const route of routes) expect(readRoute(routeHash(route))).toEqual(route);
});

test("an empty address is the practice, an unknown one is not found", () => {
  expect(readRoute("")).toEqual({ screen: "practice" });
  expect(readRoute("#")).toEqual({ screen: "practice" });
  expect(readRoute("#/practice/q")).toEqual({ screen: "practice", letter: "Q" });
  for (const hash of ["#/nowhere", "#/practice/AB", "#/word/1", "#/practice/A/B", "#/hand/AB"]) {
    expect(readRoute(hash)).toEqual({ screen: "not-found" });
  }
});

test("a link of before, spelled as the British do, still leads to its letter", () => {
  expect(readRoute("#/practise/q")).toEqual({ screen: "practice", letter: "Q" });
});
