import type { ClientMessage, ClientMessageOf, RecognitionMode, ServerMessage, Session } from "@signify/core";
import { parseLetter, type Recognizer, type RecognizerEvent, SignifyError } from "@signify/core";
import { decodeFrame, eventMessage, landmarksMessage, readClientMessage } from "@signify/core/protocol";
import type { Conversation, ConversationContext } from "./conversation.ts";
import { parseJson } from "./parse-json.ts";

/** Characters of a text message; the longest that means anything takes about 200. */
const maxTextLength = 1024;

/** The conversation at `/v1/recognize`: typed text messages, binary frames. */
export function createTypedConversation(
  context: ConversationContext,
  sessionIn: (mode: RecognitionMode) => Session,
): Conversation {
  const { outbox, report } = context;
  const tell = (message: ServerMessage) => outbox.sendNow(JSON.stringify(message));
  let recognizer: Recognizer | undefined;

  const start = ({ target = null, mode = "live", events = [] }: ClientMessageOf<"session.start">) => {
    recognizer?.close();
    const deliver = (event: RecognizerEvent) => {
      if (event.type === "failure") return report(event.error, event.frame.sequence);
      if (event.type === "status" && !events.includes("status")) return;
      return outbox.send(JSON.stringify(eventMessage(event)));
    };
    recognizer = context.startRecognizer(deliver, {
      mode,
      ...(events.includes("landmarks") && {
        onHands: (frame, hands) => tell(landmarksMessage(frame, hands)),
      }),
    });
    const epoch = recognizer.setTarget(parseLetter(target) ?? null);
    tell({ type: "session.ready", epoch, ...sessionIn(mode) });
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
