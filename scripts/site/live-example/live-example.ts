// The example on the site: reads a letter from a picture or from the camera, on the device.
import { type SignifyClient, SignifyError } from "@signify/client-sdk";
import { createJpegEncoder, openCamera } from "@signify/client-sdk/camera";
import { createHandTracker } from "@signify/client-sdk/hands";
import { type CameraRecognition, openOnDevice, recognizeCamera } from "@signify/client-sdk/on-device";
import { sampleLetters } from "./sample-letters.ts";

const assets = new URL("signify/", import.meta.url);
const element = <Type extends HTMLElement>(id: string) => document.getElementById(id) as Type;
const canvas = element<HTMLCanvasElement>("live-canvas");
const encoder = createJpegEncoder({ maxSide: 1280, quality: 0.95 });
let still: Promise<SignifyClient> | undefined;
let camera: CameraRecognition | undefined;

const say = (text: string) => {
  element("live-state").textContent = text;
};
const onLoading = ({
  loaded,
  bytes,
  isDone,
}: {
  loaded: number;
  bytes: number | undefined;
  isDone: boolean;
}) => say(isDone ? "Reading …" : `Loading: ${megabytes(loaded)}${bytes ? ` of ${megabytes(bytes)}` : ""} MB`);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Shows what is read, and the points of the hand on the picture. */
function follow(client: SignifyClient): void {
  client.on("prediction", ({ letter, probability, top }) => {
    element("live-letter").textContent = letter;
    element("live-top").replaceChildren(
      ...top.map((scored) => {
        const item = document.createElement("li");
        item.textContent = `${scored.letter}  ${Math.round(scored.probability * 100)} %`;
        return item;
      }),
    );
    say(`Read on this device: ${letter}, ${Math.round(probability * 100)} %.`);
  });
  client.on("status", ({ state }) => state === "no-hand" && forget("No hand is seen."));
  client.on("error", ({ error }) => forget(error.message));
  client.on("landmarks", ({ points }) => draw(points));
}

function forget(text: string): void {
  element("live-letter").textContent = "";
  element("live-top").replaceChildren();
  say(text);
}

/** Points are in picture heights. */
function draw(points: readonly number[]): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = "#ffb000";
  for (let point = 0; point < points.length; point += 3) {
    const [x = 0, y = 0] = points.slice(point, point + 2);
    if (x === 0 && y === 0) continue;
    context.beginPath();
    context.arc(x * canvas.height, y * canvas.height, canvas.height / 80, 0, 2 * Math.PI);
    context.fill();
  }
}

function show(picture: CanvasImageSource, width: number, height: number): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
}

async function openStill(): Promise<SignifyClient> {
  const hands = await createHandTracker({ assets, onLoading });
  const client = await openOnDevice({
    hands,
    assets,
    onLoading,
    mode: "still",
    events: ["status", "landmarks"],
  });
  follow(client);
  return client;
}

async function readPicture(file: Blob): Promise<void> {
  camera?.close();
  forget("Reading …");
  const picture = await createImageBitmap(file);
  show(picture, picture.width, picture.height);
  const jpeg = await encoder.encode(picture);
  still ??= openStill();
  (await still).sendFrame(jpeg);
}

async function readCamera(): Promise<void> {
  camera?.close();
  const source = await openCamera();
  const video = document.createElement("video");
  Object.assign(video, { srcObject: source, muted: true, playsInline: true });
  await video.play();
  camera = await recognizeCamera({
    where: "device",
    ...{ source, assets, onLoading },
    events: ["status", "landmarks"],
    onCamera: (_, error) => error && forget(error.message),
  });
  camera.client.on("landmarks", () => show(video, video.videoWidth, video.videoHeight));
  camera.client.on("status", () => show(video, video.videoWidth, video.videoHeight));
  follow(camera.client);
  void camera.ended.then(() => {
    for (const track of source.getTracks()) track.stop();
  });
}

/** Has a failure say what to do. */
const attempt = (work: Promise<void>) =>
  work.catch((error: unknown) => {
    still = undefined;
    forget(SignifyError.isInstance(error) ? error.message : "This is not a picture that can be read.");
  });

element("live-camera").addEventListener("click", () => attempt(readCamera()));
element<HTMLInputElement>("live-file").addEventListener("change", ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) attempt(readPicture(file));
});
for (const letter of sampleLetters) {
  const address = new URL(`samples/${letter}.jpg`, import.meta.url).href;
  const item = document.createElement("li");
  const button = document.createElement("button");
  const picture = Object.assign(document.createElement("img"), {
    src: address,
    alt: `A hand that signs ${letter}`,
  });
  button.type = "button";
  button.append(picture);
  button.addEventListener("click", () =>
    attempt(fetch(address).then(async (answer) => readPicture(await answer.blob()))),
  );
  item.append(button);
  element("live-samples").append(item);
}
