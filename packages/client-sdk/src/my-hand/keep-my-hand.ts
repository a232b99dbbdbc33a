import {
  isSameModel,
  type Letter,
  type LetterModelIdentity,
  type ServerMessageOf,
  SignifyError,
  type TaughtHand,
} from "@signify/core";
import { abortReason } from "../abort-reason.ts";
import { readLetter } from "../read-target.ts";
import type { LearnOptions, LearnResult, MyHand } from "./my-hand.ts";
import { readTaughtHand } from "./read-taught-hand.ts";

/** What is told about a lesson. */
export type LessonMessage = ServerMessageOf<"hand.learning" | "hand.learned" | "hand.refused">;

/** Options of {@link keepMyHand}. */
export type KeepMyHandOptions = {
  /** The letter model that reads at this moment. */
  model: () => LetterModelIdentity;
  /** Has letters read by this hand. */
  use: (hand: TaughtHand) => void;
  /** Begins a lesson, or ends the one that runs. */
  teach: (letter: Letter | null, insist: boolean) => void;
};

/** A client's hand and the lesson that runs. */
export type HandKeeper = {
  readonly myHand: MyHand;
  /** A session is asked for; answers the hand to read by. */
  starting(): TaughtHand | undefined;
  /** The session is there: the lesson that ran goes on, and a hand that has changed meanwhile is used. */
  started(): void;
  hear(message: LessonMessage): void;
  /** Ends the lesson that runs. */
  end(error: unknown): void;
};

type Lesson = {
  letter: Letter;
  insist: boolean;
  add: boolean;
  onProgress?: LearnOptions["onProgress"];
  resolve: (result: LearnResult) => void;
  reject: (error: unknown) => void;
};

/** Makes a {@link HandKeeper}. */
export function keepMyHand({ model, use, teach }: KeepMyHandOptions): HandKeeper {
  let hand: TaughtHand | undefined;
  /** The hand with which the newest session was asked for. */
  let told: TaughtHand | undefined;
  let lesson: Lesson | undefined;
  /** Why there are no lessons any more. */
  let over: unknown;

  const present = () => (hand && isSameModel(hand.model, model()) ? hand.letters : {});
  const change = (letters: TaughtHand["letters"]) => {
    const next = { model: model(), letters };
    use(next);
    hand = next;
  };
  const teachAgain = () => lesson && teach(lesson.letter, lesson.insist);
  /** The lesson that runs, which is over with that. */
  const take = () => {
    const taken = lesson;
    lesson = undefined;
    return taken;
  };

  const myHand: MyHand = {
    get letters() {
      return Object.keys(present()).sort() as Letter[];
    },
    async learn(name, { insist = false, add = false, onProgress, signal } = {}) {
      const letter = readLetter(name);
      if (letter === "J" || letter === "Z")
        throw new SignifyError("unsupported", "Expected another letter than J and Z.");
      if (over) throw over;
      if (signal?.aborted) throw abortReason(signal);
      take()?.reject(abortReason(undefined));
      let own: Lesson | undefined;
      const onAbort = () => {
        if (lesson !== own) return;
        teach(null, false);
        take()?.reject(abortReason(signal));
      };
      signal?.addEventListener("abort", onAbort);
      try {
        return await new Promise<LearnResult>((resolve, reject) => {
          lesson = own = { letter, insist, add, onProgress, resolve, reject };
          teachAgain();
        });
      } finally {
        signal?.removeEventListener("abort", onAbort);
      }
    },
    forget(name) {
      const letters = name ? { ...present() } : {};
      if (name) delete letters[readLetter(name)];
      change(letters);
    },
    export: () => ({ model: model(), letters: { ...present() } }),
    import: (saved) => change(readTaughtHand(saved, model())),
  };

  return {
    myHand,
    starting: () => (told = hand),
    started() {
      if (hand && told !== hand) use(hand);
      teachAgain();
    },
    hear(message) {
      const { letter } = message;
      if (lesson?.letter !== letter) return;
      if (message.type === "hand.learning") return lesson.onProgress?.(message.progress);
      if (message.type === "hand.refused") {
        return take()?.resolve({ outcome: "refused", seen: message.seen });
      }
      const earlier = (lesson.add && present()[letter]) || [];
      change({ ...present(), [letter]: [message.sample, ...earlier].slice(0, 3) });
      take()?.resolve({ outcome: "learned" });
    },
    end(error) {
      over = error;
      take()?.reject(error);
    },
  };
}
