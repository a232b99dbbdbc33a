import type {
  ClientMessage,
  ClientMessageOf,
  ErrorCode,
  RecognitionMode,
  ServerMessage,
} from "@signify/core";
import { type Frame, type Letter, parseLetter } from "@signify/core";
import { closeCodes, decodeFrame } from "@signify/core/protocol";
import type { WebSocketClass } from "../connection/web-socket.ts";
import type { PredictionEvent } from "../events/client-event.ts";
import { createFakeSocketClass, type FakeSocket } from "./fake-socket.ts";

/** Options of {@link createFakeServer}. */
export type FakeServerOptions = {
  /** Frames a second that it says it takes. Default 60. */
  framesPerSecond?: number;
  /** Bytes of a message that it says it takes. Default 1 MiB. */
  messageBytes?: number;
  /** Whether pings are answered. Default true. */
  answersPings?: boolean;
  /** Called for every frame, to answer it: `(frame, server) => server.predict("A")`. */
  onFrame?: (frame: Frame, server: FakeServer, session: FakeServerSession) => void;
};

/** The session that a frame came from: an app may have one for its camera and one for single pictures. */
export type FakeServerSession = {
  /** What the client asked for. */
  readonly mode: RecognitionMode;
  /** The events that it asked for besides predictions. */
  readonly events: readonly string[];
  /** Sends it alone a prediction, as if it came from the newest frame. */
  predict(letter: Letter, probability?: number, more?: FakePrediction): void;
  /** Sends it alone any message of the protocol. */
  send(message: { type: string; [field: string]: unknown }): void;
};

/** What a test may say of a prediction. */
export type FakePrediction = Partial<Omit<PredictionEvent, "type">>;

/** A text message that a client sent: "session.start", "target.set", "hand.set", "hand.learn" or "ping", with its fields. */
export type ReceivedMessage = {
  /** Which message it is. */
  type: ClientMessage["type"];
} & Partial<
  Omit<ClientMessageOf<"session.start">, "type" | "hand"> &
    Omit<ClientMessageOf<"hand.set">, "type"> &
    Omit<ClientMessageOf<"hand.learn">, "type"> &
    Omit<ClientMessageOf<"ping">, "type">
>;

/** A Signify server in memory, told by a test what to do. */
export type FakeServer = {
  /** Pass it to `connect` as the option `WebSocket`. */
  readonly WebSocket: WebSocketClass;
  /** Addresses that clients asked for, oldest first. */
  readonly addresses: readonly string[];
  /** Text messages received, oldest first. */
  readonly messages: readonly ReceivedMessage[];
  /** Frames received, oldest first. */
  readonly frames: readonly Frame[];
  /** Connections that are open now. */
  readonly connections: number;
  /** Target of the newest session. */
  readonly target: Letter | null;
  /** Sends a prediction to everyone, as if it came from the newest frame. */
  predict(letter: Letter, probability?: number, more?: FakePrediction): void;
  /** Sends any message of the protocol to everyone: `{ type: "error", code: "vision-failed", … }`. */
  send(message: { type: string; [field: string]: unknown }): void;
  /** Breaks every connection, as a network does (1006), or closes it with a code. */
  disconnect(code?: number): void;
  /** From now on nobody gets in: no answer at all, a refusal in the protocol's words, or "none" to open again. */
  refuse(
    how: "unreachable" | "silent" | "unauthorized" | "origin-refused" | "too-many-connections" | "none",
  ): void;
  /** Leaves messages of clients unread and unanswered from now on, or reads them (and those that waited) again. */
  freeze(frozen: boolean): void;
};

type Start = ClientMessageOf<"session.start">;
type Prediction = Parameters<FakeServer["predict"]>;
type Session = FakeServerSession & { epoch: number; target: Letter | null };

const refusals = {
  unauthorized: closeCodes.unauthorized,
  "origin-refused": closeCodes.originRefused,
  "too-many-connections": closeCodes.tryAgainLater,
} as const;

/** Makes a {@link FakeServer}. It answers as the real one does, in order and without delay. */
export function createFakeServer(options: FakeServerOptions = {}): FakeServer {
  const { framesPerSecond = 60, messageBytes = 1024 * 1024, answersPings = true } = options;
  const sockets = new Map<FakeSocket, Session>();
  const addresses: string[] = [];
  const messages: ReceivedMessage[] = [];
  const frames: Frame[] = [];
  let unread: (() => void)[] | undefined;
  let refusal: Parameters<FakeServer["refuse"]>[0] = "none";
  let newest: Session | undefined;

  const tell = (socket: FakeSocket, message: ServerMessage | { type: string }) =>
    socket.deliver(JSON.stringify(message));
  /** A session that was not started yet. */
  const createSession = (socket: FakeSocket): Session => ({
    ...{ epoch: 0, target: null, mode: "live", events: [] },
    predict: (...prediction) => predict(socket, ...prediction),
    send: (message) => tell(socket, message),
  });
  const start = (socket: FakeSocket, { target, mode = "live", events = ["status"] }: Start) => {
    newest = { ...createSession(socket), epoch: 1, target: parseLetter(target) ?? null, mode, events };
    sockets.set(socket, newest);
    const limits = { messageBytes, pictureSide: 4096, framesPerSecond };
    const model = { name: "fake", version: "0", digest: "fa" };
    tell(socket, { type: "session.ready", epoch: 1, model, window: { frames: 32, needed: 8 }, limits });
  };
  const predict = (socket: FakeSocket, ...[letter, probability = 0.9, more = {}]: Prediction) => {
    const { epoch = 0, target = null } = sockets.get(socket) ?? {};
    const frame = frames.at(-1);
    const isTarget = target === null || target === letter;
    tell(socket, {
      type: "prediction",
      sequence: frame?.sequence ?? 0,
      capturedAt: frame?.capturedAt ?? 0,
      epoch,
      letter,
      probability,
      target,
      targetProbability: isTarget ? probability : 1 - probability,
      verdict: target && (isTarget ? "shown" : "other"),
      letterness: 1,
      top: [{ letter, probability }],
      milliseconds: {},
      ...more,
    });
  };
  const receive = (socket: FakeSocket, data: string | ArrayBuffer) => {
    if (unread) {
      unread.push(() => receive(socket, data));
      return;
    }
    if (typeof data !== "string") {
      const frame = decodeFrame(new Uint8Array(data));
      frames.push(frame);
      options.onFrame?.(frame, server, sockets.get(socket) ?? createSession(socket));
      return;
    }
    const message: ClientMessage = JSON.parse(data);
    messages.push(message);
    const session = sockets.get(socket);
    if (message.type === "session.start") start(socket, message);
    else if (message.type === "ping" && answersPings) tell(socket, { type: "pong", id: message.id });
    else if (message.type === "target.set" && session) {
      session.epoch += 1;
      session.target = parseLetter(message.target) ?? null;
      newest = session;
      const { epoch, target } = session;
      tell(socket, { type: "target.reset", epoch, target, targetProbability: 0 });
    }
  };

  const server: FakeServer = {
    WebSocket: createFakeSocketClass({
      onConnect(socket, address) {
        addresses.push(address);
        if (refusal === "silent") return;
        if (refusal === "unreachable") return socket.end(1006);
        socket.open();
        if (refusal === "none") {
          sockets.set(socket, createSession(socket));
          return;
        }
        const code: ErrorCode & keyof typeof refusals = refusal;
        tell(socket, { type: "error", code, message: "Refused by the test.", retryable: false });
        socket.end(refusals[refusal]);
      },
      onMessage: receive,
      onClose: (socket) => void sockets.delete(socket),
    }),
    addresses,
    messages,
    frames,
    get connections() {
      return sockets.size;
    },
    get target() {
      return newest?.target ?? null;
    },
    predict(...prediction) {
      for (const socket of sockets.keys()) predict(socket, ...prediction);
    },
    send(message) {
      for (const socket of sockets.keys()) tell(socket, message);
    },
    disconnect(code = 1006) {
      for (const socket of [...sockets.keys()]) socket.end(code);
    },
    refuse(how) {
      refusal = how;
    },
    freeze(frozen) {
      const waiting = unread ?? [];
      unread = frozen ? waiting : undefined;
      if (!frozen) for (const read of waiting) read();
    },
  };
  return server;
}
