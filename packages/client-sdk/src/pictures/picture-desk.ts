import { SignifyError } from "@signify/core";
import { abortReason } from "../abort-reason.ts";
import type { SignifyClient } from "../client.ts";
import type { RecognitionOptions } from "../connect-options.ts";
import { giveHand } from "../my-hand/share-my-hand.ts";
import { readTarget } from "../read-target.ts";
import type { Timing } from "../timing.ts";
import { untilAborted } from "../until-aborted.ts";
import { takeTurns } from "../workers/take-turns.ts";
import { askOfPicture, connectionLost, type StillFrame } from "./ask-of-picture.ts";
import type { Picture, Recognition, RecognizeOptions } from "./recognition.ts";
import { isBlob } from "./to-jpeg.ts";

/** The client that pictures are given to: they are read for its target, by its hand, for as long as it lives. */
export type PictureOwner = Pick<SignifyClient, "target" | "myHand" | "state" | "error" | "on">;

/** Options of {@link createPictureDesk}. */
export type PictureDeskOptions = {
  owner: PictureOwner;
  timing: Timing;
  /** Opens a client with the options {@link forPictures}, until the signal is aborted. */
  open: (signal: AbortSignal) => Promise<SignifyClient>;
  /** Makes of a picture what is sent. */
  prepare: (picture: Picture, options: RecognizeOptions) => Promise<StillFrame>;
};

/** Answers pictures one after the other, in the order in which they were handed in. */
export type PictureDesk = (picture: Picture, options?: RecognizeOptions) => Promise<Recognition>;

/** Options of a client for pictures alone, whatever its owner's are: nobody listens to it but the desk. */
export const forPictures = {
  mode: "still",
  events: ["status", "landmarks"],
  target: null,
  on: {},
} as const satisfies RecognitionOptions;

/** Pictures that may be handed in and not answered at once. */
export const mostPictures = 64;
const noHand = "{}";
/** Milliseconds after the last answer until the session that is for pictures alone is given up. */
const patience = 30_000;

/**
 * Makes a {@link PictureDesk}. A recognizer keeps the newest frame alone, so one picture is under way and the others wait
 * here. They have a session of their own, which a camera's frames and targets do not disturb: it is opened when there is a
 * picture, and closed when there was none for a while.
 */
export function createPictureDesk(options: PictureDeskOptions): PictureDesk {
  const { owner, open, prepare, timing } = options;
  let session: Promise<SignifyClient> | undefined;
  /** Why the session is of no use; whoever waits is told, and then there is another. */
  let lost: unknown;
  let unanswered = 0;
  let last: Promise<unknown> = Promise.resolve();
  /** The hand that the session reads by. */
  let given = noHand;
  let cancelRest = () => {};
  const takeTurn = takeTurns(2);
  const closing = new AbortController();
  const onClosed = (error: unknown = abortReason(undefined)) => {
    cancelRest();
    closing.abort(error);
  };
  owner.on("state", ({ state, error }) => state === "closed" && onClosed(error));
  if (owner.state === "closed") onClosed(owner.error);

  const leave = () => {
    session?.then((client) => client.close()).catch(() => {});
    session = undefined;
    lost = undefined;
  };
  const begin = () => {
    given = noHand;
    session = open(closing.signal).then((client) => {
      client.on("state", ({ state, error = connectionLost() }) => {
        if (state === "ready" || state === "degraded") return;
        lost = error;
        if (unanswered === 0) leave();
      });
      return client;
    });
    session.catch((error: unknown) => {
      lost = error;
    });
    return session;
  };
  const present = async () => {
    if (lost) throw lost;
    const client = await (session ?? begin());
    const hand = owner.myHand.export();
    const letters = JSON.stringify(hand.letters);
    if (letters !== given) giveHand(client, hand);
    given = letters;
    return client;
  };

  const handIn: PictureDesk = (picture, wishes = {}) => {
    const { mirrored = false, timeout = 10_000, signal } = wishes;
    const signals = [signal, closing.signal];
    const wanted = wishes.target === undefined ? owner.target : readTarget(wishes.target);
    const prepareNow = () => prepare(picture, wishes);
    // What is drawn may change, and is taken now; photos are read a few at a time, because each takes a lot of memory then.
    const preparing = isBlob(picture) ? takeTurn(prepareNow) : prepareNow();
    preparing.catch(() => {});
    const answer = last.then(async () => {
      const frame = await untilAborted(() => preparing, signals);
      const client = await untilAborted(present, signals);
      return askOfPicture(client, { frame, target: wanted, mirrored, timeout, signals }, timing);
    });
    last = answer.catch(() => {});
    return untilAborted(() => answer, signals);
  };

  return async (picture, wishes) => {
    if (unanswered === mostPictures) throw tooMany();
    unanswered += 1;
    cancelRest();
    try {
      return await handIn(picture, wishes);
    } finally {
      unanswered -= 1;
      if (unanswered === 0 && lost) leave();
      if (unanswered === 0 && session && !closing.signal.aborted)
        cancelRest = timing.timers.after(patience, leave);
    }
  };
}

function tooMany(): SignifyError {
  return new SignifyError(
    "too-fast",
    `Expected at most ${mostPictures} pictures without an answer. Wait for some of them.`,
  );
}
