import { type HandModels, handInputSide, palmInputSide } from "@signify/vision/hands";
import { openLiteRtNetwork } from "./litert-network.ts";
import type { LiteRtRuntime } from "./load-litert.ts";

/** The files of the two hand networks, as `models` builds them. */
export type HandNetworkFiles = { palmDetection: Uint8Array; handLandmark: Uint8Array };

/**
 * The two hand networks in LiteRT: the files that the server's are converted from.
 * @throws Error when a file is no network
 */
export async function openLiteRtHandModels(
  runtime: LiteRtRuntime,
  files: HandNetworkFiles,
): Promise<HandModels> {
  const palms = await openLiteRtNetwork(runtime, files.palmDetection, palmInputSide);
  const hand = await openLiteRtNetwork(runtime, files.handLandmark, handInputSide);
  return {
    forms: { palm: "interleaved-floats", hand: "interleaved-floats" },
    async detectPalms(input) {
      const [boxes, scores] = await palms.run(input);
      return { boxes: expected(boxes), scores: expected(scores) };
    },
    async readHand(input) {
      const [landmarks, presence, handedness] = await hand.run(input);
      return {
        landmarks: expected(landmarks),
        presence: presence?.[0] ?? 0,
        rightProbability: handedness?.[0] ?? 0.5,
      };
    },
  };
}

function expected(output: Float32Array | undefined): Float32Array {
  if (!output) throw new Error("expected a hand network with all its outputs");
  return output;
}
