import { expect, test } from "bun:test";
import { entries } from "./entries.ts";
import { coreEntryLimit, entrySize } from "./entry-size.ts";

const sizeOf = (name: string) => {
  const entry = entries.find((entry) => entry.name === name);
  return entrySize(entry?.source.replace("src/", "") ?? "");
};

test("the core entry is at most 8 kB gzipped, with all that it imports", async () => {
  const { gzipped } = await sizeOf(".");
  expect(gzipped).toBeLessThanOrEqual(coreEntryLimit);
});

test("drawing a hand is at most 1 kB gzipped", async () => {
  expect((await sizeOf("./drawing")).gzipped).toBeLessThanOrEqual(1024);
});

test.each([
  ["./react", 3],
  ["./web-component", 7],
] as const)(
  "%s adds at most %d kB gzipped to the recognizer on the device that is in it",
  async (name, kB) => {
    const [entry, device] = [await sizeOf(name), await sizeOf("./on-device")];
    expect(entry.gzipped - device.gzipped).toBeLessThanOrEqual(kB * 1024);
  },
);

test.each(
  entries
    .map(({ name }) => name)
    .filter((name) => !["./react", "./web-component", "./drawing"].includes(name)),
)("nothing of the hook, the element and the drawing is in the entry %p", async (name) => {
  const { sources } = await sizeOf(name);
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((path) => /^(react|web-component|letter-camera|drawing)\//.test(path))).toEqual([]);
});
