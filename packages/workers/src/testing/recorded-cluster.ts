import type { EngineMessage } from "../cluster/engine.ts";
import { decodeMessage, encodeMessage } from "../cluster/message-codec.ts";
import type { ClusterMessage } from "../cluster/messages.ts";
import type { MemoryBroker } from "./memory-broker.ts";

/** What somebody in a cluster has heard, and how to answer it. */
export type Heard = {
  message: ClusterMessage | undefined;
  bytes: Uint8Array;
  isNobody: boolean;
  /** Answers, with a subject for an answer to that. */
  answer(message: ClusterMessage, options?: { bytes?: Uint8Array; reply?: string }): void;
};

/** Somebody in a cluster who keeps what is said on some subjects. */
export function createListener(broker: MemoryBroker) {
  const engine = broker.connect();
  const heard: Heard[] = [];
  const receive = ({ data, reply, isNobody }: EngineMessage) => {
    const { message, bytes = new Uint8Array(0) } = decodeMessage(data) ?? {};
    heard.push({
      message,
      bytes,
      isNobody,
      answer(said, options = {}) {
        if (reply) engine.publish(reply, encodeMessage(said, options.bytes), options.reply);
      },
    });
  };
  return {
    engine,
    heard,
    /** The types of what was heard, in order. */
    types: () => heard.map(({ message, isNobody }) => (isNobody ? "nobody" : message?.type)),
    listen: (subject: string, group?: string) => engine.subscribe(subject, receive, group ? { group } : {}),
    say: (subject: string, message: ClusterMessage, reply?: string) =>
      engine.publish(subject, encodeMessage(message), reply),
  };
}
