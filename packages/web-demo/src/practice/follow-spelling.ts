import type { Clock, Letter, Timers } from "@signify/core";
import type { CameraSession } from "../recognition/camera-session.ts";
import { every } from "../shell/every.ts";
import { createFreeSpelling, type PendingLetter } from "./free-spelling.ts";

/** Options of {@link followSpelling}. */
export type SpellingOptions = {
  session: Pick<CameraSession, "phase" | "listen" | "setTarget">;
  /** A letter is to be written. */
  onLetter: (letter: Letter) => void;
  /** The letter that is on its way. */
  onPending: (pending: PendingLetter | undefined) => void;
  clock: Clock;
  timers: Timers;
};

/** Least probability that counts as a letter, 0..1: where none is asked there is no verdict. */
const mark = 0.7;
/** Milliseconds between two looks at the clock while a letter is held. */
const tick = 80;

/** Follows what is spelled without a target, until the answer is called. */
export function followSpelling(options: SpellingOptions): () => void {
  const { session, onLetter, onPending, clock, timers } = options;
  const spelling = createFreeSpelling({ mark });
  const write = (letter: Letter | undefined) => {
    if (letter) onLetter(letter);
  };

  session.setTarget(null);
  const stopListening = session.listen((event) => {
    if (event.type === "reading") {
      write(spelling.read(event.reading.letter, event.reading.probability, clock()));
    } else if (event.type === "hands" && event.state !== "tracking") spelling.release();
    else if (event.type === "link" && event.link === "lost") spelling.release();
  });
  const stopPhase = session.phase.subscribe((phase) => {
    if (phase !== "on") spelling.release();
  });
  const stopTicking = every(timers, tick, () => {
    const now = clock();
    write(spelling.wait(now));
    onPending(spelling.pending(now));
  });
  return () => {
    stopListening();
    stopPhase();
    stopTicking();
  };
}
