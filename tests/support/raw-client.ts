import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { withDeadline } from "./with-deadline.ts";

/** A WebSocket by hand on a plain TCP socket, for what a well-behaved client never does. */
export type RawClient = Disposable & {
  readonly socket: Socket;
  /** Sends one masked frame: text, or bytes. */
  send(message: string | Uint8Array): void;
  /** Sends these bytes as they are. */
  sendBytes(bytes: Uint8Array): void;
  /** Reads nothing from now on: what the server sends stays in its buffers. */
  stopReading(): void;
  /** Settles when the connection has ended, however. */
  readonly ended: Promise<void>;
};

/** Upgrades a TCP connection to 127.0.0.1. @throws Error when the server does not switch protocols. */
export async function connectRaw(port: number, path: string): Promise<RawClient> {
  const socket = connect({ host: "127.0.0.1", port });
  socket.on("error", () => {});
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const key = randomBytes(16).toString("base64");
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      `Sec-WebSocket-Key: ${key}`,
      "Sec-WebSocket-Version: 13",
      "\r\n",
    ].join("\r\n"),
  );
  await withDeadline<void>("the upgrade", (resolve, reject) => {
    socket.once("data", (data) => {
      if (data.toString("latin1").startsWith("HTTP/1.1 101")) resolve();
      else reject(new Error("The server did not switch protocols."));
    });
    ended.then(() => reject(new Error("The server closed the connection.")));
    return () => {};
  });
  return {
    socket,
    send: (message) => void socket.write(frameOf(message)),
    sendBytes: (bytes) => void socket.write(bytes),
    stopReading: () => void socket.pause(),
    ended,
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

/** One final frame, masked as clients must (RFC 6455, 5.2). */
function frameOf(message: string | Uint8Array): Buffer {
  const payload = Buffer.from(message as Uint8Array);
  const opcode = typeof message === "string" ? 1 : 2;
  const mask = randomBytes(4);
  const header =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | payload.length])
      : Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | 127]), lengthOf(payload.length)]);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([header, mask, masked]);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}
