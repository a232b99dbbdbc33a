import { encodeFrame } from "@signify/core/protocol";
import fc, { type Arbitrary, type JsonValue } from "fast-check";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { opcodes } from "../support/raw-frame.ts";
import { signingHand } from "../support/signing-hand.ts";
import { marker } from "./marker.ts";
import { mutatedBytes } from "./mutated-bytes.ts";
import { mutatedJson } from "./mutated-json.ts";
import type { StrangeMessage } from "./stranger.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const cuts: Arbitrary<number[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  { weight: 1, arbitrary: fc.array(fc.nat(), { maxLength: 4 }) },
);

/** Text made from valid messages: other fields and values, or other characters. */
function strangeTexts(...valid: Record<string, JsonValue>[]): Arbitrary<StrangeMessage> {
  const payload = fc.oneof(
    ...valid.flatMap((object) => [
      mutatedJson(object).map(bytesOf),
      mutatedBytes(bytesOf(JSON.stringify({ ...object, [marker]: marker }))),
    ]),
  );
  return fc.record({ opcode: fc.constant(opcodes.text), payload, cuts });
}

const jpeg = letterPicture("B");
const picture = Buffer.from(jpeg).toString("base64");

/** Requests of the original protocol that are almost right. */
export const originalRequests = strangeTexts(
  { jpeg_blob: null, new_letter: "C" },
  { jpeg_blob: null, new_word_letter: "z", note: marker },
  { jpeg_blob: `${picture.slice(0, 400)}${marker}`, new_letter: null },
);

/** Messages of the typed protocol that are almost right. */
export const typedMessages = strangeTexts(
  { type: "session.start", target: "A", mode: "live", events: ["status", "landmarks"] },
  { type: "session.start", mode: "still", events: [] },
  { type: "target.set", target: "b" },
  { type: "ping", id: 4_294_967_295 },
);

const landmarkFrame = encodeFrame({
  kind: "landmarks",
  landmarks: signingHand(0),
  sequence: 7,
  capturedAt: 12.5,
  mirrored: true,
});
const headerLength = 40;

/** Floats that arithmetic does not like, over landmarks. */
const oddLandmarks = fc
  .array(fc.tuple(fc.nat(125), fc.float()), { minLength: 1, maxLength: 126 })
  .map((places) => {
    const changed = landmarkFrame.slice();
    const view = new DataView(changed.buffer);
    for (const [place, value] of places) view.setFloat32(16 + 4 * place, value, true);
    return changed;
  });

/** Binary frames whose headers, landmarks or pictures are almost right. */
export const binaryFrames: Arbitrary<StrangeMessage> = fc.record({
  opcode: fc.constant(opcodes.binary),
  payload: fc.oneof(
    mutatedBytes(landmarkFrame, headerLength),
    oddLandmarks,
    mutatedBytes(typedFrame(jpeg, 8), headerLength),
    fc.uint8Array({ maxLength: 64 }),
  ),
  cuts,
});
