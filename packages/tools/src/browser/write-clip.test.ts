import { expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { writeClip } from "./write-clip.ts";

test("a clip is its pictures one after the other, each as often as wanted", async () => {
  const path = await writeClip([
    { jpeg: new Uint8Array([1, 2]), frames: 2 },
    { jpeg: new Uint8Array([3]), frames: 1 },
  ]);
  expect(path).toEndWith(".mjpeg");
  expect([...(await Bun.file(path).bytes())]).toEqual([1, 2, 1, 2, 3]);
  rmSync(dirname(path), { recursive: true });
});
