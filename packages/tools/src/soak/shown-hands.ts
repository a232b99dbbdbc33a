import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { connect } from "@signify/client-sdk";
import type { Letter } from "@signify/core";

/** A letter as learners show it: its picture, and its landmarks for those who find the hands themselves. */
export type ShownHand = { letter: Letter; jpeg: Uint8Array<ArrayBuffer>; landmarks: Float32Array };

/** Letters of the drawn hand that are read without doubt, each unlike the others. */
const letters = ["B", "C", "L", "W"] as const satisfies readonly Letter[];

const fixtures = fileURLToPath(new URL("../../../../tests/fixtures/reference-hand/", import.meta.url));

/** Reads the drawn hands, and asks a server for their landmarks. */
export async function loadShownHands(url: string): Promise<ShownHand[]> {
  await using client = await connect({ url, mode: "still", events: ["landmarks"] });
  const hands: ShownHand[] = [];
  for (const letter of letters) {
    const jpeg = new Uint8Array(readFileSync(`${fixtures}${letter}.jpg`));
    const landmarks = await new Promise<Float32Array>((resolve, reject) => {
      client.on("landmarks", ({ points }) => resolve(Float32Array.from(points)));
      client.on("error", ({ error }) => reject(error));
      client.sendFrame(jpeg);
    });
    hands.push({ letter, jpeg, landmarks });
  }
  return hands;
}
