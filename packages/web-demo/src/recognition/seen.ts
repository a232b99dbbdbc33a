import { type HandBox, handBoxes } from "./hand-box.ts";
import type { HandState, Reading, RecognizerEvent } from "./recognizer.ts";

/** What was seen last of the learner's hand. */
export type Seen = {
  reading: Reading | undefined;
  /** Milliseconds from the picture to its letter. */
  delay: number | undefined;
  hands: HandState | undefined;
  /** Whether the last picture had a hand in it. */
  inPicture: boolean;
  /** Whether the last picture had two hands in it. */
  twoHands: boolean;
  /** Where the hand is, the larger of two, or was last. */
  box: HandBox | undefined;
};

/** Before the first picture. */
export const nothingSeen: Seen = {
  reading: undefined,
  delay: undefined,
  hands: undefined,
  inPicture: false,
  twoHands: false,
  box: undefined,
};

/** What is known after one more event. */
export function remember(seen: Seen, event: RecognizerEvent, now: number): Seen {
  switch (event.type) {
    case "reading":
      return { ...seen, reading: event.reading, delay: now - event.reading.capturedAt };
    case "hands":
      return event.state === "no-hand"
        ? { ...forgetReading(seen), hands: event.state }
        : { ...seen, hands: event.state };
    case "points": {
      const { points } = event;
      if (!points) return { ...seen, inPicture: false, twoHands: false };
      const [box, second] = handBoxes(points.points, points.aspect);
      return { ...seen, inPicture: true, twoHands: second !== undefined || points.moreHands === true, box };
    }
    default:
      return seen;
  }
}

/** What is known when the last letter counts no more. */
export function forgetReading(seen: Seen): Seen {
  return { ...seen, reading: undefined, delay: undefined };
}
