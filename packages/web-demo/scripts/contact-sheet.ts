/**
 * Renders all 26 hands on one sheet, J and Z with their paths: `bun scripts/contact-sheet.ts` writes docs/images/reference-hands.webp.
 * `--photos FROM TO` writes, for each letter, our hand beside photographs of it (FROM/A-….jpg) into the folder TO instead: to
 * look at, outside the repository.
 */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Letter, letters } from "@signify/core";
import { letterPose } from "../src/reference-hand/letter-pose.ts";
import { openClipRenderer } from "./clip-renderer.ts";

const picture = fileURLToPath(new URL("../../../docs/images/reference-hands.webp", import.meta.url));
/** Photographs beside each hand. */
const photosEach = 3;

await using renderer = await openClipRenderer({ width: 720, height: 720 });
const hand = async (letter: Letter) => ({
  title: letter,
  jpeg: await renderer.frame(letterPose(letter, 0), undefined, letter),
});
const [option, from, to] = process.argv.slice(2);
if (option === undefined) {
  const hands = [];
  for (const letter of letters) hands.push(await hand(letter));
  await Bun.write(picture, await renderer.sheet(hands, 7));
} else if (option === "--photos" && from !== undefined && to !== undefined) {
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  for (const letter of letters) {
    const own = names.filter((name) => name.startsWith(`${letter}-`)).sort();
    const photos = own.filter((_, index) => index % Math.ceil(own.length / photosEach) === 0);
    const beside = photos.map(async (name) => ({
      title: "",
      jpeg: await Bun.file(join(from, name)).bytes(),
    }));
    const sheet = await renderer.sheet([await hand(letter), ...(await Promise.all(beside))], 1 + photosEach);
    await Bun.write(join(to, `${letter}.webp`), sheet);
  }
} else throw new Error("Expected no option, or --photos FROM TO.");
