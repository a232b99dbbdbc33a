import { originalResetReply } from "@signify/core/protocol";
import type { OpenLesson } from "./lesson.ts";
import { checkLetters } from "./letter-check.ts";
import type { ShownHand } from "./shown-hands.ts";
import type { Tally } from "./tally.ts";
import { openTextSocket } from "./text-socket.ts";

/** What a client is told whose picture was lost with a vision process. */
const lostPicture = "The picture could not be looked at. Send the next one.";

/** Lessons over the original protocol, whose acknowledgement of a reset is always the same text. */
export function originalLessons(tally: Tally): OpenLesson {
  return async (url) => {
    const check = checkLetters(tally);
    const acknowledgements: (() => void)[] = [];
    let shown: ShownHand | undefined;

    const hear = (text: string) => {
      if (text === originalResetReply) {
        check.acknowledged();
        return acknowledgements.shift()?.();
      }
      const message: { maxarg_letter?: string; error?: string } = JSON.parse(text);
      if (message.maxarg_letter !== undefined) check.read(message.maxarg_letter);
      else if (message.error === lostPicture) tally.lostPictures += 1;
      else tally.errors += 1;
    };
    const socket = await openTextSocket(url, "/", hear);

    return {
      ...socket,
      learn(hand) {
        shown = hand;
        check.asked(hand.letter);
        socket.send(JSON.stringify({ jpeg_blob: null, new_letter: hand.letter }));
        return new Promise((resolve) => acknowledgements.push(resolve));
      },
      show() {
        if (shown) socket.send(JSON.stringify({ jpeg_blob: Buffer.from(shown.jpeg).toString("base64") }));
      },
    };
  };
}
