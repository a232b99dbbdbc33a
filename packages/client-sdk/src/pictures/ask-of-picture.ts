import { type Letter, SignifyError } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import type { PredictionEvent } from "../events/client-event.ts";
import type { Timing } from "../timing.ts";
import { untilAborted } from "../until-aborted.ts";
import type { Recognition } from "./recognition.ts";

/** A client in mode "still" with the events "status" and "landmarks", that nobody else gives frames. */
export type StillClient = Pick<SignifyClient, "on" | "target" | "setTarget" | "sendFrame" | "sendLandmarks">;

/** One picture as it is sent: a JPEG, or the hands that were found in it. */
export type StillFrame = { jpeg: Uint8Array } | { landmarks: ArrayLike<number> };

/** What is asked of a client. */
export type StillQuestion = {
  frame: StillFrame;
  target: Letter | null;
  mirrored: boolean;
  /** Milliseconds until an answer is given up. */
  timeout: number;
  /** One of them is aborted when nobody wants the answer any more. */
  signals: readonly (AbortSignal | undefined)[];
};

/** Least letterness of what is called a letter: `letternessThreshold` of the letter model's card. */
const leastLetterness = 0.5;

/**
 * Asks a client what one picture shows. Only one question may be open: the recognizer keeps no more than the newest frame.
 * @throws SignifyError what is said of the picture; "unreachable" when the connection is lost or no answer comes; or the
 * signal's reason
 */
export function askOfPicture(
  client: StillClient,
  question: StillQuestion,
  timing: Timing,
): Promise<Recognition> {
  const { frame, target, mirrored, timeout, signals } = question;
  const forget: (() => void)[] = [];
  const answer = new Promise<Recognition>((resolve, reject) => {
    let sequence: number | undefined;
    let landmarks: readonly number[] | null = null;
    const send = () => {
      try {
        sequence =
          "jpeg" in frame
            ? client.sendFrame(frame.jpeg, { mirrored })
            : client.sendLandmarks(frame.landmarks);
      } catch (error) {
        reject(error);
      }
    };
    forget.push(
      timing.timers.after(timeout, () => reject(noAnswer(timeout))),
      client.on("landmarks", (event) => {
        if (event.sequence === sequence) landmarks = event.points;
      }),
      client.on("prediction", (event) => {
        if (event.sequence === sequence) resolve({ ...readPrediction(event), landmarks });
      }),
      client.on("status", (event) => {
        if (event.sequence === sequence && event.state === "no-hand") resolve(withoutHand(target));
      }),
      // What is said of no frame is about this one: there is no other.
      client.on("error", ({ error, sequence: about = sequence }) => {
        if (about === sequence) reject(error);
      }),
      client.on("state", ({ state, error = connectionLost() }) => {
        if (state === "connecting" || state === "closed") reject(error);
      }),
      // It is in force now; or the session has moved to another server, and the picture was lost with the last one.
      client.on("target", (event) => event.target === target && send()),
    );
    if (client.target === target) send();
    else client.setTarget(target);
  });
  return untilAborted(() => answer, signals).finally(() => {
    for (const end of forget) end();
  });
}

function readPrediction(event: PredictionEvent): Omit<Recognition, "landmarks"> {
  const { probability, letterness, top, hand = null, target, verdict } = event;
  const letter = letterness >= leastLetterness ? event.letter : null;
  const targetProbability = target && event.targetProbability;
  return { letter, probability, letterness, top, hand, target, targetProbability, verdict };
}

function withoutHand(target: Letter | null): Recognition {
  return {
    ...{ letter: null, probability: 0, letterness: 0, top: [], landmarks: null, hand: null, target },
    ...(target ? { targetProbability: 0, verdict: "other" } : { targetProbability: null, verdict: null }),
  };
}

function noAnswer(timeout: number): SignifyError {
  return new SignifyError(
    "unreachable",
    `Expected an answer about the picture within ${timeout / 1000} s. Try again.`,
  );
}

/** A connection has ended without a word. */
export function connectionLost(): SignifyError {
  return new SignifyError(
    "unreachable",
    "The connection was lost before the picture was answered. Try again.",
  );
}
