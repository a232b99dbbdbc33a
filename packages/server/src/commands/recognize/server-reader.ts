import type { Letter } from "@signify/core";
import { encodeFrame, type ServerMessage } from "@signify/core/protocol";
import type { Reader, Reading } from "./reader.ts";

/**
 * Reads pictures on a running server, over the typed protocol.
 * @throws Error when the server cannot be reached or refuses the connection.
 */
export async function createServerReader(url: string, token?: string): Promise<Reader> {
  const address = new URL("/v1/recognize", url.replace(/^http/, "ws"));
  if (token) address.searchParams.set("access_token", token);
  const socket = new WebSocket(address);
  let failure: Error | undefined;
  let receive: (message: ServerMessage) => void = () => {};
  let fail: (error: Error) => void = () => {};

  socket.onmessage = ({ data }) => receive(JSON.parse(String(data)));
  socket.onclose = ({ code }) => {
    failure ??= new Error(`The server closed the connection (${code}).`);
    fail(failure);
  };
  await new Promise<void>((resolve, reject) => {
    fail = () =>
      reject(new Error("The server could not be reached. Expected an address such as ws://localhost:8765."));
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
        if (isLast(message)) resolve();
      };
      send();
    });

  const start = (mode: "live" | "still") =>
    exchange(
      () => socket.send(JSON.stringify({ type: "session.start", mode, events: ["status", "landmarks"] })),
      (message) => message.type === "session.ready" || message.type === "error",
      (message) => {
        if (message.type === "error") throw new Error(message.message);
      },
    );

  let sequence = 0;
  const pictureOf = (jpeg: Uint8Array) => () =>
    socket.send(
      encodeFrame({
        kind: "picture",
        jpeg,
        sequence: sequence++,
        capturedAt: performance.now(),
        mirrored: false,
      }),
    );

  return {
    async readPicture(jpeg) {
      const reading: Reading = { hands: 0, letter: null, probability: null };
      await start("still");
      const isLast = ({ type }: ServerMessage) =>
        type === "prediction" || type === "error" || type === "status";
      await exchange(
        pictureOf(jpeg),
        (message) => isLast(message) && !isTracking(message),
        noteInto(reading),
      );
      return reading;
    },
    async readSequence(jpegs) {
      const reading: Reading = { hands: 0, letter: null, probability: null };
      await start("live");
      const note = noteInto(reading);
      for await (const jpeg of jpegs) {
        await exchange(pictureOf(jpeg), ({ type }) => type === "landmarks" || type === "error", note);
      }
      await exchange(
        () => socket.send(JSON.stringify({ type: "ping", id: sequence })),
        ({ type }) => type === "pong",
        note,
      );
      return reading;
    },
    async close() {
      socket.close();
    },
  };
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
      const slots = [message.points.slice(0, 63), message.points.slice(63)];
      const hands = slots.filter((slot) => slot.some((coordinate) => coordinate !== 0)).length;
      reading.hands = Math.max(reading.hands, hands);
    }
  };
}
