import type { ServerMessage } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";

/** A bench client of the typed protocol: it notes when each frame was sent and when it was seen. */
export type BenchClient = {
  /** Milliseconds from the call to the open socket. */
  connected: number;
  send(jpeg: Uint8Array): void;
  /** Sets a target and answers the milliseconds until it was acknowledged. */
  reset(): Promise<number>;
  sent: number;
  /** Milliseconds from sending a frame to its landmarks, for every frame that was looked at. */
  replies: number[];
  close(): void;
};

/** Connects and starts a session; `replies` are only told to a client that asks for landmarks. */
export async function connectBenchClient(
  url: string,
  events: "landmarks"[] = ["landmarks"],
): Promise<BenchClient> {
  const start = performance.now();
  const socket = new WebSocket(url);
  await new Promise<unknown>((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const connected = performance.now() - start;
  const sentAt = new Map<number, number>();
  let acknowledge = () => {};
  const client: BenchClient = {
    connected,
    sent: 0,
    replies: [],
    send(jpeg) {
      const sequence = client.sent++;
      sentAt.set(sequence, performance.now());
      socket.send(
        encodeFrame({ kind: "picture", jpeg, sequence, capturedAt: performance.now(), mirrored: false }),
      );
    },
    reset() {
      const asked = performance.now();
      return new Promise((resolve) => {
        acknowledge = () => resolve(performance.now() - asked);
        socket.send('{"type":"target.set","target":"B"}');
      });
    },
    close: () => socket.close(),
  };
  const ready = Promise.withResolvers<void>();
  socket.onmessage = ({ data }) => {
    const message: ServerMessage = JSON.parse(String(data));
    if (message.type === "session.ready") ready.resolve();
    else if (message.type === "target.reset") acknowledge();
    else if (message.type === "landmarks") {
      client.replies.push(performance.now() - (sentAt.get(message.sequence) ?? Number.NaN));
      sentAt.delete(message.sequence);
    }
  };
  socket.send(JSON.stringify({ type: "session.start", target: "A", events }));
  await ready.promise;
  return client;
}
