import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { letters } from "@signify/core";
import { clipOf } from "./clips.ts";
import { openReader, type Ranking, type Reader } from "./open-reader.ts";

const moving = ["J", "Z"] as const;
const still = letters.filter((letter) => !moving.some((motion) => motion === letter));

describe("the reference hand, read by our own recogniser", () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader[Symbol.asyncDispose]());

  const everBest = (rankings: readonly Ranking[], letter: string) =>
    rankings.some(([best]) => best?.letter === letter);

  test.each(still)("%s seen from the front is found and read as that letter", async (letter) => {
    const [picture] = clipOf(letter);
    const ranking = await reader.readStill(picture!);
    expect(ranking, "no hand found").toBeDefined();
    expect(ranking!.slice(0, 3).map((place) => place.letter)[0]).toBe(letter);
  });

  test.each([...moving])("%s is read when its motion is over", async (letter) => {
    const rankings = await reader.readClip(clipOf(letter));
    expect(rankings.at(-1)?.[0]?.letter).toBe(letter);
  });

  test.each([
    ["J", "at the start"],
    ["J", "at the end"],
    ["Z", "at the start"],
    ["Z", "at the end"],
  ] as const)("a hand held as %s %s of its motion is not read as that letter", async (letter, moment) => {
    const picture = clipOf(letter).at(moment === "at the start" ? 0 : -1);
    const rankings = await reader.readClip(Array.from({ length: 32 }, () => picture!));
    expect(everBest(rankings, letter)).toBe(false);
  });

  test("the motion of one is never taken for the other", async () => {
    expect(everBest(await reader.readClip(clipOf("J")), "Z")).toBe(false);
    expect(everBest(await reader.readClip(clipOf("Z")), "J")).toBe(false);
  });
});
