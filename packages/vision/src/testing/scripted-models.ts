import { landmarkCount } from "@signify/core";
import { type PalmShape, palmSquare } from "../hands/palm/palm-shape.ts";
import type { NetworkInput } from "../hands/sampling/sampler.ts";
import { type HandModels, palmAnchorCount } from "../networks/hand-models.ts";

/** What {@link ScriptedModels} answers to one run of the palm network: its palms, by score and place. */
export type ScriptedPalm = { score: number; x: number; y: number };

/** What {@link ScriptedModels} answers to one run of the hand network. */
export type ScriptedReading = {
  presence: number;
  rightProbability?: number;
  /** How far beside the middle of its input it sees the hand, in pixels of 224. Default 0. */
  aside?: number;
};

/**
 * For tests: hand networks that answer what a script says, run by run, and count their runs. After the end of a script
 * its last answer repeats.
 */
export class ScriptedModels implements HandModels {
  readonly forms = { palm: "planar-floats", hand: "planar-floats" } as const;
  palmRuns = 0;
  /** Shapes that the palm network was shown. */
  readonly shapes: PalmShape[] = [];
  palmsInAnyShape = false;
  handRuns = 0;
  readonly #palms: readonly (readonly ScriptedPalm[])[];
  readonly #readings: readonly ScriptedReading[];

  /**
   * @param palms per run of the palm network; places are 0..1 of its input
   * @param readings per run of the hand network
   */
  constructor(palms: readonly (readonly ScriptedPalm[])[], readings: readonly ScriptedReading[]) {
    this.#palms = palms;
    this.#readings = readings;
  }

  detectPalms(
    _input?: NetworkInput,
    shape: PalmShape = palmSquare,
  ): Promise<{ boxes: Float32Array; scores: Float32Array }> {
    this.shapes.push(shape);
    const palms = this.#palms[Math.min(this.palmRuns++, this.#palms.length - 1)] ?? [];
    const boxes = new Float32Array(18 * palmAnchorCount);
    const scores = new Float32Array(palmAnchorCount).fill(-100);
    for (const [index, { score, x, y }] of palms.entries()) {
      // The first anchors lie at the input's corner, 4 pixels inside.
      const at = (value: number) => 192 * value - 4;
      const wrist = [at(x), at(y + 0.05)];
      const middle = [at(x), at(y - 0.05)];
      boxes.set([at(x), at(y), 20, 20, ...wrist, 0, 0, ...middle], 18 * index);
      scores[index] = Math.log(score / (1 - score));
    }
    return Promise.resolve({ boxes, scores });
  }

  readHand(): Promise<{ landmarks: Float32Array; presence: number; rightProbability: number }> {
    const reading = this.#readings[Math.min(this.handRuns++, this.#readings.length - 1)] ?? { presence: 0 };
    return Promise.resolve({
      landmarks: stillHand(reading.aside),
      presence: reading.presence,
      rightProbability: reading.rightProbability ?? 1,
    });
  }
}

/**
 * A hand in the middle of the network's input, [21, 3] in pixels, of such a size that its next region is the one that
 * it was read from: a hand that keeps still, unless it is seen aside.
 */
function stillHand(aside = 0): Float32Array {
  const landmarks = new Float32Array(3 * landmarkCount);
  landmarks.set([112 + aside, 179.2, 0]);
  for (let finger = 0; finger < 5; finger++) {
    for (let joint = 0; joint < 4; joint++) {
      landmarks.set([112 + aside + 15 * (2 - finger), 95.2 - 28 * joint, 0], 3 * (1 + 4 * finger + joint));
    }
  }
  // The thumb lies lower than the fingers.
  for (let joint = 0; joint < 4; joint++) landmarks.set([142 + aside, 160 - 20 * joint, 0], 3 * (1 + joint));
  return landmarks;
}
