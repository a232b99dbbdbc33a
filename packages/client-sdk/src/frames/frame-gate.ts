import type { Frame } from "@signify/core";
import { createTokenBucket, type TokenBucket } from "@signify/core";
import type { Timing } from "../timing.ts";
import type { DropReason, FrameCounts } from "./frame-counts.ts";
import { createProbes, type Probes } from "./probes.ts";

/** Options of {@link createFrameGate}. */
export type FrameGateOptions = {
  timing: Timing;
  counts: FrameCounts;
  send: (frame: Frame) => void;
  ping: (id: number) => void;
  /** Bytes that the socket has not handed to the system yet. */
  bufferedAmount: () => number;
  /** Frames are dropped because of the link, or no longer. */
  onSlow: (slow: boolean) => void;
};

/** The one way to the server for frames. At most one frame waits here, the newest. */
export type FrameGate = {
  offer(frame: Frame): void;
  /** A session is there. `roundTrip`: milliseconds there and back. */
  open(session: { framesPerSecond: number; roundTrip: number }): void;
  answered(pingId: number): void;
  /** Asks the server for a sign of life. */
  probe(): void;
  /** Drops the frame that waits. */
  discard(reason: DropReason): void;
  /** No session any more: frames are dropped until there is one. */
  shut(reason: DropReason): void;
};

/** Share of the server's rate that is used: two clocks never agree. */
const margin = 0.97;
/** Milliseconds after which the socket's own buffer is looked at again. */
const bufferCheck = 10;
/** Share of the time between two frames at the server's rate that lies between two probes: every other frame has one. */
const probeSpacing = 1.5;
/** The link is called slow when it drops frames for so many milliseconds, with no longer pause in between than the second. */
const slowAfter = 1000;
const slowPause = 500;
/** Milliseconds without a frame dropped for the link after which it is not called slow any more. */
const recovery = 2000;

/**
 * Lets frames through at the server's rate, only when the last ones have gone out and most of them have arrived.
 * What cannot go now waits, and a newer frame takes its place: nothing is queued, so nothing grows old.
 */
export function createFrameGate(options: FrameGateOptions): FrameGate {
  const { counts, timing } = options;
  let way: { bucket: TokenBucket; probes: Probes } | undefined;
  let shutReason: DropReason = "disconnected";
  let waiting: { frame: Frame; reason: DropReason } | undefined;
  let cancelPump = () => {};
  let slow = false;
  let slowDrops: { first: number; last: number } | undefined;
  let cancelRecovery = () => {};

  const drop = (reason: DropReason) => {
    counts.dropped[reason] += 1;
    if (reason !== "slow-link") return;
    const now = timing.clock();
    const first = slowDrops && now - slowDrops.last <= slowPause ? slowDrops.first : now;
    slowDrops = { first, last: now };
    if (now - first >= slowAfter) setSlow(true);
    cancelRecovery();
    cancelRecovery = timing.timers.after(recovery, () => setSlow(false));
  };
  const setSlow = (now: boolean) => {
    if (slow === now) return;
    slow = now;
    options.onSlow(now);
  };

  /** Why the waiting frame has to wait, and until when in milliseconds. */
  const obstacle = (
    bucket: TokenBucket,
    probes: Probes,
  ): { reason: DropReason; wait: number } | undefined => {
    if (options.bufferedAmount() > 0) return { reason: "slow-link", wait: bufferCheck };
    if (probes.inFlight >= probes.allowed) return { reason: "slow-link", wait: probes.due ?? bufferCheck };
    const wait = bucket.wait;
    return wait > 0 ? { reason: "paced", wait } : undefined;
  };

  const pump = () => {
    cancelPump();
    if (!waiting || !way) return;
    const { bucket, probes } = way;
    if (probes.inFlight >= probes.allowed && probes.due === 0) probes.probe();
    const hindrance = obstacle(bucket, probes);
    if (hindrance) {
      waiting.reason = hindrance.reason;
      cancelPump = timing.timers.after(Math.max(1, hindrance.wait), pump);
      return;
    }
    const { frame } = waiting;
    waiting = undefined;
    bucket.take();
    counts.sent += 1;
    options.send(frame);
    probes.frameSent();
  };

  const discard = (reason: DropReason) => {
    if (waiting) drop(reason);
    waiting = undefined;
    cancelPump();
  };

  return {
    offer(frame) {
      counts.offered += 1;
      if (!way) return drop(shutReason);
      if (waiting) drop(waiting.reason);
      waiting = { frame, reason: "paced" };
      pump();
    },
    open({ framesPerSecond, roundTrip }) {
      const { clock } = timing;
      way = {
        bucket: createTokenBucket({ rate: framesPerSecond * margin, capacity: 1.5, clock }),
        probes: createProbes({
          clock,
          interval: (1000 * probeSpacing) / framesPerSecond,
          roundTrip,
          ping: options.ping,
        }),
      };
    },
    answered(pingId) {
      way?.probes.answered(pingId);
      pump();
    },
    probe: () => way?.probes.probe(),
    discard,
    shut(reason) {
      way = undefined;
      shutReason = reason;
      discard(reason);
      cancelRecovery();
      slowDrops = undefined;
      slow = false;
    },
  };
}
