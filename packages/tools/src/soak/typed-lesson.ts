import type { ServerMessage } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import type { OpenLesson } from "./lesson.ts";
import { checkLetters } from "./letter-check.ts";
import type { ShownHand } from "./shown-hands.ts";
import type { Tally } from "./tally.ts";
import { openTextSocket } from "./text-socket.ts";

/** Lessons over the typed protocol, by pictures or by landmarks. */
export function typedLessons(kind: "picture" | "landmarks", tally: Tally): OpenLesson {
  return async (url) => {
    const check = checkLetters(tally);
    const acknowledgements: (() => void)[] = [];
    let shown: ShownHand | undefined;
    let sequence = 0;
    let epoch = 0;
    let newest = -1;

    const acknowledge = (next: number) => {
      epoch = next;
      check.acknowledged();
      acknowledgements.shift()?.();
    };
    const hear = (text: string) => {
      const message: ServerMessage = JSON.parse(text);
      if (message.type === "session.ready" || message.type === "target.reset") acknowledge(message.epoch);
      else if (message.type === "error") {
        if (message.code === "vision-failed") tally.lostPictures += 1;
        else tally.errors += 1;
      } else if (message.type === "prediction") {
        const isInOrder = message.epoch === epoch && message.sequence > newest;
        newest = message.sequence;
        check.read(isInOrder ? message.letter : "out of order");
      }
    };
    const socket = await openTextSocket(url, "/v1/recognize", hear);
    let isStarted = false;

    return {
      ...socket,
      learn(hand) {
        shown = hand;
        check.asked(hand.letter);
        const type = isStarted ? "target.set" : "session.start";
        isStarted = true;
        socket.send(JSON.stringify({ type, target: hand.letter }));
        return new Promise((resolve) => acknowledgements.push(resolve));
      },
      show() {
        if (!shown) return;
        const { jpeg, landmarks } = shown;
        const header = { sequence: sequence++, capturedAt: performance.now(), mirrored: false };
        socket.send(
          encodeFrame(
            kind === "picture" ? { kind, ...header, jpeg } : { kind: "landmarks", ...header, landmarks },
          ),
        );
      },
    };
  };
}
