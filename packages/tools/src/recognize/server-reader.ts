import {
  type ClientEventOf,
  connect,
  type ErrorCode,
  type SignifyClient,
  SignifyError,
} from "@signify/client-sdk";
import { type Letter, landmarkFrameLength, type RecognitionMode } from "@signify/core";
import { countHands } from "./count-hands.ts";
import type { Reader, Reading } from "./reader.ts";

const expectedAddress = "Expected an address such as ws://localhost:8765.";

/** What a person at a terminal can do about it, where that is another thing than in an app. */
const advice: Partial<Record<ErrorCode, string>> = {
  "bad-address": expectedAddress,
  unreachable: `The server could not be reached. ${expectedAddress}`,
  unauthorized: "Expected the server's bearer token.",
};

/**
 * Reads pictures on a running server, over the typed protocol.
 * @throws Error when the server cannot be reached or refuses the connection.
 */
export async function createServerReader(url: string, token?: string): Promise<Reader> {
  const open = (mode: RecognitionMode) =>
    connect({ url, ...(token && { token }), mode, events: ["landmarks"] }).catch(explain);
  const stills = await open("still");

  return {
    async readPicture(jpeg, asked) {
      await ask(stills, asked);
      let hands = 0;
      const last = await exchange(
        stills,
        () => stills.sendFrame(jpeg),
        (answer) => {
          if (answer.type === "landmarks") hands = handsIn(answer);
          return answer.type !== "landmarks" || hands === 0;
        },
      );
      return readingOf(last, hands);
    },
    async readSequence(jpegs, asked) {
      // Each sequence is a camera of its own: what was followed in another must not be looked for here.
      await using client = await open("live");
      await ask(client, asked);
      const reading: Reading = { hands: 0, letter: null, probability: null };
      client.on("prediction", (answer) => Object.assign(reading, readingOf(answer, reading.hands)));
      const look = async (send: () => void) => {
        const answer = await exchange(client, send, ({ type }) => type !== "prediction");
        if (answer.type === "landmarks") reading.hands = Math.max(reading.hands, handsIn(answer));
        if (answer.type === "error") reading.error = answer.error.message;
      };
      for await (const jpeg of jpegs) await look(() => client.sendFrame(jpeg));
      // Frames are read in order: once an empty one has been seen, the last picture has been read to its end.
      await look(() => client.sendLandmarks(new Float32Array(landmarkFrameLength)));
      return reading;
    },
    close: async () => stills.close(),
  };
}

/** Asks for a letter, or for none, and waits until the server has it: what is sent before is judged by the letter before. */
async function ask(client: SignifyClient, letter: Letter | null = null): Promise<void> {
  if (client.target === letter) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const offs = [
    client.on("target", ({ target }) => target === letter && resolve()),
    client.on("state", ({ state, error }) => state === "closed" && reject(error)),
  ];
  client.setTarget(letter);
  await promise.finally(() => offs.forEach((off) => void off()));
}

type Answer = ClientEventOf<"landmarks" | "prediction" | "error">;

/**
 * Sends one frame and waits for the answer that ends it. A frame that the client itself refuses ends so too.
 * @throws Error when the connection is lost before the answer comes.
 */
function exchange(
  client: SignifyClient,
  send: () => void,
  isLast: (answer: Answer) => boolean,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const receive = (answer: Answer) => {
      if (isLast(answer)) settle(() => resolve(answer));
    };
    const offs = [
      client.on("landmarks", receive),
      client.on("prediction", receive),
      client.on("error", receive),
      client.on("state", ({ state, error }) => {
        if (state === "closed" || state === "connecting") settle(() => reject(error));
      }),
    ];
    const settle = (end: () => void) => {
      for (const off of offs) off();
      end();
    };
    try {
      send();
    } catch (error) {
      settle(() => (SignifyError.isInstance(error) ? resolve({ type: "error", error }) : reject(error)));
    }
  });
}

function handsIn({ points }: ClientEventOf<"landmarks">): number {
  return countHands(Float32Array.from(points));
}

function readingOf(event: Answer, hands: number): Reading {
  if (event.type === "error") return { hands, letter: null, probability: null, error: event.error.message };
  if (event.type !== "prediction") return { hands, letter: null, probability: null };
  const { letter, probability, verdict } = event;
  return { hands, letter, probability, ...(verdict && { passed: verdict === "shown" }) };
}

function explain(error: unknown): never {
  const code = SignifyError.isInstance(error) ? error.code : undefined;
  throw new Error((code && advice[code]) ?? (error instanceof Error ? error.message : String(error)), {
    cause: error,
  });
}
