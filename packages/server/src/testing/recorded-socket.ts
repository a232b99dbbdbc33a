import type { Socket } from "../connections/outbox.ts";

/** A socket that keeps what it is told; `result` is what sending answers. */
export type RecordedSocket = Socket & {
  sent: string[];
  closed: { code: number; reason: string }[];
  result: number;
  /** What was sent, parsed. */
  readonly messages: unknown[];
};

/** Makes a {@link RecordedSocket} whose client reads everything at once. */
export function createRecordedSocket(): RecordedSocket {
  const socket: RecordedSocket = {
    sent: [],
    closed: [],
    result: 1,
    get messages() {
      return socket.sent.map((text) => JSON.parse(text));
    },
    send(text) {
      socket.sent.push(text);
      return socket.result;
    },
    close: (code, reason) => void socket.closed.push({ code, reason }),
  };
  return socket;
}
