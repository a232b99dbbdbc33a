import { SignifyError } from "@signify/core";
import { abortReason } from "../abort-reason.ts";
import { asyncDispose } from "../async-dispose.ts";
import type { SignifyClient } from "../client.ts";
import type { RecognitionOptions } from "../connect-options.ts";
import type { ClientEvent, StateEvent } from "../events/client-event.ts";
import { createEventHub } from "../events/event-hub.ts";
import { troubleReason } from "../events/trouble-reason.ts";
import { addCounts } from "../frames/add-counts.ts";
import { shareMyHand } from "../my-hand/share-my-hand.ts";
import { readTarget } from "../read-target.ts";
import { systemTiming } from "../timing.ts";
import { createOutage } from "./outage.ts";
import { reachServer } from "./reach-server.ts";
import { createReadyDevice } from "./ready-device.ts";

/** Options of {@link openWithFallback}. */
export type FallbackOptions = Pick<RecognitionOptions, "target" | "on" | "signal" | "timing"> & {
  /** Connects to the server. Called again while it cannot be reached. */
  remote: () => Promise<SignifyClient>;
  /**
   * Opens the recognizer of this device. Called once the server answers, so that it waits when it is needed, and as soon
   * as the server is missed; called again when it failed.
   */
  device: () => Promise<SignifyClient>;
  /** Milliseconds without a session after which the device takes over. Default 1,500. */
  fallbackAfter?: number;
  /** Whether the device's recognizer is opened before it is needed. Default true. */
  prepare?: boolean;
  /** Told of states before there is a client that could tell them. */
  onOpening?: (state: StateEvent) => void;
};

const forwarded = ["prediction", "status", "landmarks", "correction", "target", "error"] as const;
/** Milliseconds of a session after which the device is opened, if no letter has come by then. */
const preparesAfter = 3000;

/**
 * A client that reads letters on the server and, while that cannot be reached or does not answer, on this device. It
 * goes back to the server by itself; the state says where it is: "degraded" for "on-device" while it is here, and
 * "connecting", "nowhere" while neither can read letters. Both are tried again until one can.
 * @throws what keeps both from working, and what no other attempt would cure, such as "unauthorized".
 */
export async function openWithFallback(options: FallbackOptions): Promise<SignifyClient> {
  const { signal, fallbackAfter = 1500, prepare = true } = options;
  const timing = { ...systemTiming, ...options.timing };
  if (signal?.aborted) throw abortReason(signal);
  const hub = createEventHub(options.on);
  let target = readTarget(options.target ?? null);
  let remote: SignifyClient | undefined;
  let active: SignifyClient | undefined;
  /** Where letters are read, and what is told of that: the same, unless no frames come. */
  let place: StateEvent = { type: "state", state: "connecting" };
  let told = place;
  let trouble: StateEvent | undefined;
  /** Sequence number of the first frame that the active client was given since it is that. */
  let since = 0;
  let unprepared = prepare;
  let cancelPreparing = () => {};
  let settle: { resolve: () => void; reject: (error: unknown) => void } | undefined;

  const hand = shareMyHand({ active: () => present(), clients: () => [remote, device.client] });

  const tell = (state: StateEvent) => {
    place = state;
    show();
  };
  /** That no frames come is said where letters could be read; where they cannot, that matters more. */
  const show = () => {
    const next = trouble && place.state !== "connecting" && place.state !== "closed" ? trouble : place;
    if (next.state === told.state && next.reason === told.reason) return;
    told = next;
    hub.emit(told);
    if (!active) options.onOpening?.(told);
  };
  const reportTrouble = (error: SignifyError) => {
    trouble = { type: "state", state: "degraded", reason: troubleReason(error), error };
    show();
    hub.emit({ type: "error", error });
  };
  /** What is still said of older frames by a client that was away meanwhile is nobody's business any more. */
  const isCurrent = (event: ClientEvent) => !("capturedAt" in event) || event.sequence >= since;
  const adopt = (client: SignifyClient) => {
    for (const type of forwarded)
      client.on(type, (event) => client === active && isCurrent(event) && hub.emit(event));
  };
  const activate = (client: SignifyClient, state: StateEvent) => {
    const first = !active;
    active = client;
    hand.moved();
    hub.forgetLetters();
    if (!first) since = Number.POSITIVE_INFINITY;
    tell(state);
    if (first) hub.emit({ type: "target", target, epoch: 1 });
    settle?.resolve();
  };
  const offered = (sequence: number) => {
    trouble = undefined;
    show();
    since = Math.min(since, sequence);
    return sequence;
  };

  const takeOver = () => {
    const { client } = device;
    if (!client || active === client || !outage.isDue) return;
    client.setTarget(target);
    outage.bridged();
    const { error } = outage;
    activate(client, { type: "state", state: "degraded", reason: "on-device", ...(error && { error }) });
  };
  const device = createReadyDevice({
    open: options.device,
    timing,
    onOpen(client) {
      adopt(client);
      takeOver();
    },
    onFailed(error) {
      if (!active && server.failed) return end(error);
      outage.unbridged(error);
    },
  });
  const outage = createOutage({
    timing,
    patience: fallbackAfter,
    onDue: takeOver,
    onUnbridged(error) {
      tell({ type: "state", state: "connecting", reason: "nowhere", error });
      hub.emit({ type: "error", error });
    },
  });
  /** The server is missed: the device gets ready, and takes over when that has lasted for so long. */
  const miss = (milliseconds: number, error?: SignifyError) => {
    outage.begin(milliseconds, error);
    device.open();
    if (device.error) outage.unbridged(device.error);
  };
  const makeReady = () => {
    cancelPreparing();
    if (unprepared) device.open();
    unprepared = false;
  };

  const adoptRemote = (client: SignifyClient) => {
    remote = client;
    outage.end();
    adopt(client);
    client.on("state", (event) => {
      const { state, reason, error } = event;
      if (state === "closed") return end(error);
      const answers = state !== "connecting" && reason !== "silent";
      if (answers) outage.end();
      if (active === client && !outage.isTold) tell(event);
      else if (answers) activate(client, event);
      if (!answers) miss(reason === "silent" ? 0 : fallbackAfter, error);
    });
    client.on("prediction", makeReady);
    cancelPreparing = timing.timers.after(preparesAfter, makeReady);
    activate(client, { type: "state", state: client.state });
  };
  const server = reachServer({
    remote: options.remote,
    timing,
    onReached(client) {
      // It may have changed while the server was tried.
      if (client.target !== target) client.setTarget(target);
      adoptRemote(client);
    },
    onFailed(error) {
      miss(0, error);
      if (!active && device.error) end(device.error);
    },
    onRefused: (error) => end(error),
  });

  const end = (error?: unknown) => {
    if (told.state === "closed") return;
    server.close();
    outage.end();
    cancelPreparing();
    signal?.removeEventListener("abort", onAbort);
    const reason = SignifyError.isInstance(error) ? error : undefined;
    told = place = { type: "state", state: "closed", ...(reason && { error: reason }) };
    remote?.close();
    device.close();
    hub.emit(told);
    hub.end(reason);
    settle?.reject(error ?? abortReason(signal));
  };
  const onAbort = () => end();
  signal?.addEventListener("abort", onAbort, { once: true });

  // A first connection that is late is bridged like one that is lost; the device gets ready when it begins to be late.
  outage.suspect(fallbackAfter / 3, () => miss((fallbackAfter * 2) / 3));
  await new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
    server.reach();
  });

  const present = (): SignifyClient => {
    if (active) return active;
    throw abortReason(signal);
  };
  return {
    get state() {
      return told.state;
    },
    get reason() {
      return told.reason;
    },
    get error() {
      return told.state === "closed" ? told.error : undefined;
    },
    get session() {
      return present().session;
    },
    get target() {
      return target;
    },
    get counts() {
      return addCounts(remote?.counts, device.client?.counts);
    },
    setTarget(next) {
      target = readTarget(next);
      remote?.setTarget(target);
      device.client?.setTarget(target);
      hub.forgetLetters();
    },
    myHand: hand.myHand,
    recognize: async (picture, recognizeOptions) => present().recognize(picture, recognizeOptions),
    reportTrouble,
    sendFrame: (jpeg, frameOptions) => offered(present().sendFrame(jpeg, frameOptions)),
    sendLandmarks: (landmarks, frameOptions) => offered(present().sendLandmarks(landmarks, frameOptions)),
    on: hub.on,
    events: hub.events,
    close: () => end(),
    async [asyncDispose]() {
      end();
    },
  };
}
