import type { ServerMessage } from "@signify/core";
import { type Letter, landmarkFrameLength } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { countHands } from "./count-hands.ts";
import type { Reader, Reading } from "./reader.ts";

/**
 * Reads pictures on a running server, over the typed protocol.
 * @throws Error when the server cannot be reached or refuses the connection.
 */
export async function createServerReader(url: string, token?: string): Promise<Reader> {
  const address = addressOf(url);
  if (token) address.searchParams.set("access_token", token);
  const socket = new WebSocket(address);
  let failure: Error | undefined;
  let receive: (message: ServerMessage) => void = () => {};
  let fail: (error: Error) => void = () => {};

  let refusal: string | undefined;

  socket.onmessage = ({ data }) => {
    const message: ServerMessage = JSON.parse(String(data));
    refusal = message.type === "error" && message.sequence === undefined ? message.message : undefined;
    receive(message);
  };
  socket.onclose = ({ code }) => {
    failure ??= new Error(refusal ?? `The server closed the connection (${code}).`);
    fail(failure);
  };
  await new Promise<void>((resolve, reject) => {
    fail = () => reject(new Error(`The server could not be reached. ${expectedAddress}`));
    socket.onopen = () => resolve();
  });

  /** Sends something and waits for the message that ends it. */
  const exchange = (
    send: () => void,
    isLast: (message: ServerMessage) => boolean,
    note: (message: ServerMessage) => void,
  ) =>
    new Promise<void>((resolve, reject) => {
      if (failure) return reject(failure);
      fail = reject;
      receive = (message) => {
        note(message);
        if (message.type === "error" && message.sequence === undefined) reject(new Error(message.message));
        else if (isLast(message)) resolve();
      };
      send();
    });

  let interval = 0;
  const start = (mode: "live" | "still") =>
    exchange(
      () => socket.send(JSON.stringify({ type: "session.start", mode, events: ["status", "landmarks"] })),
      (message) => message.type === "session.ready",
      (message) => {
        if (message.type === "session.ready") interval = 1000 / message.limits.framesPerSecond;
      },
    );

  let sequence = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  /** Sends a frame, no sooner than the server allows: one that is too fast may be refused without a word. */
  const exchangeFrame = async (
    content: { kind: "picture"; jpeg: Uint8Array } | { kind: "landmarks"; landmarks: Float32Array },
    isLast: (message: ServerMessage) => boolean,
    note: (message: ServerMessage) => void,
  ) => {
    await Bun.sleep(Math.max(0, sentAt + interval - performance.now()));
    sentAt = performance.now();
    const header = { sequence: sequence++, capturedAt: sentAt, mirrored: false };
    await exchange(() => socket.send(encodeFrame({ ...content, ...header })), isLast, note);
  };

  return {
    async readPicture(jpeg) {
      const reading: Reading = { hands: 0, letter: null, probability: null };
      await start("still");
      const isLast = ({ type }: ServerMessage) =>
        type === "prediction" || type === "error" || type === "status";
      await exchangeFrame(
        { kind: "picture", jpeg },
        (message) => isLast(message) && !isTracking(message),
        noteInto(reading),
      );
      return reading;
    },
    async readSequence(jpegs) {
      const reading: Reading = { hands: 0, letter: null, probability: null };
      await start("live");
      const note = noteInto(reading);
      const isSeen = ({ type }: ServerMessage) => type === "landmarks" || type === "error";
      for await (const jpeg of jpegs) await exchangeFrame({ kind: "picture", jpeg }, isSeen, note);
      // Frames are read in order: once an empty one has been seen, the last picture has been read to its end.
      const landmarks = new Float32Array(landmarkFrameLength);
      await exchangeFrame({ kind: "landmarks", landmarks }, isSeen, note);
      return reading;
    },
    async close() {
      socket.close();
    },
  };
}

const expectedAddress = "Expected an address such as ws://localhost:8765.";

function addressOf(url: string): URL {
  const address = url.replace(/^http/, "ws");
  if (!/^wss?:\/\//.test(address) || !URL.canParse(address)) throw new Error(expectedAddress);
  return new URL("/v1/recognize", address);
}

function isTracking(message: ServerMessage): boolean {
  return message.type === "status" && message.state === "tracking";
}

function noteInto(reading: Reading): (message: ServerMessage) => void {
  return (message) => {
    if (message.type === "prediction") {
      reading.letter = message.letter as Letter;
      reading.probability = message.probability;
    } else if (message.type === "error") {
      reading.error = message.message;
    } else if (message.type === "landmarks") {
      reading.hands = Math.max(reading.hands, countHands(Float32Array.from(message.points)));
    }
  };
}
