import type { ResetItem, ValueItem } from "../flow.ts";
import type { AcceptedFrame } from "../frame.ts";
import type { Letter } from "../letters.ts";
import type { HandLocator, VisionLease } from "../ports.ts";

/** A frame that has left the mailbox: a picture comes with the worker that will look at it. */
export type Admitted = { lease?: VisionLease };

/** The one-slot mailbox at the head of a pipeline. */
export type Mailbox = AsyncIterable<ResetItem | ValueItem<Admitted>> & {
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
 */
export function latest(locator: HandLocator): Mailbox {
  let waiting: AcceptedFrame | undefined;
  let marker: ResetItem | undefined;
  let closed = false;
  let wake = () => {};
  const closing = new AbortController();

  const drop = (outcome: "superseded" | "reset" | "closed") => {
    waiting?.settle(outcome);
    waiting = undefined;
  };

  async function* items(): AsyncGenerator<ResetItem | ValueItem<Admitted>> {
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
        yield { type: "value", frame, value: {} };
      } else if (waiting) {
        const lease = await locator.acquire(closing.signal).catch(() => undefined);
        const frame = takePicture();
        if (frame && lease) yield { type: "value", frame, value: { lease } };
        else if (frame) frame.settle("failed");
        else lease?.release();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  /** The newest picture, unless a reset, the end or a landmark frame has come in the meantime. */
  function takePicture(): AcceptedFrame | undefined {
    if (marker || closed || waiting?.kind !== "picture") return undefined;
    const frame = waiting;
    waiting = undefined;
    return frame;
  }

  return {
    put(frame) {
      if (closed) return frame.settle("closed");
      drop("superseded");
      waiting = frame;
      wake();
    },
    reset(epoch, target) {
      drop("reset");
      marker = { type: "reset", epoch, target };
      wake();
    },
    close() {
      closed = true;
      drop("closed");
      closing.abort();
      wake();
    },
    [Symbol.asyncIterator]: items,
  };
}
