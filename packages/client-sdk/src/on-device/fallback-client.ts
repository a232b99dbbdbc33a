import { SignifyError } from "@signify/core";
import { abortReason } from "../abort-reason.ts";
import { asyncDispose } from "../async-dispose.ts";
import type { SignifyClient } from "../client.ts";
import type { RecognitionOptions } from "../connect-options.ts";
import { backoff } from "../connection/backoff.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { createEventHub } from "../events/event-hub.ts";
import { addCounts } from "../frames/add-counts.ts";
import { shareMyHand } from "../my-hand/share-my-hand.ts";
import { readTarget } from "../read-target.ts";
import { systemTiming } from "../timing.ts";

/** Options of {@link openWithFallback}. */
export type FallbackOptions = Pick<RecognitionOptions, "target" | "signal" | "_internal"> & {
  /** Connects to the server. */
  remote: () => Promise<SignifyClient>;
  /** Opens the recognizer of this device; called at most once, when it is needed. */
  device: () => Promise<SignifyClient>;
  /** Milliseconds without a session after which the device takes over. Default 1,500. */
  fallbackAfter?: number;
};

const forwarded = ["prediction", "status", "landmarks", "correction", "target", "error"] as const;

/**
 * A client that reads letters on the server and, while that cannot be reached, on this device. It goes back to the
 * server by itself; the state says where it is: "degraded" for "on-device" while it is here.
 * @throws what keeps both from working, and what no other attempt would cure, such as "unauthorized".
 */
export async function openWithFallback(options: FallbackOptions): Promise<SignifyClient> {
  const { signal, fallbackAfter = 1500 } = options;
  const timing = { ...systemTiming, ...options._internal };
  if (signal?.aborted) throw abortReason(signal);
  const hub = createEventHub();
  let target = readTarget(options.target);
  let remote: SignifyClient | undefined;
  let device: SignifyClient | undefined;
  let opening: Promise<void> | undefined;
  let closed = false;
  let closedBy: SignifyError | undefined;
  let attempt = 0;
  let cancelTimer = () => {};

  const hand = shareMyHand({ active: () => present(), clients: () => [remote, device] });

  const adopt = (client: SignifyClient) => {
    for (const type of forwarded) client.on(type, (event) => client === active && hub.emit(event));
  };
  const activate = (client: SignifyClient, event: ClientEvent) => {
    active = client;
    hand.moved();
    hub.forgetLetters();
    hub.emit(event);
  };
  const onDevice = (error?: SignifyError): ClientEvent => ({
    ...{ type: "state", state: "degraded", reason: "on-device" },
    ...(error && { error }),
  });

  /** Reads on this device from now on, unless the server is back by the time that it can. */
  const fallBack = async (error?: SignifyError) => {
    opening ??= options.device().then((client) => {
      device = client;
      adopt(client);
    });
    await opening;
    if (!device || closed) return device?.close();
    if (remote?.state === "ready" || active === device) return;
    device.setTarget(target);
    activate(device, onDevice(error));
  };
  const fallBackOrTell = (error?: SignifyError) =>
    fallBack(error).catch((cause: unknown) => {
      opening = undefined;
      const failure = SignifyError.isInstance(cause)
        ? cause
        : new SignifyError("letters-failed", "Letters cannot be read on this device.", { cause });
      hub.emit({ type: "error", error: failure });
    });

  const adoptRemote = (client: SignifyClient) => {
    remote = client;
    adopt(client);
    client.on("state", (event) => {
      if (event.state === "closed") return end(event.error);
      if (event.state === "connecting") {
        cancelTimer = timing.timers.after(fallbackAfter, () => void fallBackOrTell(event.error));
      } else {
        cancelTimer();
      }
      if (active === client) hub.emit(event);
      else if (event.state !== "connecting") activate(client, event);
    });
  };
  const tryAgain = () => {
    attempt += 1;
    cancelTimer = timing.timers.after(backoff({ attempt, full: false, random: timing.random }), () => {
      options.remote().then(
        (client) => {
          if (closed) return client.close();
          client.setTarget(target);
          adoptRemote(client);
          activate(client, { type: "state", state: "ready" });
        },
        (error: SignifyError) => (error.retryable ? closed || tryAgain() : end(error)),
      );
    });
  };
  const end = (error?: SignifyError) => {
    if (closed) return;
    closed = true;
    closedBy = error;
    cancelTimer();
    signal?.removeEventListener("abort", onAbort);
    remote?.close();
    device?.close();
    hub.emit({ type: "state", state: "closed", ...(error && { error }) });
    hub.end(error);
  };
  const onAbort = () => end();

  let active: SignifyClient | undefined;
  try {
    adoptRemote(await options.remote());
    active = remote;
  } catch (error) {
    if (!SignifyError.isInstance(error) || !error.retryable || signal?.aborted) throw error;
    await fallBack(error);
    tryAgain();
  }
  if (signal?.aborted) {
    end();
    throw abortReason(signal);
  }
  signal?.addEventListener("abort", onAbort, { once: true });

  const present = (): SignifyClient => {
    if (active) return active;
    throw new SignifyError("closed", "The client was closed before it was ready.");
  };
  return {
    get state() {
      if (closed) return "closed";
      return active === device ? "degraded" : present().state;
    },
    get reason() {
      if (closed) return undefined;
      return active === device ? "on-device" : present().reason;
    },
    get error() {
      return closedBy;
    },
    get session() {
      return present().session;
    },
    get target() {
      return target;
    },
    get counts() {
      return addCounts(remote?.counts, device?.counts);
    },
    setTarget(next) {
      target = readTarget(next);
      remote?.setTarget(target);
      device?.setTarget(target);
      hub.forgetLetters();
    },
    myHand: hand.myHand,
    sendFrame: (jpeg, frameOptions) => present().sendFrame(jpeg, frameOptions),
    sendLandmarks: (landmarks, frameOptions) => present().sendLandmarks(landmarks, frameOptions),
    on: hub.on,
    events: hub.events,
    close: () => end(),
    async [asyncDispose]() {
      end();
    },
  };
}
