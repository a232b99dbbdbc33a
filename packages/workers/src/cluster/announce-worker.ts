import type { Timers } from "@signify/core";
import type { Engine } from "./engine.ts";
import type { Identity } from "./identity.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import { workersSubject } from "./subjects.ts";

/** Options of {@link announceWorker}. */
export type AnnouncementOptions = {
  engine: Engine;
  prefix: string;
  id: string;
  identity: Identity;
  timers: Timers;
  /** Vision processes whose networks are loaded, and those of them that are free. */
  count: () => { processes: number; free: number };
  /** A server said, for the first time in these words, why it takes nothing from this worker. */
  onRefused: (because: string) => void;
};

/** Milliseconds between two announcements. */
export const announcementInterval = 1000;

/** Says once a second that a worker is there; answers how to say that it goes. */
export function announceWorker(options: AnnouncementOptions): () => void {
  const { engine, prefix, id, identity, timers, count, onRefused } = options;
  const subject = workersSubject(prefix);
  const replies = `${subject}.${id}`;
  const heard = new Set<string>();
  const stopHearing = engine.subscribe(replies, ({ data }) => {
    const message = decodeMessage(data)?.message;
    if (message?.type !== "refused" || heard.has(message.because)) return;
    heard.add(message.because);
    onRefused(message.because);
  });
  let cancel = () => {};
  const announce = () => {
    if (engine.isConnected)
      engine.publish(subject, encodeMessage({ type: "here", id, identity, ...count() }), replies);
    cancel = timers.after(announcementInterval, announce);
  };
  announce();
  return () => {
    cancel();
    stopHearing();
    engine.publish(subject, encodeMessage({ type: "gone", id }));
  };
}
