import { expect, test } from "bun:test";
import { type Route, readRoute, routeHash } from "./route.ts";

test("addresses and screens belong together", () => {
  const routes: Exclude<Route, { screen: "not-found" }>[] = [
    { screen: "practise" },
    { screen: "practise", letter: "Q" },
    ...(["word", "free", "speed", "progress", "teach", "results", "about"] as const).map((screen) => ({
      screen,
    })),
    { screen: "task", encoded: "abc-_1" },
  ];
  for (const route of routes) expect(readRoute(routeHash(route))).toEqual(route);
});

test("an empty address is the practice, an unknown one is not found", () => {
  expect(readRoute("")).toEqual({ screen: "practise" });
  expect(readRoute("#")).toEqual({ screen: "practise" });
  expect(readRoute("#/practise/q")).toEqual({ screen: "practise", letter: "Q" });
  for (const hash of ["#/nowhere", "#/practise/AB", "#/word/1", "#/practise/A/B"]) {
    expect(readRoute(hash)).toEqual({ screen: "not-found" });
  }
});
