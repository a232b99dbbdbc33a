import type { FrameOutcome, FrameTimings, WireErrorCode } from "@signify/core";
import type { EndReason, Place } from "@signify/workers";
import type { LossReason } from "@signify/workers/cluster";

/** The two protocols, as metrics and logs name them. */
export type ProtocolName = "original" | "typed";

/**
 * Everything that the server tells its metrics and its closing figures. Counts and times only: nothing that a camera
 * saw, and nothing that a client sent, ever comes here.
 */
export type ServerObserver = {
  connectionOpened(protocol: ProtocolName): void;
  connectionClosed(protocol: ProtocolName): void;
  connectionRefused(code: WireErrorCode): void;
  /** A newcomer waits before it is let in, for what its address is remembered for. */
  newcomerPaused(): void;
  /** A frame has passed the limits; exactly one `frameSettled` follows. */
  frameAccepted(): void;
  /** How a frame ended, and the time since it came. */
  frameSettled(outcome: FrameOutcome, milliseconds: number, timings: FrameTimings): void;
  /** A message or frame was refused, or a frame failed. */
  fault(code: WireErrorCode): void;
  targetReset(): void;
  /** The letter model has read so many windows in one run. */
  letterBatch(size: number): void;
  /** A vision process ended in this way and is started again. */
  visionRestarted(reason: EndReason): void;
  /** A connection was lent a vision process, after so many milliseconds. */
  processLent(place: Place, waited: number): void;
  /** A process of another machine was offered, and a connection was there for it or not. */
  processOffered(isTaken: boolean): void;
  /** A picture was answered by another machine: milliseconds from sending it, and how many of those it was there. */
  remoteAnswered(milliseconds: number, took: number): void;
  /** The answer of another machine is not waited for any more. */
  remoteLost(reason: LossReason): void;
};

/** Tells several observers. */
export function observeAll(observers: readonly Partial<ServerObserver>[]): ServerObserver {
  return {
    connectionOpened: (protocol) => observers.forEach((one) => void one.connectionOpened?.(protocol)),
    connectionClosed: (protocol) => observers.forEach((one) => void one.connectionClosed?.(protocol)),
    connectionRefused: (code) => observers.forEach((one) => void one.connectionRefused?.(code)),
    newcomerPaused: () => observers.forEach((one) => void one.newcomerPaused?.()),
    frameAccepted: () => observers.forEach((one) => void one.frameAccepted?.()),
    frameSettled: (outcome, milliseconds, timings) =>
      observers.forEach((one) => void one.frameSettled?.(outcome, milliseconds, timings)),
    fault: (code) => observers.forEach((one) => void one.fault?.(code)),
    targetReset: () => observers.forEach((one) => void one.targetReset?.()),
    letterBatch: (size) => observers.forEach((one) => void one.letterBatch?.(size)),
    visionRestarted: (reason) => observers.forEach((one) => void one.visionRestarted?.(reason)),
    processLent: (place, waited) => observers.forEach((one) => void one.processLent?.(place, waited)),
    processOffered: (isTaken) => observers.forEach((one) => void one.processOffered?.(isTaken)),
    remoteAnswered: (milliseconds, took) =>
      observers.forEach((one) => void one.remoteAnswered?.(milliseconds, took)),
    remoteLost: (reason) => observers.forEach((one) => void one.remoteLost?.(reason)),
  };
}
