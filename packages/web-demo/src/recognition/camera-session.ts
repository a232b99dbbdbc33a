import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PictureSource } from "../camera/picture-source.ts";
import type { Settings } from "../shell/settings.ts";
import { type ProblemCode, problemOf } from "./problem.ts";
import { createRecognition, type Recognition, type RecognitionOptions } from "./recognition.ts";

/** How far the camera and the recognizer are. */
export type Phase = "off" | "starting" | "loading" | "on";

/** What takes the pictures, or stands in for it. */
export type SourceKind = "camera" | "file";

/** What a session is made of. */
export type CameraSessionOptions = Omit<RecognitionOptions, "onProblem"> & {
  /** Another place, or another camera, takes effect at once. */
  settings: ReadonlySignal<Pick<Settings, "place" | "camera">>;
  /** Opens a camera by its `deviceId`, or the usual one by an empty text. @throws SignifyError */
  openCamera: (deviceId: string) => Promise<PictureSource>;
  /** Opens a picture or a clip. @throws SignifyError */
  openFile: (file: Blob) => Promise<PictureSource>;
  /** Calls back once when the network is back; answers how to stop that. */
  onNetworkBack: (listener: () => void) => () => void;
};

/** A camera, or what stands in for it, and the recognition of what it shows. */
export type CameraSession = Omit<Recognition, "ready" | "start"> & {
  phase: ReadonlySignal<Phase>;
  /** What went wrong at the last start, or after it. */
  problem: ReadonlySignal<ProblemCode | undefined>;
  sourceKind: ReadonlySignal<SourceKind>;
  /** Starts the camera and the recognizer; it never rejects. */
  startCamera(): Promise<void>;
  /** Takes a picture or a clip instead of the camera. */
  startFile(file: Blob): Promise<void>;
  /** Stops everything; the camera's light goes out. */
  stop(): void;
};

/** Milliseconds for which a camera must have worked, when it was lost before, to be opened again when it is lost. */
const steadyFor = 10_000;
/** Problems that may be over when the network is back. */
const ofTheNetwork: ReadonlySet<ProblemCode> = new Set(["unreachable", "hands-failed", "letters-failed"]);

/** A session that is off. */
export function createCameraSession(options: CameraSessionOptions): CameraSession {
  const { settings, openCamera, openFile, onNetworkBack, clock } = options;
  const running = signal(false);
  const source = signal<PictureSource | undefined>(undefined);
  const sourceKind = signal<SourceKind>("camera");
  const problem = signal<ProblemCode | undefined>(undefined);
  // Each start has one of its own; what opens for one that is over is closed again.
  let present = new AbortController();
  let forgetNetwork = () => {};
  let openedAgainAt = Number.NEGATIVE_INFINITY;

  const stop = () => {
    present.abort();
    forgetNetwork();
    recognition.stop();
    source.value?.stop();
    batch(() => {
      source.value = undefined;
      running.value = false;
    });
  };
  let startAgain = () => {};
  const fail = (code: ProblemCode) => {
    stop();
    problem.value = code;
    if (ofTheNetwork.has(code)) forgetNetwork = onNetworkBack(startAgain);
  };
  const {
    ready,
    start: startRecognizer,
    ...recognition
  } = createRecognition({
    ...options,
    onProblem: (code) => (code === "camera-lost" ? lose() : fail(code)),
  });

  const start = async (kind: SourceKind, open: () => Promise<PictureSource>) => {
    stop();
    startAgain = () => void start(kind, open);
    present = new AbortController();
    const { signal } = present;
    batch(() => {
      running.value = true;
      sourceKind.value = kind;
      problem.value = undefined;
    });
    // The recognizer is fetched and started while the person is still asked for the camera.
    const started = startRecognizer(settings.value.place);
    try {
      const opened = await open();
      if (signal.aborted) return opened.stop();
      source.value = opened;
      opened.onLost(() => {
        if (!signal.aborted) lose();
      });
      await started;
    } catch (error) {
      if (!signal.aborted) fail(problemOf(error));
    }
  };
  /** A camera that is lost, or has shown nothing yet, is opened once more: it may only have been taken away for a moment. */
  const lose = () => {
    const now = clock();
    const { value: opened } = source;
    const isGivenUp = now - openedAgainAt < steadyFor || (opened && !opened.openAgain);
    if (isGivenUp) return fail("camera-lost");
    openedAgainAt = now;
    if (opened?.openAgain) void start("camera", opened.openAgain);
    else startAgain();
  };
  const startCamera = () => start("camera", () => openCamera(settings.value.camera));

  let before = settings.value;
  settings.subscribe((now) => {
    const { place, camera } = before;
    before = now;
    if (!running.value) return;
    if (now.camera !== camera && sourceKind.value === "camera") void startCamera();
    else if (now.place !== place) void startRecognizer(now.place);
  });

  return {
    ...recognition,
    phase: computed(() => {
      if (!running.value) return "off";
      if (!source.value) return "starting";
      return ready.value ? "on" : "loading";
    }),
    problem,
    sourceKind,
    startCamera,
    startFile: (file) => start("file", () => openFile(file)),
    stop,
  };
}
