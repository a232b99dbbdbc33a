import { join } from "node:path";
import { encodeFrame } from "@signify/core/protocol";

/** A JPEG of one gray pixel is enough: what is inside is not the frame's concern. */
const jpeg = Uint8Array.fromHex("ffd8ffe000104a46494600010100000100010000ffd9");
/** Numbers that float32 has exactly, so that they read the same in every language. */
const landmarks = Float32Array.from({ length: 126 }, (_, index) => (index < 63 ? 0 : (index - 90) / 64));

const pictures = [
  { name: "a picture", sequence: 1, capturedAt: 0, mirrored: false },
  { name: "a mirrored picture", sequence: 2, capturedAt: 33.5, mirrored: true },
  {
    name: "the highest number, a late time",
    sequence: 4_294_967_295,
    capturedAt: 1_764_000_000_000.25,
    mirrored: false,
  },
].map((header) => ({ kind: "picture" as const, ...header, jpeg }));
const hands = [
  { name: "a right hand", sequence: 7, capturedAt: 66.75, mirrored: false },
  { name: "a mirrored right hand", sequence: 8, capturedAt: -1.5, mirrored: true },
].map((header) => ({ kind: "landmarks" as const, ...header, landmarks }));

const frames = [
  ...pictures.map(({ name, ...frame }) => ({
    ...{ name, kind: 1, sequence: frame.sequence, capturedAt: frame.capturedAt, mirrored: frame.mirrored },
    payload: jpeg.toHex(),
    message: encodeFrame(frame).toHex(),
  })),
  ...hands.map(({ name, ...frame }) => ({
    ...{ name, kind: 2, sequence: frame.sequence, capturedAt: frame.capturedAt, mirrored: frame.mirrored },
    landmarks: Array.from(landmarks),
    message: encodeFrame(frame).toHex(),
  })),
];

/** A valid frame of a hand, changed. */
function spoiled(change: (view: DataView) => void, bytes = 520): string {
  const message = encodeFrame({
    kind: "landmarks",
    sequence: 7,
    capturedAt: 66.75,
    mirrored: false,
    landmarks,
  });
  change(new DataView(message.buffer));
  return message.subarray(0, bytes).toHex();
}
const refused = [
  { name: "a header that is too short", code: "bad-frame", message: spoiled(() => {}, 15) },
  { name: "another version", code: "bad-frame", message: spoiled((view) => view.setUint8(0, 2)) },
  { name: "another kind", code: "bad-frame", message: spoiled((view) => view.setUint8(1, 3)) },
  {
    name: "a time that is no number",
    code: "bad-frame",
    message: spoiled((view) => view.setFloat64(8, Number.NaN, true)),
  },
  { name: "landmarks that are too few", code: "bad-frame", message: spoiled(() => {}, 516) },
  {
    name: "a coordinate that is no number",
    code: "bad-frame",
    message: spoiled((view) => view.setFloat32(300, Number.POSITIVE_INFINITY, true)),
  },
];

const texts = {
  accepted: [
    { type: "session.start" },
    { type: "session.start", target: "b", mode: "live", events: ["status", "landmarks", "correction"] },
    { type: "session.start", target: null, mode: "still" },
    { type: "target.set", target: "Z" },
    { type: "target.set", target: null },
    { type: "hand.set", hand: null },
    { type: "hand.learn", letter: "G", insist: true },
    { type: "ping", id: 4_294_967_295 },
  ],
  refused: [
    [],
    {},
    { type: "nothing" },
    { type: "session.start", mode: "film" },
    { type: "session.start", events: ["everything"] },
    { type: "session.start", more: 1 },
    { type: "target.set" },
    { type: "target.set", target: "AB" },
    { type: "hand.learn" },
    { type: "ping", id: -1 },
    { type: "ping", id: 1.5 },
  ],
};

/** What the files hold. */
export const vectors = { "frames.json": { frames, refused }, "texts.json": texts };

if (import.meta.main)
  for (const [name, content] of Object.entries(vectors))
    await Bun.write(join(import.meta.dir, name), `${JSON.stringify(content, null, 2)}\n`);
