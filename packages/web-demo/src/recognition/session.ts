import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Clock, Letter } from "@signify/core";
import type { PictureSource } from "../camera/picture-source.ts";
import { every } from "../shell/every.ts";
import type { Settings } from "../shell/settings.ts";
import type { Timers } from "../shell/timers.ts";
import type { PictureAdvice } from "./picture-advice.ts";
import { createPictureWatch, type Figures, notWatched, type PictureWatch } from "./picture-watch.ts";
import { type ProblemCode, problemOf } from "./problem.ts";
import type { LinkState, OpenRecognizer, Reading, Recognizer, RecognizerEvent } from "./recognizer.ts";
import { forgetReading, nothingSeen, remember } from "./seen.ts";

/** How far the camera and the recognizer are. */
export type Phase = "off" | "starting" | "loading" | "on";

/** What takes the pictures, or stands in for it. */
export type SourceKind = "camera" | "file";

/** What the screens listen to, besides the signals of a session. */
export type SessionEvent = Extract<RecognizerEvent, { type: "reading" | "hands" | "points" | "link" }>;

/** What a session is made of. */
export type SessionOptions = {
  /** Another place, or another camera, takes effect at once. */
  settings: ReadonlySignal<Pick<Settings, "place" | "camera">>;
  /** Opens a camera by its `deviceId`, or the usual one by an empty text. @throws SignifyError */
  openCamera: (deviceId: string) => Promise<PictureSource>;
  /** Opens a picture or a clip. @throws SignifyError */
  openFile: (file: Blob) => Promise<PictureSource>;
  openRecognizer: OpenRecognizer;
  /** Mean luma of the picture that is shown, 0..255. */
  brightness: () => number | undefined;
  /** Whether the page is out of sight. */
  hidden: () => boolean;
  clock: Clock;
  timers: Timers;
};

/** A camera, or what stands in for it, and the recognizer that looks at it. */
export type Session = {
  phase: ReadonlySignal<Phase>;
  problem: ReadonlySignal<ProblemCode | undefined>;
  sourceKind: ReadonlySignal<SourceKind>;
  link: ReadonlySignal<LinkState>;
  reading: ReadonlySignal<Reading | undefined>;
  advice: ReadonlySignal<PictureAdvice | undefined>;
  figures: ReadonlySignal<Figures | undefined>;
  /** This device has found hands too slowly for a while. */
  slow: ReadonlySignal<boolean>;
  /** Calls back for every event until the answer is called. */
  listen(listener: (event: SessionEvent) => void): () => void;
  /** Sets the wanted letter, also for a recognizer that is started later. */
  setTarget(letter: Letter | null): void;
  /** Starts the camera and the recognizer; what goes wrong is in `problem`. */
  startCamera(): Promise<void>;
  /** Takes a picture or a clip instead of the camera. */
  startFile(file: Blob): Promise<void>;
  /** Stops everything; the camera's light goes out. */
  stop(): void;
};

/** Milliseconds between two looks at the light and the figures. */
const lookEvery = 500;

/** A session that is off. */
export function createSession(options: SessionOptions): Session {
  const { settings, openCamera, openFile, openRecognizer, brightness, hidden, clock, timers } = options;
  const running = signal(false);
  const source = signal<PictureSource | undefined>(undefined);
  const recognizer = signal<Recognizer | undefined>(undefined);
  const problem = signal<ProblemCode | undefined>(undefined);
  const sourceKind = signal<SourceKind>("camera");
  const link = signal<LinkState>("ok");
  const seen = signal(nothingSeen);
  const watched = signal(notWatched);
  const listeners = new Set<(event: SessionEvent) => void>();
  let target: Letter | null = null;
  // Each start is a run of its own; what belongs to one that is over is aborted and not listened to.
  let run = new AbortController();
  let reading = new AbortController();

  const tell = (event: SessionEvent) => {
    for (const listener of listeners) listener(event);
  };
  const endRecognizer = () => {
    reading.abort();
    batch(() => {
      recognizer.value = undefined;
      seen.value = nothingSeen;
      watched.value = notWatched;
    });
    tell({ type: "points", points: undefined });
  };
  const stop = () => {
    run.abort();
    endRecognizer();
    source.value?.stop();
    batch(() => {
      source.value = undefined;
      running.value = false;
      link.value = "ok";
    });
  };
  const fail = (code: ProblemCode, { aborted }: AbortSignal) => {
    if (aborted) return;
    stop();
    problem.value = code;
  };
  const watchPictures = (signal: AbortSignal): PictureWatch => {
    const watch = createPictureWatch({ startedAt: clock(), brightness });
    const stopWatching = every(timers, lookEvery, () => {
      if (hidden()) watch.pause();
      else watched.value = watch.look(seen.value, clock());
    });
    signal.addEventListener("abort", stopWatching, { once: true });
    return watch;
  };
  const startRecognizer = async () => {
    endRecognizer();
    reading = new AbortController();
    const { signal } = reading;
    let watch: PictureWatch | undefined;
    const receive = (event: RecognizerEvent) => {
      if (event.type === "frame") return watch?.count(clock());
      if (event.type === "ended") return fail(problemOf(event.error), signal);
      batch(() => {
        seen.value = remember(seen.value, event, clock());
        if (event.type === "link") link.value = event.link;
      });
      tell(event);
    };
    try {
      const opened = await openRecognizer({
        place: settings.value.place,
        target,
        signal,
        onEvent: (event) => {
          if (!signal.aborted) receive(event);
        },
      });
      if (signal.aborted) return;
      // It may have changed while the recognizer was opened.
      opened.setTarget(target);
      recognizer.value = opened;
      watch = watchPictures(signal);
    } catch (error) {
      fail(problemOf(error), signal);
    }
  };
  const start = async (kind: SourceKind, open: () => Promise<PictureSource>) => {
    stop();
    run = new AbortController();
    const { signal } = run;
    batch(() => {
      running.value = true;
      problem.value = undefined;
      sourceKind.value = kind;
    });
    // The recognizer is fetched and started while the person is still asked for the camera.
    const ready = startRecognizer();
    try {
      const opened = await open();
      if (signal.aborted) return opened.stop();
      source.value = opened;
      opened.onLost(() => fail("camera-lost", signal));
      await ready;
    } catch (error) {
      fail(problemOf(error), signal);
    }
  };
  const startCamera = () => start("camera", () => openCamera(settings.value.camera));

  let before = settings.value;
  settings.subscribe((now) => {
    const { place, camera } = before;
    before = now;
    if (!running.value) return;
    if (now.camera !== camera && sourceKind.value === "camera") void startCamera();
    else if (now.place !== place) void startRecognizer();
  });

  return {
    phase: computed(() => {
      if (!running.value) return "off";
      if (!source.value) return "starting";
      return recognizer.value ? "on" : "loading";
    }),
    problem,
    sourceKind,
    link,
    reading: computed(() => seen.value.reading),
    advice: computed(() => watched.value.advice),
    figures: computed(() => watched.value.figures),
    slow: computed(() => watched.value.slow),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setTarget(letter) {
      target = letter;
      seen.value = forgetReading(seen.value);
      recognizer.value?.setTarget(letter);
    },
    startCamera,
    startFile: (file) => start("file", () => openFile(file)),
    stop,
  };
}
