import type { Letter } from "@signify/core";
import type { Timing } from "../timing.ts";

/** Options of {@link createTargetKeeper}. */
export type TargetKeeperOptions = {
  target: Letter | null;
  timing: Timing;
  /** Sends `target.set`; answers false when there is no session. */
  send: (target: Letter | null) => boolean;
};

/** The wanted letter here and on the server, and which events are still about it. */
export type TargetKeeper = {
  readonly target: Letter | null;
  set(target: Letter | null): void;
  /** A session is asked for; answers the target to ask for. */
  starting(): Letter | null;
  /** The session is there, with the target that was asked for. Answers whether that is still the one wanted. */
  started(epoch: number): boolean;
  /** The server says which target it has now. Answers whether it is the one wanted last. */
  acknowledged(epoch: number, acknowledged: Letter | null): boolean;
  /** Whether an event of this epoch is about the target wanted last. */
  isCurrent(epoch: number): boolean;
  /** Whether the server has the target wanted last. */
  readonly settled: boolean;
  /** No session: nothing is current until one starts. */
  lost(): void;
  /** Bounds how often targets are sent, to the share of the server's limit that is theirs. */
  limit(messagesPerSecond: number): void;
};

/** Milliseconds after which a target that was not acknowledged is sent again. */
const patience = 2000;

/**
 * One target is on its way at a time; of several set meanwhile only the last is sent. From `set` on nothing is current
 * until the server has acknowledged exactly that target, so no letter of an older one can come through (I1).
 */
export function createTargetKeeper(options: TargetKeeperOptions): TargetKeeper {
  const { timing } = options;
  let { target } = options;
  let version = 0;
  /** The version that the server was told last; undefined without a session. */
  let told: number | undefined;
  let asked = 0;
  let underWay = false;
  let current: number | undefined;
  let spacing = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};

  const tell = () => {
    cancel();
    if (told === undefined) return;
    const early = toldAt + spacing - timing.clock();
    if (early > 0) {
      cancel = timing.timers.after(Math.min(early, spacing), tell);
      return;
    }
    if (!options.send(target)) return;
    told = version;
    toldAt = timing.clock();
    underWay = true;
    cancel = timing.timers.after(patience, tell);
  };

  return {
    get target() {
      return target;
    },
    set(next) {
      target = next;
      version += 1;
      current = undefined;
      if (!underWay) tell();
    },
    starting() {
      asked = version;
      return target;
    },
    started(epoch) {
      told = asked;
      underWay = false;
      if (told === version) current = epoch;
      else tell();
      return current === epoch;
    },
    acknowledged(epoch, acknowledged) {
      if (told === version && acknowledged !== target) return false;
      cancel();
      underWay = false;
      if (told === version) current = epoch;
      else tell();
      return current === epoch;
    },
    isCurrent: (epoch) => current === epoch,
    get settled() {
      return current !== undefined;
    },
    lost() {
      cancel();
      told = undefined;
      underWay = false;
      current = undefined;
      toldAt = Number.NEGATIVE_INFINITY;
    },
    limit(messagesPerSecond) {
      spacing = 1000 / messagesPerSecond;
    },
  };
}
