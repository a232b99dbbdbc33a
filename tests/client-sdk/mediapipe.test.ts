import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { connect, isLetter, type SignifyClient } from "@signify/client-sdk";
import { type MediaPipeResult, toHands } from "@signify/client-sdk/mediapipe";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasPhotos, referenceHands, withoutPhotos } from "@signify/tools/photos";
import { nextEvent } from "./support/next-event.ts";

/** What tasks-vision found in one photograph. */
type Reference = {
  width: number;
  height: number;
  hands: { handedness: "Left" | "Right"; score: number; landmarks: number[] }[];
};

/** The same as tasks-vision answers it. */
function resultOf({ hands }: Reference): MediaPipeResult {
  const points = (numbers: number[]) =>
    Array.from({ length: 21 }, (_, point) => {
      const [x = 0, y = 0, z = 0] = numbers.slice(3 * point, 3 * point + 3);
      return { x, y, z };
    });
  return {
    landmarks: hands.map(({ landmarks }) => points(landmarks)),
    handedness: hands.map(({ handedness, score }) => [{ categoryName: handedness, score }]),
  };
}

/** What it answers for the mirrored photograph: x turned around, and the other hand. */
function mirrored({ landmarks, handedness = [] }: MediaPipeResult): MediaPipeResult {
  const other = { Left: "Right", Right: "Left" } as Record<string, string>;
  return {
    landmarks: landmarks.map((points) => points.map(({ x, y, z }) => ({ x: 1 - x, y, z }))),
    handedness: handedness.map((sides) =>
      sides.map(({ categoryName, score }) => ({ categoryName: other[categoryName] ?? "", score })),
    ),
  };
}

describe.skipIf(!hasPhotos)(
  `toHands, with what MediaPipe found in photographs of letters${withoutPhotos}`,
  () => {
    let server: LaunchedServer;
    let client: SignifyClient;
    beforeAll(async () => {
      server = await launchServer();
      client = await connect({ url: server.url, mode: "still" });
    }, 60_000);
    afterAll(async () => {
      client?.close();
      await server?.[Symbol.asyncDispose]();
    });

    test('the server reads nine letters of ten, mirrored or not: "Right" is the signer\'s right hand', async () => {
      // J and Z are movements, which no photograph shows.
      const photos = Object.entries(referenceHands() as Record<string, Reference>).filter(
        ([name, { hands }]) =>
          isLetter(name[0]) && name[1] === "-" && !/^[JZ]/.test(name) && hands.length === 1,
      );
      expect(photos.length).toBeGreaterThan(80);
      /** How many are read, if their hands are sent as this says. */
      const read = async (handsOf: (result: MediaPipeResult, reference: Reference) => Float32Array) => {
        let right = 0;
        for (const [name, reference] of photos) {
          const answer = nextEvent(client, "prediction");
          client.sendLandmarks(handsOf(resultOf(reference), reference));
          if ((await answer).letter === name[0]) right += 1;
        }
        return right / photos.length;
      };
      const share = await read(toHands);
      const again = await read((result, size) => toHands(mirrored(result), { ...size, mirrored: true }));
      const exchanged = await read(({ landmarks, ...result }, size) =>
        toHands({ landmarks, handedness: mirrored({ landmarks, ...result }).handedness ?? [] }, size),
      );
      process.stderr.write(`read: ${share}, mirrored ${again}, with the sides exchanged ${exchanged}\n`);
      expect(share).toBeGreaterThan(0.85);
      expect(again).toBe(share);
      expect(exchanged).toBeLessThan(share - 0.05);
    }, 120_000);
  },
);
