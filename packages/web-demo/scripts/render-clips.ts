/**
 * Films the reference hand: letters or words as numbered JPEG pictures, which tests use as a camera.
 * `bun scripts/render-clips.ts --help` lists the options.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type SkinTone, skinTones } from "../src/reference-hand/skin-tones.ts";
import { defaultClip, filmSpelling, lettersOf } from "./clip.ts";
import { defaultLook, openClipRenderer } from "./clip-renderer.ts";

const help = `bun scripts/render-clips.ts <folder> [options]

  --letter A         one letter, held; J and Z with their motion
  --word HELLO       a word, with the changes between its letters
  --still-j          the hand of a J that does not move, as long as a J takes
  --hand right|left  (${defaultLook.hand})
  --fps N            pictures a second (${defaultClip.framesPerSecond}); Chromium plays .mjpeg files at 30
  --hold MS          how long each letter is held (${defaultClip.pace.hold})
  --yaw, --pitch, --roll DEGREES
  --sway N           drift of the hand, 1 as people do (${defaultClip.sway})
  --skin NAME        ${Object.keys(skinTones).join(", ")} (${defaultLook.skinTone})
  --background CSS   (${defaultLook.background})
  --width, --height  (${defaultLook.width}×${defaultLook.height})
  --mjpeg            one file clip.mjpeg, for --use-file-for-fake-video-capture

Needs Chromium at /usr/bin/chromium, or the path in CHROMIUM.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    letter: { type: "string" },
    word: { type: "string" },
    "still-j": { type: "boolean" },
    hand: { type: "string", default: defaultLook.hand },
    fps: { type: "string", default: String(defaultClip.framesPerSecond) },
    hold: { type: "string", default: String(defaultClip.pace.hold) },
    yaw: { type: "string", default: "0" },
    pitch: { type: "string", default: "0" },
    roll: { type: "string", default: "0" },
    sway: { type: "string", default: String(defaultClip.sway) },
    skin: { type: "string", default: defaultLook.skinTone },
    background: { type: "string", default: defaultLook.background },
    width: { type: "string", default: String(defaultLook.width) },
    height: { type: "string", default: String(defaultLook.height) },
    mjpeg: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const [folder] = positionals;
// The hand of a J that does not move is the hand of an I.
const word = values.word ?? values.letter ?? (values["still-j"] ? "I" : undefined);
if (values.help || folder === undefined || word === undefined) {
  process.stdout.write(`${help}\n`);
  process.exit(values.help ? 0 : 2);
}
if (values.hand !== "right" && values.hand !== "left") throw new Error("--hand: expected right or left.");
if (!isSkinTone(values.skin))
  throw new Error(`--skin: expected one of ${Object.keys(skinTones).join(", ")}.`);

await using renderer = await openClipRenderer({
  hand: values.hand,
  skinTone: values.skin,
  background: values.background,
  width: number("width"),
  height: number("height"),
});
const clip = filmSpelling(renderer, lettersOf(word), {
  framesPerSecond: number("fps"),
  pace: { ...defaultClip.pace, hold: values["still-j"] ? 2000 : number("hold") },
  view: { yaw: number("yaw"), pitch: number("pitch"), roll: number("roll") },
  sway: number("sway"),
});

await mkdir(folder, { recursive: true });
const pictures: Uint8Array[] = [];
for await (const picture of clip) {
  pictures.push(picture);
  if (!values.mjpeg)
    await Bun.write(join(folder, `${String(pictures.length).padStart(4, "0")}.jpg`), picture);
}
if (values.mjpeg) await Bun.write(join(folder, "clip.mjpeg"), Buffer.concat(pictures));
process.stdout.write(`${pictures.length} pictures of ${word} in ${folder}\n`);

function number(name: "fps" | "hold" | "yaw" | "pitch" | "roll" | "sway" | "width" | "height"): number {
  const value = Number(values[name]);
  if (!Number.isFinite(value)) throw new Error(`--${name}: expected a number, got ${values[name]}.`);
  return value;
}

function isSkinTone(name: string): name is SkinTone {
  return Object.hasOwn(skinTones, name);
}
