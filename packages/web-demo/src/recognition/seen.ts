import { type HandBox, handBox } from "./hand-box.ts";
import type { HandState, Reading, RecognizerEvent } from "./recognizer.ts";

/** What was seen last of the learner's hand. */
export type Seen = {
  reading: Reading | undefined;
  /** Milliseconds from the picture to its letter. */
  delay: number | undefined;
  hands: HandState | undefined;
  /** Whether the last picture had a hand in it. */
  inPicture: boolean;
  /** Where the hand is, or was last. */
  box: HandBox | undefined;
};

/** Before the first picture. */
export const nothingSeen: Seen = {
  reading: undefined,
  delay: undefined,
  hands: undefined,
  inPicture: false,
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
      if (!points) return { ...seen, inPicture: false };
      return { ...seen, inPicture: true, box: handBox(points.points, points.aspect) };
    }
    default:
      return seen;
  }
}

/** What is known when the last letter counts no more. */
export function forgetReading(seen: Seen): Seen {
  return { ...seen, reading: undefined, delay: undefined };
}
