import type {
  ClientMessage,
  Frame,
  FrameHeader,
  ServerMessage,
  ServerMessageOf,
  Session,
} from "@signify/core";
import { SignifyError } from "@signify/core";
import { encodeFrame, frameHeaderBytes } from "@signify/core/protocol";
import { abortReason } from "./abort-reason.ts";
import { asyncDispose } from "./async-dispose.ts";
import type { FrameOptions, SignifyClient } from "./client.ts";
import type { ConnectOptions, Shared } from "./connect-options.ts";
import { createKeepAlive, type KeepAlive } from "./connection/keep-alive.ts";
import { createLink } from "./connection/link.ts";
import { onNetworkBack } from "./connection/network-back.ts";
import type { SessionReady } from "./connection/open-socket.ts";
import { findWebSocket } from "./connection/web-socket.ts";
import { createEventHub } from "./events/event-hub.ts";
import { createStateKeeper } from "./events/state-keeper.ts";
import { troubleReason } from "./events/trouble-reason.ts";
import { noFrames } from "./frames/frame-counts.ts";
import { createFrameGate } from "./frames/frame-gate.ts";
import { readJpeg } from "./frames/read-jpeg.ts";
import { readLandmarks } from "./frames/read-landmarks.ts";
import { createSequence } from "./frames/sequence.ts";
import { keepMyHand } from "./my-hand/keep-my-hand.ts";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { readTarget } from "./read-target.ts";
import { createTargetKeeper } from "./target/target-keeper.ts";
import { systemTiming, type Timing } from "./timing.ts";

/** Messages besides frames have a limit of their own: two thirds of it are for probes, this share for targets. */
const targetShare = 0.25;

/**
 * Puts a client together. `started` gives it with the first session, or says why there is none; the client is of use
 * before that only to be closed.
 */
export function createRemoteClient(options: ConnectOptions & Shared): {
  client: SignifyClient;
  started: Promise<SignifyClient>;
} {
  const { mode = "live", events = ["status"], signal, nextSequence = createSequence() } = options;
  const timing: Timing = { ...systemTiming, ...options.timing };
  const hub = createEventHub(options.on);
  const states = createStateKeeper((event) => hub.emit(event));
  const counts = noFrames();
  let session: Session = noSession;
  let keepAlive: KeepAlive | undefined;
  let pictures: Promise<PictureDesk> | undefined;
  let settle: { resolve: (client: SignifyClient) => void; reject: (error: unknown) => void } | undefined;

  const send = (message: ClientMessage) => link.send(JSON.stringify(message));
  const targets = createTargetKeeper({
    target: readTarget(options.target ?? null),
    timing,
    send: (target) => {
      keepAlive?.asked();
      return send({ type: "target.set", target });
    },
  });
  const hand = keepMyHand({
    model: () => session.model,
    use: (taught) => send({ type: "hand.set", hand: taught }),
    teach: (letter, insist) => send({ type: "hand.learn", letter, insist }),
  });
  const gate = createFrameGate({
    timing,
    counts,
    send: (frame) => link.send(encodeFrame(frame).buffer),
    ping: (id) => {
      keepAlive?.asked();
      send({ type: "ping", id });
    },
    bufferedAmount: () => link.bufferedAmount,
    onSlow: (slow) => states.set({ slow }),
  });

  const onReady = ({ model, window, limits, epoch }: SessionReady, roundTrip: number) => {
    session = { model, window, limits };
    const { framesPerSecond } = limits;
    keepAlive = createKeepAlive({
      timing,
      interval: options.keepAliveInterval ?? 10_000,
      timeout: options.keepAliveTimeout ?? 5000,
      ping: () => gate.probe(),
      onSilent: (silent) => states.set({ silent }),
      onLost: () => link.renew(),
    });
    targets.limit(framesPerSecond * targetShare);
    const isTarget = targets.started(epoch);
    gate.open({ framesPerSecond, roundTrip });
    states.set({ connected: true, silent: false, slow: false });
    hand.started();
    if (isTarget) hub.emit({ type: "target", target: targets.target, epoch });
    settle?.resolve(client);
  };
  const onMessage = (message: ServerMessage) => {
    keepAlive?.heard();
    switch (message.type) {
      case "prediction":
      case "correction":
        return targets.isCurrent(message.epoch) ? hub.emit(message) : undefined;
      case "status":
      case "landmarks":
        return targets.settled ? hub.emit(message) : undefined;
      case "target.reset": {
        const { epoch, target } = message;
        if (targets.acknowledged(epoch, target)) hub.emit({ type: "target", target, epoch });
        return;
      }
      case "hand.learning":
      case "hand.learned":
      case "hand.refused":
        return hand.hear(message);
      case "session.draining":
        return link.moveOn();
      case "error":
        return hub.emit(errorEvent(message));
      case "pong":
        return gate.answered(message.id);
    }
  };
  /** Nothing of the session that was counts any more; the target does. */
  const leaveSession = () => {
    keepAlive?.stop();
    keepAlive = undefined;
    targets.lost();
    gate.shut("disconnected");
    hub.forgetLetters();
  };
  const onLost = (error: SignifyError) => {
    leaveSession();
    states.set({ connected: false }, error);
  };
  const end = (error?: SignifyError) => {
    if (states.state === "closed") return;
    keepAlive?.stop();
    targets.lost();
    link.close();
    gate.shut("closed");
    forgetNetwork();
    signal?.removeEventListener("abort", onAbort);
    states.close(error);
    hub.end(error);
    const reason = error ?? abortReason(signal);
    hand.end(reason);
    settle?.reject(reason);
  };
  const onAbort = () => end();

  const link = createLink({
    url: options.url,
    token: options.token,
    WebSocket: findWebSocket(options.WebSocket),
    start() {
      const taught = hand.starting();
      return {
        ...{ type: "session.start", target: targets.starting(), mode, events: [...events] },
        ...(taught && { hand: taught }),
      };
    },
    timeout: options.connectTimeout ?? 10_000,
    timing,
    onReady,
    onMoved: leaveSession,
    onMessage,
    onLost,
    onFailed: end,
  });
  const forgetNetwork = onNetworkBack(() => link.hurry());
  signal?.addEventListener("abort", onAbort, { once: true });
  const started = new Promise<SignifyClient>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const header = ({ mirrored = false, capturedAt = timing.clock() }: FrameOptions): FrameHeader => ({
    sequence: nextSequence(),
    mirrored,
    capturedAt,
  });
  const offer = (frame: Frame) => {
    states.set({ trouble: undefined });
    gate.offer(frame);
    return frame.sequence;
  };

  const client: SignifyClient = {
    get state() {
      return states.state;
    },
    get reason() {
      return states.reason;
    },
    get error() {
      return states.error;
    },
    get session() {
      return session;
    },
    get target() {
      return targets.target;
    },
    counts,
    setTarget(target) {
      targets.set(readTarget(target));
      gate.discard("new-target");
      hub.forgetLetters();
    },
    sendFrame(jpeg, frameOptions = {}) {
      const bytes = readJpeg(jpeg);
      if (bytes.byteLength + frameHeaderBytes > session.limits.messageBytes) throw tooLarge(session);
      return offer({ kind: "picture", ...header(frameOptions), jpeg: bytes });
    },
    sendLandmarks(landmarks, frameOptions = {}) {
      return offer({ kind: "landmarks", ...header(frameOptions), landmarks: readLandmarks(landmarks) });
    },
    async recognize(picture, recognizeOptions) {
      const wishes = { target: targets.target, ...recognizeOptions };
      pictures ??= import("./pictures/answer-pictures.ts").then(({ answerPictures }) =>
        answerPictures(client, options, (own) => createRemoteClient(own).started),
      );
      return (await pictures)(picture, wishes);
    },
    reportTrouble(error) {
      states.set({ trouble: troubleReason(error) }, error);
      hub.emit({ type: "error", error });
    },
    myHand: hand.myHand,
    on: hub.on,
    events: hub.events,
    close: () => end(),
    async [asyncDispose]() {
      end();
    },
  };
  return { client, started };
}

/** Until the server has spoken. */
const noSession: Session = {
  model: { name: "", version: "", digest: "" },
  window: { frames: 0, needed: 0 },
  limits: { messageBytes: Number.POSITIVE_INFINITY, pictureSide: 0, framesPerSecond: 0 },
};

function errorEvent(message: ServerMessageOf<"error">) {
  const error = new SignifyError(message.code, message.message);
  return {
    type: "error" as const,
    error,
    ...(message.sequence !== undefined && { sequence: message.sequence }),
  };
}

function tooLarge({ limits }: Session): SignifyError {
  return new SignifyError(
    "picture-too-large",
    `Expected a picture of at most ${limits.messageBytes - frameHeaderBytes} bytes: 640 × 480 is enough.`,
  );
}
