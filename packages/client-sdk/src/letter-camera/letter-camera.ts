import { SignifyError } from "@signify/core";
import type { CameraSource } from "../camera/camera-source.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { readTarget } from "../read-target.ts";
import { systemTiming } from "../timing.ts";
import type { Loading } from "../workers/loading.ts";
import { type LetterCameraOptions, restartKey, whereOf } from "./letter-camera-options.ts";
import { type LetterCameraSnapshot, nothingSeen, nothingYet } from "./letter-camera-snapshot.ts";
import { openRecognition, type Recognition } from "./open-recognition.ts";
import { createOwnCamera } from "./own-camera.ts";
import { createPreview } from "./preview.ts";
import { snapshotChange } from "./snapshot-change.ts";
import { createSnapshotKeeper } from "./snapshot-keeper.ts";

/**
 * A camera whose letters are read, for what shows them: it is started and stopped as often as wanted, has always one snapshot of what there
 * is to show, and holds neither a camera nor a connection while it is off. Making one touches nothing.
 */
export type LetterCamera = {
  /** What there is to show now; the same object until something is another one. */
  readonly snapshot: LetterCameraSnapshot;
  /** Calls `listener` whenever there is another snapshot. Answers how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Asks for the camera and starts. Does nothing while it runs; what came of it is in the snapshots. */
  start(): void;
  /** Stops the camera and closes everything. */
  stop(): void;
  /**
   * Takes other options. While it runs another target is set, and what cannot go on with them is started again; the camera goes on if it is
   * the same.
   * @throws SignifyError "bad-message" when the target is not one letter A–Z.
   */
  configure(options: LetterCameraOptions): void;
  /** Shows the camera in a `<video>`; null takes it out of there. */
  attach(video: HTMLVideoElement | null): void;
};

/** From one start to the next. */
type Run = {
  key: string;
  source: CameraSource | undefined;
  abort: AbortController;
  /** What pictures come from, once it is open. */
  shown?: CameraSource | undefined;
  recognition?: Recognition;
};

const eventTypes = ["prediction", "status", "landmarks", "correction", "target", "error", "state"] as const;

/** Makes a {@link LetterCamera}; it is off. @throws SignifyError "bad-message" when the target is not one letter A–Z. */
export function createLetterCamera(initial: LetterCameraOptions): LetterCamera {
  let options = initial;
  let run: Run | undefined;
  /** What the present state is blamed on. */
  let lasting: SignifyError | undefined;
  const keeper = createSnapshotKeeper({
    target: readTarget(initial.target ?? null),
    timers: () => options.timing?.timers ?? systemTiming.timers,
    interval: () => options.updateInterval ?? 250,
  });
  const ownCamera = createOwnCamera();
  const preview = createPreview();

  const hear = (event: ClientEvent) => {
    if (event.type === "state") lasting = event.error;
    keeper.set(snapshotChange(event, lasting));
    options.onEvent?.(event);
    if (event.type === "state" && event.state === "closed") fail(event.error);
  };

  const openSource = async (): Promise<CameraSource | undefined> => {
    const { source, camera = {} } = options;
    if (!source && camera) return ownCamera.open(camera);
    ownCamera.close();
    return source;
  };
  const showPreview = (source: CameraSource | undefined) => {
    const { camera, preview: wanted } = options;
    const looksAway = camera !== false && camera?.facing === "environment";
    preview.show(source, (wanted ?? (looksAway ? "plain" : "mirrored")) === "mirrored");
  };
  const begin = async (current: Run) => {
    const { signal } = current.abort;
    const whileCurrent =
      <Given extends unknown[]>(act: (...given: Given) => void) =>
      (...given: Given) => {
        if (!signal.aborted) act(...given);
      };
    const source = await openSource();
    if (signal.aborted) return;
    current.shown = source;
    showPreview(source);
    const recognition = await openRecognition({
      events: ["status", "correction"],
      ...options,
      ...(typeof options.token === "function" && { token: () => newestToken(options) }),
      ...{ source, signal, where: whereOf(options), assets: options.assets ?? "/signify/" },
      onHands: whileCurrent((hands) => options.onHands?.(hands)),
      onLoading: whileCurrent((loading) => {
        if (loading.purpose === "recognizer") keeper.set({ progress: progressOf(loading) });
        options.onLoading?.(loading);
      }),
      onOpening: whileCurrent((event) => {
        keeper.set({ reason: event.reason, error: event.error });
        options.onOpening?.(event);
      }),
      onCamera: whileCurrent((state, error) => {
        options.onCamera?.(state, error);
        if (state === "lost") fail(error);
      }),
    });
    if (signal.aborted) return recognition.close();
    current.recognition = recognition;
    const { client } = recognition;
    const { target } = keeper.snapshot;
    if (client.target !== target) client.setTarget(target);
    for (const type of eventTypes) client.on(type, whileCurrent(hear));
    keeper.set({ client, progress: undefined });
    const { state, reason, error } = client;
    hear({ type: "state", state, ...(reason && { reason }), ...(error && { error }) });
  };

  const close = () => {
    run?.abort.abort();
    run?.recognition?.close();
  };
  const closeAll = () => {
    close();
    ownCamera.close();
    preview.show(undefined, false);
  };
  const stop = () => {
    closeAll();
    run = undefined;
    keeper.set({ ...nothingYet, target: keeper.snapshot.target });
  };
  /** The run stays, to be compared with other options. Without an error the app itself has closed the client. */
  const fail = (error: unknown) => {
    if (error === undefined) return stop();
    closeAll();
    keeper.set({
      ...nothingYet,
      target: keeper.snapshot.target,
      state: "failed",
      error: asSignifyError(error),
    });
  };
  const startAnew = () => {
    close();
    const current: Run = { key: restartKey(options), source: options.source, abort: new AbortController() };
    run = current;
    lasting = undefined;
    keeper.set({ ...nothingYet, target: readTarget(options.target ?? null), state: "starting" });
    begin(current).catch((error: unknown) => {
      if (!current.abort.signal.aborted) fail(error);
    });
  };

  return {
    get snapshot() {
      return keeper.snapshot;
    },
    subscribe: keeper.subscribe,
    start() {
      if (!run || run.abort.signal.aborted) startAnew();
    },
    stop,
    configure(next) {
      const target = readTarget(next.target ?? null);
      options = next;
      if (run && (run.key !== restartKey(next) || run.source !== next.source)) return startAnew();
      if (run?.shown && !run.abort.signal.aborted) showPreview(run.shown);
      if (target === keeper.snapshot.target) return;
      run?.recognition?.client.setTarget(target);
      keeper.set({ ...nothingSeen, target });
    },
    attach: preview.attach,
  };
}

/** Of a function that was asked for a token the newest one is called: it may know another user. */
function newestToken({ token }: LetterCameraOptions) {
  return typeof token === "function" ? token() : (token ?? "");
}

function progressOf({ loaded, bytes, isDone }: Loading): number | undefined {
  return bytes && !isDone ? Math.min(1, loaded / bytes) : undefined;
}

function asSignifyError(error: unknown): SignifyError {
  if (SignifyError.isInstance(error)) return error;
  return new SignifyError("unsupported", "The camera's letters cannot be read here.", { cause: error });
}
