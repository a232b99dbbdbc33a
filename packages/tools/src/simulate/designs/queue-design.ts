import type { Picture } from "../simulated-server.ts";
import type { Design, DesignOptions, Fault } from "./design.ts";
import { createQueueWorker, type QueueWorker } from "./queue-worker.ts";

/** Milliseconds after which a worker that says nothing is given up, as where processes are leased. */
const silenceLimit = 600;
/** Milliseconds between two announcements of a worker's load. */
const announcementInterval = 1000;

/** What a server knows: workers that have lost none of its pictures, and how many pictures each is believed to have. */
type View = { known: number[]; load: number[] };

/** How a server chooses a worker for a picture. */
export type Choice = "random" | "two-choices";

/**
 * A picture goes to a worker at once, and waits there for a process. Which worker: any, or of two the one with fewer
 * pictures as last heard (with answers, and once a second) and sent since then: the power of two choices.
 */
export function createQueueDesign(choice: Choice, options: DesignOptions): Design {
  const { random, hop } = options;
  const { timers } = options.time;
  const indexes = Array.from({ length: options.workers }, (_, index) => index);
  const workers = indexes.map(() => createQueueWorker(options));
  const faults = new Map<QueueWorker, Fault>();
  const views: View[] = [];
  const broken = new Set<View | undefined>();
  const count = { published: 0, delivered: 0 };

  /** By way of the engine; so many hear it. */
  const say = (hear: () => void, listeners = 1) => {
    count.published += 1;
    timers.after(2 * hop, () => {
      count.delivered += listeners;
      hear();
    });
  };

  const announce = (index: number) => {
    const worker = workers[index];
    if (!worker || faults.has(worker)) return;
    const { load } = worker;
    say(() => {
      for (const view of views) view.load[index] = load;
    }, views.length);
    timers.after(announcementInterval, () => announce(index));
  };
  if (choice === "two-choices")
    for (const index of indexes) timers.after(random.between(0, announcementInterval), () => announce(index));

  const choose = ({ known, load }: View): number => {
    const one = random.oneOf(known);
    if (choice === "random") return one;
    const other = random.oneOf(known);
    return (load[other] ?? 0) < (load[one] ?? 0) ? other : one;
  };

  const send = (view: View, picture: Picture) => {
    if (view.known.length === 0) return picture.end(false);
    const index = choose(view);
    const worker = workers[index] as QueueWorker;
    view.load[index] = (view.load[index] ?? 0) + 1;
    const lose = () => {
      view.known = view.known.filter((one) => one !== index);
      picture.end(false);
    };
    say(() => {
      const fault = faults.get(worker);
      if (fault) return void timers.after(fault === "killed" ? hop : silenceLimit, lose);
      worker.take({
        begin: picture.begin,
        end: () =>
          say(() => {
            view.load[index] = worker.load;
            picture.end(true);
          }),
        lose: () => void timers.after(silenceLimit, lose),
      });
    });
  };

  return {
    connect({ take }) {
      const view: View = { known: [...indexes], load: indexes.map(() => 0) };
      views.push(view);
      return () => {
        if (broken.has(view)) return;
        for (let picture = take(); picture; picture = take()) send(view, picture);
      };
    },
    breakWorker(index, fault) {
      const worker = workers[index];
      if (!worker) return;
      faults.set(worker, fault);
      worker.loseAll();
    },
    breakServer: (index) => void broken.add(views[index]),
    figures: () => ({ ...count, subscribed: 0, offers: {} }),
  };
}
