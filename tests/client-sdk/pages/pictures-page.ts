import { connect, type Recognition, type SignifyClient } from "@signify/client-sdk";
import { sendPictures } from "@signify/client-sdk/camera";
import { createHandTracker } from "@signify/client-sdk/hands";
import { openOnDevice, recognizeCamera, type Where } from "@signify/client-sdk/on-device";

/** A picture of this site on a canvas. */
async function drawPicture(name: string): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(await (await fetch(name)).blob());
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  return canvas;
}

/** A `<video>` that shows what is on a canvas, and its stream. */
async function play(canvas: HTMLCanvasElement) {
  const stream = canvas.captureStream(30);
  const video = document.createElement("video");
  video.muted = true;
  video.srcObject = stream;
  const redraw = () => canvas.getContext("2d")?.drawImage(canvas, 0, 0);
  const timer = setInterval(redraw, 30);
  await video.play();
  if (video.videoWidth === 0) await new Promise((resolve) => video.addEventListener("resize", resolve));
  return { video, stream, stop: () => clearInterval(timer) };
}

/** One picture in every way that a browser has, by name. */
async function everyKind(name: string) {
  const blob = await (await fetch(name)).blob();
  const canvas = await drawPicture(name);
  const { width, height } = canvas;
  const offscreen = new OffscreenCanvas(width, height);
  offscreen.getContext("2d")?.drawImage(canvas, 0, 0);
  const image = new Image();
  image.src = name;
  await image.decode();
  const { video } = await play(canvas);
  return {
    bytes: new Uint8Array(await blob.arrayBuffer()),
    buffer: await blob.arrayBuffer(),
    blob,
    png: await offscreen.convertToBlob({ type: "image/png" }),
    imageData: canvas.getContext("2d")?.getImageData(0, 0, width, height) as ImageData,
    canvas,
    offscreen,
    bitmap: await createImageBitmap(canvas),
    image,
    video,
  };
}

/** What is read of one picture in every way, all at once: by the server, or on this device. */
async function recognizeEveryKind({
  name,
  url,
}: {
  name: string;
  url?: string;
}): Promise<[string, string][]> {
  const hands = url ? undefined : await createHandTracker({ assets: "/signify/" });
  const client = url
    ? await connect({ url })
    : await openOnDevice({ assets: "/signify/", ...(hands && { hands }) });
  const kinds = Object.entries(await everyKind(name));
  const answers = await Promise.all(kinds.map(([, picture]) => client.recognize(picture).catch(String)));
  const isUnharmed = kinds.every(([, picture]) => !(picture instanceof ImageBitmap) || picture.width > 0);
  client.close();
  hands?.close();
  const told = answers.map((answer) =>
    typeof answer === "string" ? answer : `${answer.letter} ${answer.landmarks?.length}`,
  );
  return [
    ...kinds.map(([kind], index): [string, string] => [kind, told[index] ?? ""]),
    ["kept", `${isUnharmed}`],
  ];
}

/** What an opening gives that is aborted at once, or while its files come, and how many frames the page draws until then. */
async function abortEarly({
  where,
  url,
  name,
  loading,
}: {
  where: Where;
  url: string;
  name: string;
  loading: boolean;
}) {
  const { stream, stop } = await play(await drawPicture(name));
  const abort = new AbortController();
  const reason = new Error("left the page");
  let begin = () => {};
  const comes = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const opening = recognizeCamera({
    ...{ where, url, source: stream, assets: "/signify/", signal: abort.signal },
    onLoading: ({ loaded }) => loaded > 0 && begin(),
  }).then(
    ({ client }) => `a client that is ${client.state}`,
    (error: unknown) => (error === reason ? "the reason" : String(error)),
  );
  if (loading) await comes;
  let frames = 0;
  const draw = () => {
    frames += 1;
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  abort.abort(reason);
  const result = await opening;
  stop();
  return { result, frames };
}

/** What a client tells in the time in which its camera goes, and another one comes. */
async function loseCamera({
  where,
  url,
  name,
  shown,
}: {
  where: Where;
  url: string;
  name: string;
  shown: boolean;
}) {
  const canvas = await drawPicture(name);
  const first = await play(canvas);
  const told: string[] = [];
  /** Until the client is in a state, or in one with that reason; a busy machine may be slow, or silent, meanwhile. */
  const hear = (client: SignifyClient, wanted: string) =>
    (client.reason ?? client.state) === wanted
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          client.on("state", ({ state, reason = state }) => reason === wanted && resolve());
        });
  const { client, close } = await recognizeCamera({
    ...{ where, url, assets: "/signify/", source: shown ? first.video : first.stream },
    on: {
      state: ({ state, reason }) => told.push(reason ? `${state}: ${reason}` : state),
      error: ({ error }) => told.push(error.code),
    },
  });
  await new Promise<void>((resolve) => {
    client.on("status", () => resolve());
  });
  // What pulling the plug does: a track that the page stops itself has no event.
  for (const track of first.stream.getTracks()) {
    track.stop();
    track.dispatchEvent(new Event("ended"));
  }
  await hear(client, "camera-lost");
  first.stop();
  const second = await play(canvas);
  const feed = sendPictures(client, second.stream);
  await hear(client, "ready");
  feed.stop();
  close();
  second.stop();
  return told;
}

/** What is heard of assets of which one is not there. */
async function useBrokenAssets({
  where,
  url,
  name,
  file,
}: {
  where: Where;
  url: string;
  name: string;
  file: string;
}) {
  const { stream, stop } = await play(await drawPicture(name));
  const told: string[] = [];
  const opening = recognizeCamera({
    ...{ where, url, source: stream, assets: "/signify/", assetFiles: { [file]: "/app.html" } },
    on: {
      state: ({ state, reason }) => told.push(reason ? `${state}: ${reason}` : state),
    },
  });
  const error = await opening.then(
    ({ client, close }) =>
      new Promise<string>((resolve) => {
        client.on("error", ({ error: heard }) => {
          resolve(`${heard.code}: ${heard.message}`);
          close();
        });
      }),
    String,
  );
  stop();
  return { told, error };
}

export type EveryKind = Awaited<ReturnType<typeof recognizeEveryKind>>;
export type Aborted = Awaited<ReturnType<typeof abortEarly>>;
export type BrokenAssets = Awaited<ReturnType<typeof useBrokenAssets>>;
export type { Recognition };

Object.assign(globalThis, { recognizeEveryKind, abortEarly, loseCamera, useBrokenAssets });
