/**
 * Renders the pictures in tests/fixtures/reference-hand: one of each still letter (A.jpg …), the motions of J and Z
 * (J-01.jpg …) at 15 pictures a second.
 */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { letters } from "@signify/core";
import { letterPose, motionDuration } from "../src/reference-hand/letter-pose.ts";
import { defaultClip, filmSpelling } from "./clip.ts";
import { openClipRenderer } from "./clip-renderer.ts";

const folder = fileURLToPath(new URL("../../../tests/fixtures/reference-hand/", import.meta.url));

await using renderer = await openClipRenderer();
await rm(folder, { recursive: true, force: true });
let bytes = 0;
const write = async (name: string, jpeg: Uint8Array) => {
  bytes += await Bun.write(`${folder}${name}.jpg`, jpeg);
};
for (const letter of letters) {
  if (motionDuration(letter) === 0) {
    await write(letter, await renderer.frame(letterPose(letter, 0)));
    continue;
  }
  let index = 0;
  const pace = { ...defaultClip.pace, hold: 400 };
  for await (const jpeg of filmSpelling(renderer, [letter], { ...defaultClip, pace })) {
    index += 1;
    await write(`${letter}-${String(index).padStart(2, "0")}`, jpeg);
  }
}
process.stdout.write(`${(bytes / 1e6).toFixed(2)} MB in ${folder}\n`);
