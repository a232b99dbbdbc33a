import { expect } from "bun:test";
import type { Letter, ServerMessage } from "@signify/core";
import { switchOnCamera } from "./camera.ts";
import { connectTyped } from "./client.ts";
import { letterPicture, typedFrame } from "./pictures.ts";
import { expectTypedMessages } from "./replies.ts";

/** Settings of a server that answers every frame, so that a letter at the wrong time is not throttled away. */
export const answerEveryFrame = { THROTTLE_MIN_INTERVAL_MS: "0", THROTTLE_PROBABILITY_THRESHOLD: "0" };

/** A learner who signs one letter all the while, and must notice nothing of what others do. */
export type Bystander = Disposable & {
  /** Sets a target, and waits for its acknowledgement and for a letter after that. */
  isServed(): Promise<void>;
  /**
   * Goes, and holds everything that came to what a learner who is alone would see. Answers how many
   * frames it has sent, and how many letters came.
   */
  leaves(): Promise<{ frames: number; letters: number }>;
};

const signed: Letter = "L";
/** Far from the numbers that other clients give their frames. */
const firstSequence = 3_000_000_000;

/** Joins a server with pictures from a camera of its own. */
export async function joinBystander(url: string): Promise<Bystander> {
  const client = await connectTyped(url, { target: signed });
  const jpeg = letterPicture(signed);
  const camera = switchOnCamera(
    (count) => client.send(typedFrame(jpeg, firstSequence + count)),
    100,
    Number.POSITIVE_INFINITY,
  );
  return {
    async isServed() {
      client.tell({ type: "target.set", target: signed });
      const { epoch } = await client.next("target.reset");
      await client.next("prediction", (prediction) => prediction.epoch === epoch);
    },
    async leaves() {
      camera.off();
      client.close();
      await client.closed;
      const { frames } = camera;
      return { frames, letters: expectUndisturbed(client.messages, firstSequence + frames) };
    },
    [Symbol.dispose]() {
      camera.off();
      client.close();
    },
  };
}

function expectUndisturbed(messages: readonly ServerMessage[], end: number): number {
  expectTypedMessages(messages);
  let epoch = 1;
  let newest = firstSequence - 1;
  let letters = 0;
  for (const message of messages) {
    expect(message.type).toBeOneOf(["session.ready", "target.reset", "prediction"]);
    if (message.type === "target.reset") expect(message.epoch).toBe(++epoch);
    if (message.type !== "prediction") continue;
    expect(message).toMatchObject({ epoch, letter: signed, target: signed });
    expect(message.sequence).toBeWithin(newest + 1, end);
    newest = message.sequence;
    letters += 1;
  }
  return letters;
}
