import type {
  ClientMessage,
  ClientMessageOf,
  HandRanges,
  LetterRules,
  RecognitionMode,
  ServerMessage,
  Session,
  TaughtHand,
} from "@signify/core";
import {
  createHandLesson,
  type HandLesson,
  parseLetter,
  type Recognizer,
  type RecognizerEvent,
  readHand,
  SignifyError,
} from "@signify/core";
import {
  decodeFrame,
  eventMessage,
  landmarksMessage,
  lessonMessage,
  readClientMessage,
} from "@signify/core/protocol";
import type { Conversation, ConversationContext } from "./conversation.ts";
import { hasLittleStructure } from "./has-little-structure.ts";
import { parseJson } from "./parse-json.ts";

/** Characters of a text message; a hand with three samples of all letters takes about 7,000, anything else about 200. */
const maxTextLength = 16_384;
/** Characters of a text besides its strings: those cost a parser little, and all but a hand is shorter altogether. */
const maxStructure = 2048;

/** What a typed conversation tells of the server and reads by. */
export type TypedParts = {
  /** What a client is told at the start of a session. */
  sessionIn(mode: RecognitionMode): Session;
  /** How the letter model is used for verdicts and for a learner's own hand. */
  rules: LetterRules;
  /** How people sign each letter, for clients that ask what to correct. */
  handRanges: HandRanges;
};

/** The conversation at `/v1/recognize`: typed text messages, binary frames. */
export function createTypedConversation(
  context: ConversationContext,
  { sessionIn, rules, handRanges }: TypedParts,
): Conversation {
  const { outbox, report } = context;
  const tell = (message: ServerMessage) => outbox.sendNow(JSON.stringify(message));
  let recognizer: Recognizer | undefined;
  let lesson: HandLesson | undefined;

  const start = ({ target = null, mode = "live", events = [], hand }: ClientMessageOf<"session.start">) => {
    recognizer?.close();
    lesson = undefined;
    const deliver = (event: RecognizerEvent) => {
      if (event.type === "failure") return report(event.error, event.frame.sequence);
      if (event.type === "status" && !events.includes("status")) return;
      return outbox.send(JSON.stringify(eventMessage(event)));
    };
    recognizer = context.startRecognizer(deliver, {
      mode,
      rules,
      onRead(frame, letters) {
        if (!lesson) return;
        const state = lesson.see(letters, frame.capturedAt);
        tell(lessonMessage(lesson.letter, state));
        if (state.state !== "learning") lesson = undefined;
      },
      ...(events.includes("correction") && { handRanges }),
      ...(events.includes("landmarks") && {
        onHands: (frame, hands) => tell(landmarksMessage(frame, hands)),
      }),
    });
    const epoch = recognizer.setTarget(parseLetter(target) ?? null);
    tell({ type: "session.ready", epoch, ...sessionIn(mode) });
    // A hand that does not fit costs the hand alone: the letters are read by nobody's.
    if (hand) setHand(recognizer, hand);
  };

  const setHand = (to: Recognizer, hand: TaughtHand | null) => {
    to.setHand(hand ? readHand(hand, sessionIn("live").model, rules.myHand) : new Map());
  };

  const started = (): Recognizer => {
    if (recognizer) return recognizer;
    throw new SignifyError("bad-message", 'Expected "session.start" before anything else.');
  };

  const handleText = (message: ClientMessage) => {
    context.admitMessage();
    switch (message.type) {
      case "session.start":
        return start(message);
      case "target.set": {
        const target = parseLetter(message.target) ?? null;
        const epoch = started().setTarget(target);
        tell({ type: "target.reset", epoch, target, targetProbability: 0 });
        return context.targetReset();
      }
      case "hand.set":
        return setHand(started(), message.hand);
      case "hand.learn": {
        started();
        const letter = parseLetter(message.letter);
        lesson = letter && createHandLesson({ letter, insist: message.insist ?? false, rule: rules.myHand });
        return;
      }
      case "ping":
        return tell({ type: "pong", id: message.id });
    }
  };

  const receive = (message: string | Uint8Array) => {
    if (typeof message !== "string") {
      context.admitFrame();
      started().push(decodeFrame(message));
    } else if (message.length > maxTextLength) {
      throw new SignifyError("bad-message", `Expected a text of at most ${maxTextLength} characters.`);
    } else if (!hasLittleStructure(message, maxStructure)) {
      throw new SignifyError(
        "bad-message",
        `Expected at most ${maxStructure} characters besides the strings of a hand.`,
      );
    } else {
      handleText(readClientMessage(parseJson(message, "Expected valid JSON, or a binary frame.")));
    }
  };

  return {
    receive,
    announceEnd(seconds) {
      if (recognizer) tell({ type: "session.draining", seconds });
    },
    close: () => recognizer?.close(),
  };
}
