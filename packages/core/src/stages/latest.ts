import type { Accepted, AcceptedFrame, LandmarkFrame, PictureFrame } from "../frames/frame.ts";
import type { Letter } from "../letters/letters.ts";
import type { FailureItem, Flow, ResetItem, ValueItem } from "../pipeline/flow.ts";
import type { HandLocator, VisionLease } from "../ports/hand-locator.ts";

/** What has left the mailbox: a picture comes with the worker that will look at it, landmarks need none. */
export type Admitted =
  | { kind: "picture"; frame: PictureFrame; lease: VisionLease }
  | { kind: "landmarks"; frame: LandmarkFrame };

/** The one-slot mailbox at the head of a pipeline. It has one reader. */
export type Mailbox = AsyncIterable<Flow<Admitted>> & {
  /** Puts a frame into the slot; a waiting one is replaced and counts as superseded. */
  put(frame: AcceptedFrame): void;
  /** Empties the slot and sends the reset marker down the stages, ahead of any later frame. */
  reset(epoch: number, target: Letter | null): void;
  /** Ends the stream: the waiting frame is dropped, and every stage behind ends by itself. */
  close(): void;
};

/**
 * The first stage: at most one frame waits (I5), and the newest wins. A picture leaves only when a vision worker is
 * free to take it, so on a full server frames grow stale here, where they are replaced, and never in a queue.
 * Whatever needs no worker (a reset, landmarks, the end) does not wait for one: it withdraws the request.
 */
export function latest(locator: HandLocator): Mailbox {
  let waiting: AcceptedFrame | undefined;
  let marker: ResetItem | undefined;
  let closed = false;
  let wake = () => {};
  let acquiring = new AbortController();

  async function* items(): AsyncGenerator<Flow<Admitted>> {
    while (true) {
      if (marker) {
        const item = marker;
        marker = undefined;
        yield item;
      } else if (closed) {
        return;
      } else if (waiting?.kind === "landmarks") {
        const frame = waiting;
        waiting = undefined;
        yield { type: "value", frame, value: { kind: "landmarks", frame } };
      } else if (waiting) {
        const item = await admitPicture();
        if (item) yield item;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  /** The newest picture together with the worker that became free for it; nothing when it is gone by then. */
  async function admitPicture(): Promise<ValueItem<Admitted> | FailureItem | undefined> {
    if (acquiring.signal.aborted) acquiring = new AbortController();
    const { signal } = acquiring;
    try {
      const lease = await locator.acquire(signal);
      const frame = takePicture();
      if (frame) return { type: "value", frame, value: { kind: "picture", frame, lease } };
      lease.release();
    } catch (error) {
      const frame = signal.aborted ? undefined : takePicture();
      frame?.settle("failed");
      if (frame) return { type: "failure", frame, error: error as Error };
    }
    return undefined;
  }

  /** The newest picture, unless a reset, the end or a landmark frame has come in the meantime. */
  function takePicture(): Accepted<PictureFrame> | undefined {
    if (marker || closed || waiting?.kind !== "picture") return undefined;
    const frame = waiting;
    waiting = undefined;
    return frame;
  }

  /** Changes what waits, and only then tells of the frame that waited before: whoever hears of it may put another. */
  function replaceWaiting(next: AcceptedFrame | undefined, outcome: "superseded" | "reset" | "closed"): void {
    const previous = waiting;
    waiting = next;
    if (next?.kind !== "picture") acquiring.abort();
    wake();
    previous?.settle(outcome);
  }

  return {
    put(frame) {
      if (closed) frame.settle("closed");
      else replaceWaiting(frame, "superseded");
    },
    reset(epoch, target) {
      marker = { type: "reset", epoch, target };
      replaceWaiting(undefined, "reset");
    },
    close() {
      closed = true;
      replaceWaiting(undefined, "closed");
    },
    [Symbol.asyncIterator]: items,
  };
}
