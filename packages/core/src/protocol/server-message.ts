import type { Correction } from "../correction/create-advisor.ts";
import type { WireError } from "../errors/signify-error.ts";
import type { AcceptedFrame } from "../frames/frame.ts";
import type { Letter } from "../letters/letters.ts";
import type { LessonState } from "../my-hand/hand-lesson.ts";
import type { RecognizerEvent } from "../recognizer.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";
import type { SeenHands } from "../stages/locate-hands.ts";
import { round, roundProbability } from "./round.ts";

/** The typed message for a recognizer's event; probabilities to 4 places, milliseconds to 2. */
export function eventMessage(
  event: Exclude<RecognizerEvent, { type: "failure" }>,
): ServerMessageOf<"prediction" | "status" | "correction"> {
  const { frame } = event;
  if (event.type === "correction") return correctionMessage(frame, event.correction);
  if (event.type === "status") return { type: "status", sequence: frame.sequence, ...event.status };
  const { letter, probability, target, targetProbability, verdict, letterness, top } = event.score;
  return {
    type: "prediction",
    sequence: frame.sequence,
    capturedAt: frame.capturedAt,
    epoch: frame.epoch,
    letter,
    probability: roundProbability(probability),
    target,
    targetProbability: roundProbability(targetProbability),
    verdict,
    letterness: roundProbability(letterness),
    top: top.map((scored) => ({ letter: scored.letter, probability: roundProbability(scored.probability) })),
    ...(frame.hand && frame.hand !== "none" && { hand: frame.hand }),
    milliseconds: Object.fromEntries(
      Object.entries(frame.timings).map(([step, time]) => [step, round(time, 2)]),
    ),
  };
}

function correctionMessage(
  { sequence, epoch }: AcceptedFrame,
  { strength, ...correction }: Correction,
): ServerMessageOf<"correction"> {
  return { type: "correction", sequence, epoch, ...correction, strength: round(strength, 2) };
}

/** The typed message that shows a client the hands the server saw; coordinates to 5 places. */
export function landmarksMessage(frame: AcceptedFrame, hands: SeenHands): ServerMessageOf<"landmarks"> {
  return {
    type: "landmarks",
    sequence: frame.sequence,
    ...(hands.aspect !== undefined && { aspect: hands.aspect }),
    points: Array.from(hands.landmarks, (coordinate) => round(coordinate, 5)),
  };
}

/** The typed message for what became of a lesson's last reading. */
export function lessonMessage(
  letter: Letter,
  lesson: LessonState,
): ServerMessageOf<"hand.learning" | "hand.learned" | "hand.refused"> {
  switch (lesson.state) {
    case "learning":
      return { type: "hand.learning", letter, progress: round(lesson.progress, 2) };
    case "learned":
      return { type: "hand.learned", letter, sample: lesson.sample };
    case "refused":
      return { type: "hand.refused", letter, seen: lesson.seen };
  }
}

/** The typed message for an error, about a frame if it has a sequence number. */
export function errorMessage(error: WireError, sequence?: number): ServerMessageOf<"error"> {
  const { code, message, retryable } = error;
  return { type: "error", code, message, retryable, ...(sequence !== undefined && { sequence }) };
}
