import { encodeFrame } from "@signify/core/protocol";
import { noisePicture } from "./noise-picture.ts";

/** What strangers do through. */
export type StrangerSocket = {
  send(message: string | Uint8Array<ArrayBuffer>): void;
  /** Sends an empty WebSocket ping. */
  ping(): void;
  /** Bytes that were given to it and have not left yet. */
  readonly bufferedAmount: number;
};

/** One way to be a burden to a server. */
export type StrangerKind = {
  name: string;
  path: "/" | "/v1/recognize";
  /** What it says first, if anything. */
  hello?: string;
  /** What it sends each time again. */
  send(socket: StrangerSocket): void;
};

const megabyte = 1024 * 1024;
/** More than the network takes would burden the stranger alone. */
const mostBuffered = 16 * megabyte;
const times = (count: number, send: (socket: StrangerSocket) => void) => (socket: StrangerSocket) => {
  for (let time = 0; time < count && socket.bufferedAmount < mostBuffered; time++) send(socket);
};
const brackets = "[".repeat(megabyte - 1);
const keys = `{${Array.from({ length: 90_000 }, (_, key) => `"k${key}":1`).join(",")}`.slice(0, megabyte);
const wrongLandmarks = encodeFrame({
  kind: "landmarks",
  landmarks: new Float32Array(126),
  sequence: 1,
  capturedAt: 0,
  mirrored: false,
}).slice(0, -4);

const typed = "/v1/recognize";
const sending = (count: number, message: string | Uint8Array<ArrayBuffer>) =>
  times(count, (socket) => socket.send(message));

/** Floods: messages inside every limit, and far too many of them. */
export const floods: readonly StrangerKind[] = [
  { name: "texts of seven bytes", path: typed, send: sending(2000, "nothing") },
  { name: "valid pings", path: typed, send: sending(2000, '{"type":"ping","id":1}') },
  { name: "nonsense on the original protocol", path: "/", send: sending(2000, '{"jpeg_blob":5}') },
  { name: "a megabyte of brackets", path: "/", send: sending(10, brackets) },
  { name: "a megabyte of keys", path: "/", send: sending(10, keys) },
  { name: "a megabyte of brackets, typed", path: typed, send: sending(10, brackets) },
  { name: "empty WebSocket pings", path: typed, send: times(2000, (socket) => socket.ping()) },
  { name: "landmarks of a wrong length", path: typed, send: sending(2000, wrongLandmarks) },
];

/** Names of those whose pictures are inside every limit and take a vision process half a second each. */
export const costlyPictures = ["costly pictures as stills", "costly pictures as live frames"] as const;

/** Makes one of {@link costlyPictures}. */
export async function sendingCostlyPictures(name: (typeof costlyPictures)[number]): Promise<StrangerKind> {
  const jpeg = await noisePicture(4000);
  const picture = encodeFrame({ kind: "picture", jpeg, sequence: 1, capturedAt: 0, mirrored: false });
  const mode = name === "costly pictures as stills" ? "still" : "live";
  return {
    name,
    path: typed,
    hello: JSON.stringify({ type: "session.start", mode }),
    send: times(1, (socket) => socket.send(picture)),
  };
}
