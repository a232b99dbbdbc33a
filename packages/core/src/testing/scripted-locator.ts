import type { PictureFrame } from "../frames/frame.ts";
import { type HandTracking, noTracking } from "../landmarks/hand-tracking.ts";
import type { HandLocator, LocatedHands, VisionLease } from "../ports/hand-locator.ts";
import type { RecognitionMode } from "../schema/message-types.ts";
import { type Deferred, deferred } from "./deferred.ts";
import { handLandmarks } from "./landmarks.ts";

/** One picture that a worker looks at, for a test to answer. */
export type LocateCall = Deferred<LocatedHands> & {
  frame: PictureFrame;
  tracking: HandTracking;
  mode: RecognitionMode;
};

/** A locator that keeps its calls, oldest first, and counts its leases. */
export type ScriptedLocator = HandLocator & {
  calls: LocateCall[];
  /** Workers that are free now. */
  readonly free: number;
  /** Requests that wait for a worker. */
  readonly waiting: number;
  /** Leases given out that were neither used nor released: a leak, once everything is at rest. */
  readonly openLeases: number;
  /** Leases that were used or released a second time: always a mistake. */
  readonly misusedLeases: number;
};

/** Options of {@link createScriptedLocator}. */
export type ScriptedLocatorOptions = {
  /** How many pictures can be looked at at once. */
  workers?: number;
  /** Answers at once; without it each call waits for the test. An error that it throws is the answer. */
  script?: (frame: PictureFrame) => LocatedHands;
};

/** What a worker says that found the hands of `landmarks`; one made-up right hand unless told. */
export function locatedHands(located: Partial<LocatedHands> = {}): LocatedHands {
  const timings = { palm: 0, warp: 0, hand: 0, decode: 0 };
  return { landmarks: handLandmarks(), hands: 1, aspect: 4 / 3, tracking: noTracking, timings, ...located };
}

/** Makes a pool of made-up workers that serves in order of arrival. */
export function createScriptedLocator(options: ScriptedLocatorOptions = {}): ScriptedLocator {
  const calls: LocateCall[] = [];
  const queue: Deferred<VisionLease>[] = [];
  let free = options.workers ?? 1;
  let openLeases = 0;
  let misusedLeases = 0;

  const giveBack = () => {
    free += 1;
    serve();
  };

  const serve = () => {
    if (free === 0) return;
    const next = queue.shift();
    if (!next) return;
    free -= 1;
    openLeases += 1;
    next.resolve(createLease());
  };

  const createLease = (): VisionLease => {
    let open = true;
    const end = () => {
      if (!open) misusedLeases += 1;
      else openLeases -= 1;
      open = false;
    };
    return {
      locate(frame, tracking, mode) {
        end();
        const call = { ...deferred<LocatedHands>(), frame, tracking, mode };
        calls.push(call);
        if (options.script) answer(call, options.script);
        return call.promise.finally(giveBack);
      },
      release() {
        end();
        giveBack();
      },
    };
  };

  return {
    calls,
    get free() {
      return free;
    },
    get waiting() {
      return queue.length;
    },
    get openLeases() {
      return openLeases;
    },
    get misusedLeases() {
      return misusedLeases;
    },
    acquire(signal) {
      const request = deferred<VisionLease>();
      if (signal.aborted) {
        request.reject(signal.reason);
        return request.promise;
      }
      queue.push(request);
      signal.addEventListener(
        "abort",
        () => {
          const place = queue.indexOf(request);
          if (place < 0) return;
          queue.splice(place, 1);
          request.reject(signal.reason);
        },
        { once: true },
      );
      serve();
      return request.promise;
    },
  };
}

function answer(call: LocateCall, script: (frame: PictureFrame) => LocatedHands): void {
  try {
    call.resolve(script(call.frame));
  } catch (error) {
    call.reject(error);
  }
}
