import { SignifyError } from "@signify/core";
import { posedFrame } from "@signify/core/testing";
import type { HandTracker } from "../hands/hand-tracker.ts";
import type { FoundHands } from "../hands/hands-request.ts";

/** Finds what a test says, in every picture: what `createHandTracker` answers. */
export type FakeHands = HandTracker & {
  /**
   * What is found from now on: landmarks [42, 3] as `sendLandmarks` takes them, or null for no hand. Default: one open
   * right hand, in the middle of the picture.
   */
  show(landmarks?: Float32Array | null): void;
  /** From now on finding fails with this sentence; without one it works again. */
  fail(sentence?: string): void;
  /** Why finding fails now, if it does. */
  readonly failure: string | undefined;
  /** Pictures that were looked at. */
  readonly pictures: number;
};

/** Makes a {@link FakeHands} that finds one open right hand. */
export function createFakeHands(): FakeHands {
  let shown: Float32Array | null = posedFrame();
  let failure: string | undefined;
  let pictures = 0;

  return {
    show(landmarks = posedFrame()) {
      shown = landmarks;
    },
    fail(sentence) {
      failure = sentence;
    },
    get failure() {
      return failure;
    },
    get pictures() {
      return pictures;
    },
    async find(picture): Promise<FoundHands> {
      const { width, height } = picture as ImageBitmap;
      picture.close();
      if (failure !== undefined) throw new SignifyError("hands-failed", failure);
      pictures += 1;
      const landmarks = shown?.slice() ?? new Float32Array(126);
      const isThere = (start: number) => landmarks.subarray(start, start + 63).some((value) => value !== 0);
      const hands = Number(isThere(0)) + Number(isThere(63));
      return { landmarks, hands, moreHands: false, aspect: width / height, milliseconds: 0 };
    },
    close() {},
  };
}
