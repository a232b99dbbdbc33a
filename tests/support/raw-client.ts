import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { createRawFrameReader, encodeRawFrame, opcodes, type RawFrame } from "./raw-frame.ts";
import { withDeadline } from "./with-deadline.ts";

/** A WebSocket by hand on a plain TCP socket, for what a well-behaved client never does. */
export type RawClient = Disposable & {
  readonly socket: Socket;
  /** Sends one masked frame: text, or bytes. */
  send(message: string | Uint8Array): void;
  /** Sends these bytes as they are. */
  sendBytes(bytes: Uint8Array): void;
  /** Everything that the server has sent after the upgrade, frame by frame. */
  readonly frames: readonly RawFrame[];
  /** The first frame that matches, also of those that are there already; `undefined` when the connection ends without it. */
  frame(matches: (frame: RawFrame) => boolean): Promise<RawFrame | undefined>;
  /** Reads nothing from now on: what the server sends stays in its buffers. */
  stopReading(): void;
  /** Settles when the connection has ended, however. */
  readonly ended: Promise<void>;
};

/** Upgrades a TCP connection to 127.0.0.1. @throws Error when the server does not switch protocols. */
export async function connectRaw(port: number, path: string): Promise<RawClient> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  socket.on("error", () => {});
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.write(upgradeRequest(port, path));
  const rest = await upgraded(socket, ended);

  const frames: RawFrame[] = [];
  const listeners = new Set<(frame: RawFrame) => void>();
  const read = createRawFrameReader((frame) => {
    frames.push(frame);
    for (const listener of listeners) listener(frame);
  });
  socket.on("data", read);
  read(rest);

  return {
    socket,
    send: (message) =>
      void socket.write(
        encodeRawFrame({
          opcode: typeof message === "string" ? opcodes.text : opcodes.binary,
          payload: message,
        }),
      ),
    sendBytes: (bytes) => void socket.write(bytes),
    frames,
    frame: (matches) =>
      withDeadline<RawFrame | undefined>("a frame", (resolve) => {
        const look = (frame: RawFrame) => {
          if (matches(frame)) resolve(frame);
        };
        frames.forEach(look);
        listeners.add(look);
        ended.then(() => resolve(undefined));
        return () => listeners.delete(look);
      }),
    stopReading: () => void socket.pause(),
    ended,
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

const upgradeRequest = (port: number, path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Version: 13",
    "\r\n",
  ].join("\r\n");

const endOfHeaders = "\r\n\r\n";

/** Waits until the server has switched protocols; answers the bytes that came right behind that. */
function upgraded(socket: Socket, ended: Promise<void>): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  return withDeadline("the upgrade", (resolve, reject) => {
    const read = (data: Buffer) => {
      head = Buffer.concat([head, data]);
      const end = head.indexOf(endOfHeaders);
      if (end < 0) return;
      if (head.toString("latin1").startsWith("HTTP/1.1 101"))
        resolve(head.subarray(end + endOfHeaders.length));
      else reject(new Error("The server did not switch protocols."));
    };
    socket.on("data", read);
    ended.then(() => reject(new Error("The server closed the connection.")));
    return () => socket.off("data", read);
  });
}
