import { expect, test } from "bun:test";
import { storedOtherwise } from "../support/odd-pictures.ts";
import { letterPicture } from "../support/pictures.ts";
import { joinJpeg, splitJpeg } from "./jpeg-segments.ts";

test("a JPEG taken apart and put together is the same, byte for byte", async () => {
  for (const store of Object.values(storedOtherwise)) {
    const jpeg = await store(letterPicture("B"));
    const parts = splitJpeg(jpeg);
    expect(parts.segments.map(({ marker }) => marker)).toContain(0xda);
    expect(Buffer.from(joinJpeg(parts)).equals(jpeg)).toBe(true);
  }
});
