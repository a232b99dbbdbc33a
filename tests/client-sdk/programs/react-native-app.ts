import { connect, SignifyError } from "@signify/client-sdk";

// What a React Native app does, run among React Native's globals alone. The test gives it the frames.

type App = {
  url: string;
  picture: string;
  frames: number[][];
  pause: (milliseconds: number) => Promise<void>;
};

/** Sends a base64 picture, once as a frame and once to be recognized, and hand points until they are answered, closes the connection, and tells what came. */
async function runApp({ url, picture, frames, pause }: App): Promise<string[]> {
  const told: string[] = [];
  const abort = new AbortController();
  const client = await connect({ url, target: "b", signal: abort.signal });
  client.on("status", ({ state }) => told.push(state));
  client.on("prediction", ({ target }) => told.push(`prediction for ${target}`));
  client.on("error", ({ error }) => told.push(error.code));
  client.on("state", ({ state }) => told.push(state));
  client.sendFrame(picture, { mirrored: true });
  while (!told.includes("no-hand")) await pause(10);
  const { letter } = await client.recognize(picture);
  told.push(`recognized: ${letter}`);
  /** A camera, which films until this was told. */
  const film = async (until: string) => {
    for (let frame = 0; !told.includes(until); frame++) {
      client.sendLandmarks(frames[frame % frames.length] ?? []);
      await pause(33);
    }
  };
  await film("prediction for B");
  client.setTarget("C");
  await film("prediction for C");
  abort.abort();
  try {
    await connect({ url: "nowhere" });
  } catch (error) {
    told.push(SignifyError.isInstance(error) ? error.code : "unknown");
  }
  return told;
}

Object.assign(globalThis, { runApp });
