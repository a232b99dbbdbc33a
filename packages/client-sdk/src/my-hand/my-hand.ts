import type { Letter, TaughtHand } from "@signify/core";

/** Options of {@link MyHand.learn}. */
export type LearnOptions = {
  /** Takes the sample also where it looks like another letter: for a teacher who sees that it is right. Default false. */
  insist?: boolean;
  /** Keeps the earlier samples of the letter beside this one, three at most, instead of taking their place. Default false. */
  add?: boolean;
  /** Told how far the sample is, 0..1. It falls back to 0 when the hand moves or leaves. */
  onProgress?: (progress: number) => void;
  /** Aborting it ends the lesson; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
};

/**
 * How a lesson ended. A sample is refused when the letter is not among those that it may be; `seen` is what it looks like
 * to everybody else.
 */
export type LearnResult =
  | {
      /** The sample is kept, and letters are read by it. */
      outcome: "learned";
    }
  | {
      /** It is not kept. */
      outcome: "refused";
      /** The letter that it looks like. */
      seen: Letter;
    };

/**
 * How one person signs. It is kept by the app and nowhere else: a server that reads by it forgets it with the connection.
 * A new connection takes it along; a new target leaves it as it is.
 */
export type MyHand = {
  /** The letters that were taught, in the order of the alphabet. */
  readonly letters: readonly Letter[];
  /**
   * Learns how this person signs a letter from the frames that follow: it is held for a second. It waits for as long as no
   * steady hand is seen. One lesson at a time: another one ends this.
   * @throws SignifyError "bad-message" when it is not one letter; "unsupported" for J and Z, which are read by their
   * movement, or where the model on this device cannot learn; "closed" when the client is closed, or another lesson begun,
   * before it ends; or the signal's reason
   */
  learn(letter: string, options?: LearnOptions): Promise<LearnResult>;
  /** Forgets one letter, or all of them. */
  forget(letter?: string): void;
  /** The hand as an app may keep it: a few kB of numbers as text, from which no picture can be made, and their model. */
  export(): TaughtHand;
  /**
   * Takes a hand that `export` gave, in place of the present one.
   * @throws SignifyError "hand-refused" when it is none, or was taught to another letter model.
   */
  import(hand: unknown): void;
};
