import { type Clock, type LocatedHands, SignifyError, type Timers, type WireErrorCode } from "@signify/core";
import type { PictureRequest } from "@signify/vision";
import type { FromVision, ToVision } from "../channel/messages.ts";
import type { ProcessUsage } from "./process-usage.ts";
import { excesses, watchUsage } from "./watch-usage.ts";

/** A running child with a message channel. Its exit is told once. */
export type Child = {
  send(message: ToVision): void;
  kill(): void;
  /** What it uses, where that can be known. */
  usage?(): ProcessUsage | undefined;
};

/** Starts a child and reports what it says and its end. */
export type Spawn = (events: { message(message: FromVision): void; exit(): void }) => Child;

/**
 * How a vision process ended: by itself, because its networks cannot be loaded, or killed: while it loaded, for a
 * picture that took too long, or for what it used too much of.
 */
export const endReasons = [
  ...(["ended", "not-loaded", "slow-to-load", "slow-picture"] as const),
  ...excesses,
] as const;

/** One of {@link endReasons}. */
export type EndReason = (typeof endReasons)[number];

/** A vision process as the pool sees it. One picture at a time. */
export type VisionProcess = {
  /**
   * @throws SignifyError the decoder's own codes, or "vision-failed" when the process died or took too long.
   */
  locate(request: PictureRequest): Promise<LocatedHands>;
  /** False from the moment when it was told to die, which is some time before it is gone. */
  readonly alive: boolean;
  /** Lets it finish the picture in hand and exit. */
  stop(): void;
  /** Ends it at once, and with it the picture in hand. */
  kill(): void;
};

/** Options of {@link startVisionProcess}. */
export type VisionProcessOptions = {
  spawn: Spawn;
  timers: Timers;
  clock: Clock;
  /** Bytes of memory; the process is killed when it holds more. As much as it likes, if not given. */
  maxMemory?: number;
  /** Milliseconds for one picture; after that, or six times that for loading the networks, the process is killed. */
  timeout: number;
  /** Told once, when the networks are loaded. */
  onReady: () => void;
  /** Told once, however it ended. */
  onExit: (reason: EndReason) => void;
};

/** However short the time for a picture is. */
const leastLoadTimeout = 15_000;

type Pending = {
  id: number;
  since: number;
  resolve: (located: LocatedHands) => void;
  reject: (error: SignifyError) => void;
  cancelTimeout: () => void;
};

/** Starts one vision process and pairs its answers with the requests. */
export function startVisionProcess(options: VisionProcessOptions): VisionProcess {
  const loadTimeout = Math.max(leastLoadTimeout, 6 * options.timeout);
  let pending: Pending | undefined;
  let alive = true;
  let loaded = false;
  let reason: EndReason = "ended";
  let nextId = 0;
  let timeInHand = 0;
  let cancelWatch = () => {};

  /** Takes the request that an answer belongs to; answers to nothing are ignored. */
  const finish = (id: number | undefined): Pending | undefined => {
    const request = pending;
    if (!request || (id !== undefined && request.id !== id)) return undefined;
    pending = undefined;
    timeInHand += options.clock() - request.since;
    request.cancelTimeout();
    return request;
  };
  const fail = (id: number | undefined, code: WireErrorCode, message: string) =>
    finish(id)?.reject(new SignifyError(code, message));

  const kill = (why: EndReason = "ended") => {
    alive = false;
    reason = why;
    child.kill();
  };
  const cancelLoadTimeout = options.timers.after(loadTimeout, () => kill("slow-to-load"));
  const watch = () =>
    watchUsage({
      read: () => child.usage?.(),
      timeInHand: () => timeInHand + (pending ? options.clock() - pending.since : 0),
      maxMemory: options.maxMemory ?? Number.POSITIVE_INFINITY,
      clock: options.clock,
      timers: options.timers,
      onExcess: kill,
    });
  const child = options.spawn({
    message(message) {
      if (message.type === "ready" || message.type === "not-loaded") cancelLoadTimeout();
      if (message.type === "ready") {
        // One that was taken over may say so again, and would be lent twice.
        if (loaded) return;
        loaded = true;
        cancelWatch = watch();
        options.onReady();
      } else if (message.type === "not-loaded") reason = message.type;
      else if (message.type === "located") finish(message.id)?.resolve(message.located);
      else fail(message.id, message.code, message.message);
    },
    exit() {
      alive = false;
      cancelLoadTimeout();
      cancelWatch();
      fail(undefined, "vision-failed", "The picture could not be looked at. Send the next one.");
      options.onExit(reason);
    },
  });

  return {
    locate(request) {
      if (!alive || pending)
        return Promise.reject(new SignifyError("vision-failed", "The vision process is not free."));
      return new Promise((resolve, reject) => {
        const id = nextId++;
        const cancelTimeout = options.timers.after(options.timeout, () => {
          kill("slow-picture");
          fail(id, "vision-failed", "Looking at the picture took too long.");
        });
        pending = { id, since: options.clock(), resolve, reject, cancelTimeout };
        child.send({ ...request, type: "locate", id });
      });
    },
    get alive() {
      return alive;
    },
    stop: () => child.send({ type: "stop" }),
    kill: () => kill(),
  };
}
