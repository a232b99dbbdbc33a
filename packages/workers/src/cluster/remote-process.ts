import { type Clock, type LocatedHands, SignifyError, type Timers } from "@signify/core";
import type { PictureRequest } from "@signify/vision";
import type { FreeProcess } from "../processes/free-process.ts";
import type { Engine, EngineMessage } from "./engine.ts";
import { fromLandmarkBytes } from "./landmark-bytes.ts";
import { decodeMessage, encodeMessage, maxHeadLength } from "./message-codec.ts";

/**
 * Why the answer to a picture is not waited for any more: the worker gave no sign of life, took longer than a picture
 * may take, was not there, or said what is no answer; or the engine went away.
 */
export type LossReason = "silent" | "slow" | "gone" | "nonsense" | "disconnected";

/** Options of {@link createRemoteProcess}. */
export type RemoteProcessOptions = {
  engine: Engine;
  clock: Clock;
  timers: Timers;
  /** Milliseconds for one picture. */
  timeout: number;
  /** Where the picture goes, or the word that there is none. */
  subject: string;
  /** Opens a subject for the answer. */
  listen: (listener: (message: EngineMessage) => void) => { subject: string; stop: () => void };
  /** A picture was answered: milliseconds from sending it, and how many of those the worker had it. */
  onAnswer?: ((milliseconds: number, took: number) => void) | undefined;
  onLost?: ((reason: LossReason) => void) | undefined;
};

/** Milliseconds without a sign of life after which a worker is given up; it gives one every 100. */
export const silenceLimit = 600;

/** A process of another machine that has offered itself. */
export function createRemoteProcess(options: RemoteProcessOptions): FreeProcess {
  const { engine, subject } = options;
  let isOut = true;
  let broke = false;
  return {
    place: "remote",
    alive: true,
    get broke() {
      return broke;
    },
    locate(request) {
      if (request.jpeg.length + maxHeadLength > engine.maxLength) {
        const most = engine.maxLength - maxHeadLength;
        return Promise.reject(
          new SignifyError("picture-too-large", `Expected a picture of at most ${most} bytes.`),
        );
      }
      isOut = false;
      return look(options, request, () => {
        broke = true;
      });
    },
    release() {
      if (!isOut) return;
      isOut = false;
      engine.publish(subject, encodeMessage({ type: "pass" }));
    },
  };
}

/** Sends the picture and waits for what becomes of it. */
function look(
  { engine, clock, timers, timeout, subject, listen, onAnswer, onLost }: RemoteProcessOptions,
  { jpeg, ...picture }: PictureRequest,
  onBroke: () => void,
): Promise<LocatedHands> {
  const start = clock();
  return new Promise((resolve, reject) => {
    const lose = (reason: LossReason) => {
      end();
      onLost?.(reason);
      if (reason === "slow") onBroke();
      reject(new SignifyError("vision-failed", "The picture could not be looked at. Send the next one."));
    };
    const answer = listen(({ data, isNobody }) => {
      // The engine tells of a worker that is not there; without the engine nobody can tell anything.
      if (isNobody) return lose(engine.isConnected ? "gone" : "disconnected");
      const { message, bytes } = decodeMessage(data) ?? {};
      if (message?.type === "working") return waitForSign();
      if (message?.type === "failed") {
        end();
        if (message.broke) onBroke();
        return reject(new SignifyError(message.code, message.message));
      }
      const landmarks = message?.type === "located" && bytes ? fromLandmarkBytes(bytes) : undefined;
      if (message?.type !== "located" || !landmarks) return lose("nonsense");
      end();
      const { hands, aspect, tracking, timings, took } = message;
      onAnswer?.(clock() - start, took);
      resolve({ hands, aspect, tracking, timings, landmarks });
    });
    let cancelSilence = () => {};
    const waitForSign = () => {
      cancelSilence();
      cancelSilence = timers.after(silenceLimit, () => lose("silent"));
    };
    const cancelTimeout = timers.after(timeout, () => lose("slow"));
    const end = () => {
      answer.stop();
      cancelSilence();
      cancelTimeout();
    };
    waitForSign();
    engine.publish(subject, encodeMessage({ type: "picture", ...picture }, jpeg), answer.subject);
  });
}
