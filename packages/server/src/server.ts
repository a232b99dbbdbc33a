import { fileURLToPath } from "node:url";
import { backgroundTimers, systemClock } from "@signify/core";
import type { Log } from "@signify/service/log";
import { watchEventLoop } from "@signify/service/observe";
import {
  createBatchingClassifier,
  letterModelPath,
  readHandRangesFile,
  readLetterModelFile,
} from "@signify/vision/letters";
import { visionSettings } from "@signify/workers/settings";
import packageJson from "../package.json" with { type: "json" };
import { createApp } from "./app.ts";
import { admissionOptions, recognizerSettings } from "./config/parts-of-settings.ts";
import type { Settings } from "./config/settings.ts";
import { createAdmission, type Refusal } from "./connections/admission.ts";
import { type Connection, type ConnectionParts, openConnection } from "./connections/connection.ts";
import { drain } from "./connections/drain.ts";
import { errorText } from "./connections/error-text.ts";
import type { Socket } from "./connections/outbox.ts";
import { openInbox } from "./inbox/open-inbox.ts";
import { openLending } from "./lending/open-lending.ts";
import { openLetterThread } from "./letters/letter-thread.ts";
import { runAtMost } from "./letters/run-at-most.ts";
import { createFigures, type Figures } from "./observe/figures.ts";
import { createMetrics } from "./observe/metrics.ts";
import { observeAll, type ProtocolName } from "./observe/observer.ts";
import { loadPage } from "./page/load-page.ts";

/** Where the build of packages/web-demo puts the page. */
const pageDirectory = fileURLToPath(new URL("../../web-demo/dist", import.meta.url));

/**
 * Milliseconds from one run of the letter model to the next, for each connection that may add a window meanwhile, and at
 * most: a connection's next frame waits for its last reading, and may come 60 times a second.
 */
const betweenLetterRuns = { each: 3, longest: 12 };

/** A running server. */
export type Server = {
  /** The port it listens on. */
  readonly port: number;
  /** Settles when the letter model and every vision process are loaded; rejects when the letter model cannot be. */
  readonly ready: Promise<void>;
  /** What its vision processes do without on this machine, in words; known once it is ready. */
  readonly visionRestraints: readonly string[];
  /** Says goodbye to every client (1001), waits for work in flight until the deadline, and answers the closing figures. */
  stop(): Promise<Figures>;
};

/**
 * Starts the server: it listens at once and loads its models behind that.
 * @throws SignifyError when a model file is missing; Error when it cannot listen, because the port is taken for example, or
 * when the file of the inbox cannot be used.
 */
export function startServer(settings: Settings, log: Log): Server {
  const modelPath = letterModelPath();
  const { identity, rules } = readLetterModelFile();
  const handRanges = readHandRangesFile();
  const vision = visionSettings(settings);
  const inbox = openInbox(settings, { clock: systemClock, date: Date.now, timers: backgroundTimers });
  const lending = openLending(settings, log, () => observer);

  const listening = Promise.withResolvers<void>();
  let areLettersRead = true;
  const letterModel = listening.promise.then(() =>
    openLetterThread({
      path: modelPath,
      onEnd() {
        areLettersRead = false;
        log.error("the letter model's thread ended: start the server again");
      },
    }),
  );
  const figures = createFigures(systemClock);
  const eventLoop = watchEventLoop();
  let state: "loading" | "ready" | "stopping" = "loading";
  const isDraining = () => state === "stopping";
  const isReady = () => state === "ready" && areLettersRead && lending.isAble();
  const metrics = createMetrics({
    isReady,
    isDraining,
    visionProcessesReady: () => lending.ready,
    visionProcessesBusy: () => lending.busy,
    visionRestraints: () => lending.restraints,
    cluster: lending.cluster && {
      isConnected: () => lending.cluster === "connected",
      workers: lending.countWorkers,
    },
    eventLoopLag: eventLoop.takeLongest,
    logLinesDropped: () => log.output.dropped,
  });
  const observer = observeAll([metrics.observer, figures.observer]);
  const admission = createAdmission({
    ...admissionOptions(settings),
    clock: systemClock,
    timers: backgroundTimers,
    onPause: () => observer.newcomerPaused(),
  });
  const connections = new Set<Connection>();

  const parts: ConnectionParts = {
    locatorFor: lending.locatorFor,
    classifier: createBatchingClassifier({
      model: letterModel,
      maxBatch: settings.LETTER_BATCH_SIZE,
      onBatch: (size) => observer.letterBatch(size),
      defer: runAtMost({
        every: () => Math.min(betweenLetterRuns.longest, betweenLetterRuns.each * (connections.size - 1)),
        clock: systemClock,
        timers: backgroundTimers,
      }),
    }),
    recognizerSettings: recognizerSettings(settings),
    rules,
    handRanges,
    sessionIn: (mode) => ({
      model: identity,
      window: { frames: settings.KEYPOINT_BUFFER_SIZE, needed: settings.MIN_FRAMES },
      limits: {
        messageBytes: settings.MAX_MESSAGE_BYTES,
        pictureSide: mode === "live" ? vision.maxLivePictureSide : vision.maxPictureSide,
        framesPerSecond: settings.MAX_FRAMES_PER_SECOND,
      },
    }),
    maxRate: settings.MAX_FRAMES_PER_SECOND,
    maxLength: settings.MAX_MESSAGE_BYTES,
    observer,
    clock: systemClock,
    onBroken: (error) =>
      log.error({ fault: faultName(error) }, "a recognizer broke and its connection was closed"),
  };

  const app = createApp({
    version: packageJson.version,
    websocket: {
      maxPayloadLength: settings.MAX_MESSAGE_BYTES,
      idleTimeout: settings.IDLE_TIMEOUT_SECONDS,
      backpressureLimit: settings.MAX_SEND_BUFFER_BYTES,
    },
    trustProxy: settings.TRUST_PROXY,
    allowedHosts: settings.ALLOWED_HOSTS,
    arrive: admission.arrive,
    connect(protocol, socket, visitor) {
      const entry = admission.enter(visitor);
      if ("refusal" in entry) {
        observer.connectionRefused(entry.refusal.error.code);
        refuse(protocol, socket, entry.refusal);
        return undefined;
      }
      const connection = openConnection(protocol, socket, parts, entry.credit);
      connections.add(connection);
      const close = () => {
        connections.delete(connection);
        connection.close();
        entry.leave(connection.strain);
      };
      return { ...connection, close };
    },
    isDraining,
    isReady,
    cluster: () => lending.cluster,
    page: loadPage(pageDirectory),
    inbox: inbox?.door,
    metrics,
  });
  listen(app, settings);
  listening.resolve();

  const ready = Promise.all([letterModel, lending.start()]).then(() => {
    if (state === "loading") state = "ready";
  });
  return {
    port: app.server?.port ?? 0,
    ready,
    get visionRestraints() {
      return lending.restraints;
    },
    async stop() {
      state = "stopping";
      await drain({
        seconds: settings.DRAIN_SECONDS,
        connections,
        emptied: admission.close(),
        timers: backgroundTimers,
      });
      await app.stop(true);
      inbox?.close();
      eventLoop.stop();
      await lending.stop(settings.SHUTDOWN_DEADLINE_MS);
      await letterModel.then((model) => model.release()).catch(() => {});
      return figures.read();
    },
  };
}

/** Elysia would share a port with whoever has it already, and each would get some of the clients. */
function listen(app: ReturnType<typeof createApp>, { WEBSOCKET_HOST, WEBSOCKET_PORT }: Settings): void {
  try {
    app.listen({ hostname: WEBSOCKET_HOST, port: WEBSOCKET_PORT, reusePort: false });
  } catch (cause) {
    const isTaken = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
    throw isTaken
      ? new Error(`Port ${WEBSOCKET_PORT} is taken: set WEBSOCKET_PORT to a free one.`, { cause })
      : new Error("The server cannot listen: set WEBSOCKET_HOST to an address of this machine.", { cause });
  }
}

/** Tells a visitor in its own protocol why the door is closed. */
function refuse(protocol: ProtocolName, socket: Socket, { error, closeCode }: Refusal): void {
  socket.send(errorText(protocol, error));
  socket.close(closeCode, error.message);
}

/** What a log may say of an error: its kind, never its message, which might quote what a client sent. */
function faultName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
