// A practice page: the camera, a target letter, and where letters are read.
import { SignifyError } from "@signify/client-sdk";
import { openCamera } from "@signify/client-sdk/camera";
import { type CameraRecognition, recognizeCamera, type Where } from "@signify/client-sdk/on-device";

const element = <Type extends HTMLElement>(id: string) => document.getElementById(id) as Type;
const video = element<HTMLVideoElement>("camera");
const target = element<HTMLInputElement>("target");
const where = element<HTMLSelectElement>("where");
const say = (text: string) => {
  element("state").textContent = text;
};
const server = new URLSearchParams(location.search).get("server") ?? "/";
let recognition: CameraRecognition | undefined;

async function start(): Promise<void> {
  recognition?.close();
  video.srcObject ??= await openCamera();
  await video.play();
  recognition = await recognizeCamera({
    where: where.value as Where,
    url: server,
    source: video.srcObject as MediaStream,
    assets: "/signify/",
    target: wanted(),
    onCamera: (camera, error) => say(error?.message ?? `camera: ${camera}`),
  });
  const { client } = recognition;
  say(client.reason ?? client.state);
  client.on("prediction", ({ letter, targetProbability }) => {
    element("letter").textContent = `${letter}  ${Math.round(targetProbability * 100)} %`;
  });
  client.on("status", ({ state }) => say(state === "no-hand" ? "Show your hand" : state));
  client.on("state", ({ state, reason, error }) => say(error?.message ?? reason ?? state));
}

const wanted = () => (/^[a-z]$/i.test(target.value) ? (target.value.toUpperCase() as "A") : null);
target.addEventListener("input", () => recognition?.client.setTarget(wanted()));
where.addEventListener("change", () => recognition && startAgain());
element("start").addEventListener("click", () => startAgain());

function startAgain(): void {
  say("Starting …");
  start().catch((error: unknown) => {
    say(SignifyError.isInstance(error) ? error.message : "Something went wrong.");
    console.error(error);
  });
}
