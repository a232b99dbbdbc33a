import { type Letter, parseLetter } from "@signify/core";

/** A screen of the page. The address after "#" says which. */
export type Route =
  | { screen: "practice"; letter?: Letter }
  | { screen: "word" }
  | { screen: "read" }
  | { screen: "hand"; letter?: Letter }
  | { screen: "free" }
  | { screen: "speed" }
  | { screen: "progress" }
  | { screen: "teach" }
  | { screen: "results"; task?: string }
  | { screen: "hand-in"; code: string }
  | { screen: "inbox"; teacherKey: string; encoded: string }
  | { screen: "about" }
  | { screen: "task"; encoded: string }
  | { screen: "not-found" };

const plain = new Set(["word", "read", "free", "speed", "progress", "teach", "about"] as const);
type Plain = typeof plain extends Set<infer Name> ? Name : never;

/** Reads `location.hash`. */
export function readRoute(hash: string): Route {
  const [first = "", second, ...rest] = hash.replace(/^#\/?/, "").split("/");
  if (first === "inbox" && rest.length === 1) {
    return { screen: "inbox", teacherKey: second ?? "", encoded: rest[0] ?? "" };
  }
  if (rest.length > 0) return { screen: "not-found" };
  if (first === "" && second === undefined) return { screen: "practice" };
  // Links of before are spelled as the British do.
  if (first === "practice" || first === "practise") {
    if (second === undefined) return { screen: "practice" };
    const letter = parseLetter(second);
    return letter ? { screen: "practice", letter } : { screen: "not-found" };
  }
  if (first === "hand") {
    if (second === undefined) return { screen: "hand" };
    const letter = parseLetter(second);
    return letter ? { screen: "hand", letter } : { screen: "not-found" };
  }
  if (first === "results") return second ? { screen: "results", task: second } : { screen: "results" };
  if (first === "hand-in") return { screen: "hand-in", code: second ?? "" };
  if (first === "task") return { screen: "task", encoded: second ?? "" };
  if (plain.has(first as Plain) && second === undefined) return { screen: first as Plain };
  return { screen: "not-found" };
}

/** The address of a screen. */
export function routeHash(route: Exclude<Route, { screen: "not-found" }>): string {
  if (route.screen === "practice") return route.letter ? `#/practice/${route.letter}` : "#/";
  if (route.screen === "hand") return route.letter ? `#/hand/${route.letter}` : "#/hand";
  if (route.screen === "task") return `#/task/${route.encoded}`;
  if (route.screen === "results") return route.task ? `#/results/${route.task}` : "#/results";
  if (route.screen === "hand-in") return `#/hand-in/${route.code}`;
  if (route.screen === "inbox") return `#/inbox/${route.teacherKey}/${route.encoded}`;
  return `#/${route.screen}`;
}
