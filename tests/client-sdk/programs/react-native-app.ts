import { connect, SignifyError } from "@signify/client-sdk";

// What a React Native app does, run among React Native's globals alone. The test gives it the frames.

type App = {
  url: string;
  picture: string;
  frames: number[][];
  pause: (milliseconds: number) => Promise<void>;
};

/** Sends a base64 picture and hand points, loses the connection on purpose, and tells what came. */
async function runApp({ url, picture, frames, pause }: App): Promise<string[]> {
  const told: string[] = [];
  const abort = new AbortController();
  const client = await connect({ url, target: "b", signal: abort.signal });
  client.on("prediction", ({ target }) => told.push(`prediction for ${target}`));
  client.on("error", ({ error }) => told.push(error.code));
  client.on("state", ({ state }) => told.push(state));
  const film = async () => {
    for (const frame of frames) {
      client.sendLandmarks(frame);
      await pause(33);
    }
    await pause(200);
  };
  client.sendFrame(picture, { mirrored: true });
  await pause(300);
  await film();
  client.setTarget("C");
  await film();
  abort.abort();
  try {
    await connect({ url: "nowhere" });
  } catch (error) {
    told.push(SignifyError.isInstance(error) ? error.code : "unknown");
  }
  return told;
}

Object.assign(globalThis, { runApp });
