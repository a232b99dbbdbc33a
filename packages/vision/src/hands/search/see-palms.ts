import { type Region, SignifyError } from "@signify/core";
import { decodePalms } from "../palm/decode-palms.ts";
import { middleOfSquare } from "../palm/middle-of-square.ts";
import type { PalmDetection } from "../palm/palm-detection.ts";
import { type PalmShape, palmInputSide, palmShapeAround, palmSquare } from "../palm/palm-shape.ts";
import { projectPalm } from "../palm/project-palm.ts";
import { suppressOverlaps } from "../palm/suppress-overlaps.ts";
import type { NetworkInput } from "../sampling/sampler.ts";
import type { SearchContext } from "./search-context.ts";
import type { Look } from "./search-plan.ts";

/** Palms that overlap more than this are one, as in MediaPipe's `palm_detection_cpu.pbtxt`. */
const minOverlap = 0.3;

/** The palms of probability `minScore` or more that one run of the network saw, best first, in picture heights. */
export type SeenPalms = (minScore: number) => PalmDetection[];

/**
 * Runs the palm network on a square around the picture's center, or on the middle of it that holds the picture; what lies
 * outside the picture is black.
 */
export async function seePalms(
  { sample, aspect, models, stopwatch, maxHands }: SearchContext,
  look: Look,
): Promise<SeenPalms> {
  const { padding, rotation, gain, margin } = look;
  const isCropped = margin !== undefined && models.palmsInAnyShape === true;
  const shape = isCropped ? palmShapeAround(aspect, { padding, rotation, margin }) : palmSquare;
  const side = Math.max(shape.width, shape.height);
  const square: Region = {
    centerX: aspect / 2,
    centerY: 0.5,
    size: (side / palmInputSide) * padding * Math.max(1, aspect),
    rotation,
  };
  stopwatch.start();
  const whole = sample(square, { side, border: "zero", form: models.forms.palm });
  const input = shape.width === shape.height ? whole : middleOf(whole, shape);
  if (gain !== 1) brighten(input, gain);
  stopwatch.lap("warp");
  const { boxes, scores } = await models.detectPalms(input, shape);
  stopwatch.lap("palm");
  return (minScore) =>
    suppressOverlaps(decodePalms(boxes, scores, minScore, shape), minOverlap, maxHands).map((palm) =>
      projectPalm(palm, square),
    );
}

/** One array a shape: networks keep what they know of an input. */
const middles = new Map<string, Float32Array>();

function middleOf(square: NetworkInput, shape: PalmShape): Float32Array {
  if (square instanceof Uint8Array)
    throw new SignifyError("internal", "expected the palm network to read floats");
  const key = `${shape.width} ${shape.height}`;
  const middle = middles.get(key) ?? new Float32Array(3 * shape.width * shape.height);
  middles.set(key, middle);
  middleOfSquare(square, shape, middle);
  return middle;
}

function brighten(input: NetworkInput, gain: number): void {
  const [brightest, half] = input instanceof Uint8Array ? [255, 0.5] : [1, 0];
  for (let index = 0; index < input.length; index++) {
    input[index] = Math.min(brightest, gain * (input[index] ?? 0) + half);
  }
}
