import { openCamera } from "@signify/client-sdk/camera";
import { recognizeCamera, type Where } from "@signify/client-sdk/on-device";

/** Something that the client told: a state by its reason, "letter" for a reading, with the time of the day in milliseconds. */
export type Told = { what: string; at: number };

let told: Told[] = [];
let heard: (() => void) | undefined;
let close = () => {};

function tell(what: string): void {
  told.push({ what, at: Date.now() });
  heard?.();
}

/** Recognizes the camera from now on, in place of what was recognized before. Answers when that began. */
async function begin({ where, url }: { where: Where; url: string }): Promise<number> {
  close();
  told = [];
  const source = await openCamera();
  const startedAt = Date.now();
  const abort = new AbortController();
  close = () => {
    abort.abort();
    for (const track of source.getTracks()) track.stop();
  };
  const opening = recognizeCamera({ where, url, source, assets: "/signify/", signal: abort.signal });
  opening.then(
    ({ client }) => {
      tell(client.reason ?? client.state);
      client.on("state", ({ state, reason }) => tell(reason ?? state));
      client.on("prediction", () => tell("letter"));
    },
    (error: Error) => tell(`failed: ${error.message}`),
  );
  return startedAt;
}

/** When it was told first since a time of the day. */
async function until({ what, since }: { what: string; since: number }): Promise<number> {
  for (;;) {
    const found = told.find((one) => one.what === what && one.at >= since);
    if (found) return found.at;
    await new Promise<void>((resolve) => {
      heard = resolve;
    });
  }
}

Object.assign(globalThis, { begin, until, stop: async () => close() });
