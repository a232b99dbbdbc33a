import { type LocatedHands, SignifyError, type Timers, type WireErrorCode } from "@signify/core";
import type { PictureRequest } from "@signify/vision";
import type { FromVision, ToVision } from "./messages.ts";

/** A running child with a message channel. Its exit is told once. */
export type Child = { send(message: ToVision): void; kill(): void };

/** Starts a child and reports what it says and its end. */
export type Spawn = (events: { message(message: FromVision): void; exit(): void }) => Child;

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
  /** Milliseconds for one picture; after that the process is killed. */
  timeout: number;
  /** Told once, when the networks are loaded. */
  onReady: () => void;
  /** Told once, however it ended. */
  onExit: () => void;
};

type Pending = {
  id: number;
  resolve: (located: LocatedHands) => void;
  reject: (error: SignifyError) => void;
  cancelTimeout: () => void;
};

/** Starts one vision process and pairs its answers with the requests. */
export function startVisionProcess(options: VisionProcessOptions): VisionProcess {
  let pending: Pending | undefined;
  let alive = true;
  let nextId = 0;

  /** Takes the request that an answer belongs to; answers to nothing are ignored. */
  const finish = (id: number | undefined): Pending | undefined => {
    const request = pending;
    if (!request || (id !== undefined && request.id !== id)) return undefined;
    pending = undefined;
    request.cancelTimeout();
    return request;
  };
  const fail = (id: number | undefined, code: WireErrorCode, message: string) =>
    finish(id)?.reject(new SignifyError(code, message));

  const kill = () => {
    alive = false;
    child.kill();
  };
  const child = options.spawn({
    message(message) {
      if (message.type === "ready") options.onReady();
      else if (message.type === "located") finish(message.id)?.resolve(message.located);
      else fail(message.id, message.code, message.message);
    },
    exit() {
      alive = false;
      fail(undefined, "vision-failed", "The picture could not be looked at. Send the next one.");
      options.onExit();
    },
  });

  return {
    locate(request) {
      if (!alive || pending)
        return Promise.reject(new SignifyError("vision-failed", "The vision process is not free."));
      return new Promise((resolve, reject) => {
        const id = nextId++;
        const cancelTimeout = options.timers.after(options.timeout, () => {
          kill();
          fail(id, "vision-failed", "Looking at the picture took too long.");
        });
        pending = { id, resolve, reject, cancelTimeout };
        child.send({ ...request, type: "locate", id });
      });
    },
    get alive() {
      return alive;
    },
    stop: () => child.send({ type: "stop" }),
    kill,
  };
}
