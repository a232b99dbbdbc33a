import { type Clock, createLetterWriter, type Letter, type PendingLetter, type Timers } from "@signify/core";
import type { CameraSession } from "../recognition/camera-session.ts";
import { every } from "../shell/every.ts";

/** Options of {@link followSpelling}. */
export type SpellingOptions = {
  session: Pick<CameraSession, "phase" | "listen" | "setTarget">;
  /** A letter is to be written; `replaces`: in the place of the last one. */
  onLetter: (letter: Letter, replaces: boolean) => void;
  /** The letter that is on its way. */
  onPending: (pending: PendingLetter | undefined) => void;
  clock: Clock;
  timers: Timers;
};

/** Milliseconds between two looks at the clock. */
const tick = 80;

/** Follows what is spelled without a target, until the answer is called. */
export function followSpelling(options: SpellingOptions): () => void {
  const { session, onLetter, onPending, clock, timers } = options;
  const writer = createLetterWriter({ onLetter });

  session.setTarget(null);
  const stopListening = session.listen((event) => {
    const now = clock();
    if (event.type === "reading") writer.read(event.reading.letter, event.reading.probability, now);
    else if (event.type === "points" && event.points) writer.see(event.points.points, now);
    else if (event.type === "hands" && event.state === "no-hand") writer.lose(now);
    else if (event.type === "link" && event.link === "lost") writer.clear();
  });
  const stopPhase = session.phase.subscribe((phase) => {
    if (phase !== "on") writer.clear();
  });
  const stopTicking = every(timers, tick, () => {
    writer.wait(clock());
    onPending(writer.pending());
  });
  return () => {
    stopListening();
    stopPhase();
    stopTicking();
  };
}
