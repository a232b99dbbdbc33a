import { expect, test } from "bun:test";
import { readingAsJson, readingAsRow, readingHead } from "./print-reading.ts";

const reading = {
  path: "A.jpg",
  hands: 1,
  letter: "A",
  probability: 0.987654,
  milliseconds: 12.3456,
} as const;
const nothing = { path: "wall.jpg", hands: 0, letter: null, probability: null, milliseconds: 5 } as const;

test("JSON holds path, hands, letter, probability and milliseconds", () => {
  expect(readingAsJson(reading)).toBe(
    '{"path":"A.jpg","hands":1,"letter":"A","probability":0.9877,"milliseconds":12.35}',
  );
});

test("without a hand letter and probability are null", () => {
  expect(JSON.parse(readingAsJson(nothing))).toEqual({
    path: "wall.jpg",
    hands: 0,
    letter: null,
    probability: null,
    milliseconds: 5,
  });
});

test("what could not be read says why", () => {
  expect(JSON.parse(readingAsJson({ ...nothing, error: "Expected a JPEG picture." }))).toMatchObject({
    error: "Expected a JPEG picture.",
  });
  expect(readingAsRow({ ...nothing, error: "Expected a JPEG picture." }, 8)).toEndWith(
    "  Expected a JPEG picture.",
  );
});

test("a path with odd characters stays one line of JSON", () => {
  const line = readingAsJson({ ...reading, path: 'a\n"b".jpg' });
  expect(line).not.toContain("\n");
  expect(JSON.parse(line).path).toBe('a\n"b".jpg');
});

test("the table's columns stand under their heads", () => {
  const head = readingHead(8);
  const rows = [readingAsRow(reading, 8), readingAsRow(nothing, 8)];
  for (const row of rows) expect(row).toHaveLength(head.length);
  expect(rows[0]).toBe("A.jpg         1       A        0.988      12.3");
  expect(rows[1]).toBe("wall.jpg      0       –            –       5.0");
});
