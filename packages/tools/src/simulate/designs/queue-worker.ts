import type { DesignOptions } from "./design.ts";

/** A picture at a worker: it is ended or lost. */
export type QueuedPicture = { begin(): void; end(): void; lose(): void };

/** A worker where pictures wait for a process, in the order in which they came. */
export type QueueWorker = {
  take(picture: QueuedPicture): void;
  /** Pictures that wait or are looked at. */
  readonly load: number;
  /** It is gone, and with it all of them. */
  loseAll(): void;
};

/** Makes a worker with so many processes. */
export function createQueueWorker({
  time,
  random,
  serviceTimes,
  processes,
  onLooked,
}: Omit<DesignOptions, "workers" | "hop">): QueueWorker {
  const queue: QueuedPicture[] = [];
  const inHand = new Set<QueuedPicture>();

  const work = () => {
    while (inHand.size < processes) {
      const picture = queue.shift();
      if (!picture) return;
      inHand.add(picture);
      picture.begin();
      const milliseconds = serviceTimes.draw(random);
      time.timers.after(milliseconds, () => {
        onLooked(milliseconds);
        if (inHand.delete(picture)) picture.end();
        work();
      });
    }
  };

  return {
    take(picture) {
      queue.push(picture);
      work();
    },
    get load() {
      return queue.length + inHand.size;
    },
    loseAll() {
      for (const picture of [...queue.splice(0), ...inHand]) picture.lose();
      inHand.clear();
    },
  };
}
