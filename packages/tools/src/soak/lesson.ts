import type { ShownHand } from "./shown-hands.ts";

/** One connection of a learner, in either protocol. */
export type Lesson = {
  /** Asks for a letter, and shows it from now on. Settles when the server has acknowledged that. */
  learn(hand: ShownHand): Promise<void>;
  /** Sends one frame of what is shown. */
  show(): void;
  /** Settles when the connection has ended. */
  readonly ended: Promise<void>;
  /** Goes with a closing handshake, or without a word as a phone in a tunnel does. */
  leave(how: "politely" | "without a word"): void;
};

/** Opens a lesson at a server. */
export type OpenLesson = (url: string) => Promise<Lesson>;
