import { openCamera } from "@signify/client-sdk/camera";
import { recognizeCamera } from "@signify/client-sdk/on-device";
import type { Firsts } from "./time-to-first.ts";

/** Milliseconds from the page's opening to the first hand and to the wanted letter, all on this device. */
async function measure(letter: string): Promise<Firsts> {
  const source = await openCamera();
  const { client } = await recognizeCamera({
    where: "device",
    source,
    assets: "/signify/",
    events: ["landmarks"],
  });
  let hand = 0;
  client.on("landmarks", () => {
    hand ||= performance.now();
  });
  return new Promise((resolve) => {
    client.on("prediction", (event) => {
      if (event.letter === letter) resolve({ hand, letter: performance.now() });
    });
  });
}

Object.assign(globalThis, { measure });
