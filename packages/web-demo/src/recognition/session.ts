import { batch, effect, signal, untracked } from "@preact/signals";
import type { Letter } from "@signify/core";
import { createBrightnessMeter } from "../camera/brightness.ts";
import { openCamera, openFile, type PictureSource } from "../camera/picture-source.ts";
import { settings } from "../settings/settings.ts";
import { createRateMeter, type RateMeter } from "./frame-rate.ts";
import { type HandBox, handBox, type PictureAdvice, pictureAdvice } from "./picture-advice.ts";
import { type ProblemCode, problemOf } from "./problem.ts";
import type { LinkState, Reading, Recogniser, RecogniserEvent, SeenPoints } from "./recogniser.ts";

/** How far the camera and the recogniser are. */
export type Phase = "off" | "starting" | "loading" | "on";

/** What the screens listen to, besides the signals below. */
export type SessionEvent = Extract<RecogniserEvent, { type: "reading" | "hands" | "points" | "link" }>;

/** Pictures found per second, and milliseconds from a picture to its letter. */
export type Figures = { rate: number; delay: number | undefined };

/** The video that shows the camera; it outlives the screens, so that a change of screen does not stop the camera. */
export const video = document.createElement("video");
video.muted = true;
video.playsInline = true;
video.tabIndex = -1;

export const phase = signal<Phase>("off");
export const problem = signal<ProblemCode | undefined>(undefined);
export const sourceKind = signal<PictureSource["kind"]>("camera");
export const link = signal<LinkState>("ok");
export const reading = signal<Reading | undefined>(undefined);
const handState = signal<"no-hand" | "filling" | "tracking" | undefined>(undefined);
export const advice = signal<PictureAdvice | undefined>(undefined);
export const figures = signal<Figures | undefined>(undefined);
/** This device has found hands too slowly for a while. */
export const slow = signal(false);

const listeners = new Set<(event: SessionEvent) => void>();
let source: PictureSource | undefined;
let recogniser: Recogniser | undefined;
let stopRecogniser: AbortController | undefined;
let attempt = 0;
let target: Letter | null = null;

/** Calls back for every event until the answer is called. */
export function listen(listener: (event: SessionEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets the wanted letter, also for a recogniser that is started later. */
export function setTarget(letter: Letter | null): void {
  target = letter;
  reading.value = undefined;
  recogniser?.setTarget(letter);
}

/** Starts the camera and the recogniser. */
export function startCamera(): Promise<void> {
  return start(() => openCamera(video, settings.value.camera));
}

/** Takes a picture or a clip instead of the camera. */
export function startFile(file: Blob): Promise<void> {
  return start(() => openFile(video, file));
}

/** Stops everything; the camera's light goes out. */
export function stop(): void {
  attempt += 1;
  endRecogniser();
  source?.stop();
  source = undefined;
  batch(() => {
    phase.value = "off";
    link.value = "ok";
  });
}

async function start(open: () => Promise<PictureSource>): Promise<void> {
  stop();
  const mine = attempt;
  batch(() => {
    phase.value = "starting";
    problem.value = undefined;
  });
  // The recogniser is fetched and started while the person is still asked for the camera.
  const reading = startRecogniser(mine);
  try {
    const opened = await open();
    if (mine !== attempt) return opened.stop();
    source = opened;
    batch(() => {
      sourceKind.value = opened.kind;
      if (phase.value === "starting") phase.value = recogniser ? "on" : "loading";
    });
    opened.onLost(() => fail("camera-lost", mine));
    await reading;
  } catch (error) {
    fail(problemOf(error), mine);
  }
}

/** Starts the recogniser for the place that is set. */
async function startRecogniser(mine: number): Promise<void> {
  endRecogniser();
  const controller = new AbortController();
  stopRecogniser = controller;
  if (source) phase.value = "loading";
  try {
    const { openRecogniser } = await import("./sdk-recogniser.ts");
    const opened = await openRecogniser({
      place: settings.value.place,
      video,
      target,
      signal: controller.signal,
      onEvent: (event) => {
        if (!controller.signal.aborted) receive(event, mine);
      },
    });
    if (controller.signal.aborted) return;
    recogniser = opened;
    opened.setTarget(target);
    if (source) phase.value = "on";
    watchPicture(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) fail(problemOf(error), mine);
  }
}

function endRecogniser(): void {
  stopRecogniser?.abort();
  stopRecogniser = undefined;
  recogniser = undefined;
  box = undefined;
  batch(() => {
    reading.value = undefined;
    handState.value = undefined;
    advice.value = undefined;
    figures.value = undefined;
    slow.value = false;
  });
  tell({ type: "points", points: undefined });
}

function fail(code: ProblemCode, mine: number): void {
  if (mine !== attempt) return;
  stop();
  problem.value = code;
}

let box: HandBox | undefined;
let lastPoints: SeenPoints | undefined;
let meter: RateMeter | undefined;

function receive(event: RecogniserEvent, mine: number): void {
  if (event.type === "frame") meter?.count(performance.now());
  else if (event.type === "ended") fail(event.problem, mine);
  else {
    batch(() => remember(event));
    tell(event);
  }
}

function remember(event: SessionEvent): void {
  switch (event.type) {
    case "reading":
      reading.value = event.reading;
      break;
    case "hands":
      handState.value = event.state;
      if (event.state === "no-hand") reading.value = undefined;
      break;
    case "points":
      lastPoints = event.points;
      if (event.points) box = handBox(event.points.points, event.points.aspect);
      break;
    case "link":
      link.value = event.link;
      break;
  }
}

function tell(event: SessionEvent): void {
  for (const listener of listeners) listener(event);
}

/** Milliseconds between two looks at the light and the figures. */
const lookEvery = 500;
/** Pictures a second below which practising is no fun, and milliseconds after which that is said. */
const slowRate = 5;
const slowAfter = 10_000;

/** Looks now and then at the light, the place of the hand and the frame rate. */
function watchPicture(signal: AbortSignal): void {
  const brightness = createBrightnessMeter(video);
  const startedAt = performance.now();
  meter = createRateMeter(startedAt);
  let slowSince: number | undefined;
  let looksWithoutHand = 0;
  const timer = setInterval(() => {
    if (document.hidden) {
      slowSince = undefined;
      return;
    }
    const now = performance.now();
    const seen = handState.value !== "no-hand" && lastPoints !== undefined;
    looksWithoutHand = seen ? 0 : looksWithoutHand + 1;
    // A hand that moves fast is lost for a moment now and then; that is no reason for advice.
    const patient = !seen && looksWithoutHand < 3;
    const next =
      (handState.value === undefined && !seen) || patient
        ? undefined
        : pictureAdvice({ brightness: brightness(), box, seen });
    const rate = meter?.rate(now) ?? 0;
    slowSince = rate < slowRate ? (slowSince ?? now) : undefined;
    batch(() => {
      advice.value = next;
      figures.value = { rate, delay: reading.value?.delay };
      slow.value = slowSince !== undefined && now - slowSince > slowAfter;
    });
  }, lookEvery);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}

// Another place, or another camera, takes effect at once.
let before = settings.value;
effect(() => {
  const now = settings.value;
  const { place, camera } = before;
  before = now;
  if (phase.peek() === "off") return;
  untracked(() => {
    if (now.camera !== camera && sourceKind.value === "camera") void startCamera();
    else if (now.place !== place && source) void startRecogniser(attempt);
  });
});
