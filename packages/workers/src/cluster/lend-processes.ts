import { type Clock, isWireError, type Timers } from "@signify/core";
import type { FreeProcess } from "../processes/free-process.ts";
import type { Engine, EngineMessage } from "./engine.ts";
import { toLandmarkBytes } from "./landmark-bytes.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import { type ClusterMessage, type ClusterMessageOf, pictureFaults } from "./messages.ts";
import { groups, numberOf, type Subjects } from "./subjects.ts";

/** How an offer of a free process ended. `lost`: whoever it was promised to said nothing until its deadline. */
export type OfferEnd = "taken" | "passed" | "nobody" | "lost";

/** Options of {@link lendProcesses}. */
export type LenderOptions = {
  engine: Engine;
  subjects: Subjects;
  /** Of this worker, like nobody else's. */
  id: string;
  clock: Clock;
  timers: Timers;
  /** An offer has ended. */
  onOffer?: (end: OfferEnd) => void;
  /** A picture was looked at, or could not be; milliseconds from its arrival to the answer. */
  onLooked?: (wasRead: boolean, milliseconds: number) => void;
  /** A message was none of ours, or another than belongs there. */
  onNonsense?: () => void;
};

/** A worker's side: lends the processes of this machine to the servers of its cluster. */
export type Lender = {
  /** A process is free: it is offered until somebody has a picture for it. */
  take(process: FreeProcess): void;
  /** Processes that are free now. */
  readonly free: number;
  /** The engine was away, and with it all that was promised: what is free is offered anew. */
  startAnew(): void;
  /** Offers nothing more; pictures in hand are still answered. */
  withdraw(): void;
};

/** Milliseconds for which a process is kept for the one that it was offered to. */
export const offerDeadline = 250;
/** Milliseconds between two signs of life while a picture is looked at. */
export const signOfLifeInterval = 100;
/** Offers of a member of the group of free processes that may come to nothing before it only waits to be asked. */
const mostPasses = 3;

type Slot = {
  process: FreeProcess;
  /** Leaves the group of free processes; only there while it is in it. */
  leave?: (() => void) | undefined;
  /** The offer that is out, by its number. */
  offer?: number | undefined;
  /** Offers that came to nothing since it joined the group. */
  passes: number;
};

/**
 * Each free process first offers itself to one of the waiting connections, which the engine picks; where there is none,
 * it becomes a member of the group of free processes, and offers itself once more: a connection that has begun to wait
 * in between has either been there for the offer, or finds the process in the group (both join before they ask).
 */
export function lendProcesses(options: LenderOptions): Lender {
  const { engine, subjects, id, clock, timers, onOffer, onLooked, onNonsense } = options;
  const slots = new Set<Slot>();
  const offers = new Map<number, { slot: Slot; cancelDeadline: () => void }>();
  let nextNumber = 0;
  let withdrawn = false;

  const publish = (subject: string | undefined, message: ClusterMessage, bytes?: Uint8Array) => {
    if (subject) engine.publish(subject, encodeMessage(message, bytes));
  };

  /** Keeps the process for whoever hears of it on `subject`, until they answer or the deadline is over. */
  const promise = (slot: Slot, subject: string) => {
    const number = nextNumber++;
    slot.offer = number;
    const cancelDeadline = timers.after(offerDeadline, () => {
      if (endOffer(number, "lost")) moveOn(slot);
    });
    offers.set(number, { slot, cancelDeadline });
    engine.publish(subject, encodeMessage({ type: "offer" }), subjects.to(id, number));
  };

  const endOffer = (number: number, end: OfferEnd): Slot | undefined => {
    const offer = offers.get(number);
    if (!offer) return undefined;
    offers.delete(number);
    offer.cancelDeadline();
    offer.slot.offer = undefined;
    onOffer?.(end);
    return offer.slot;
  };

  const offerToWaiting = (slot: Slot) => {
    if (withdrawn) return;
    if (slot.process.alive) promise(slot, subjects.waiting);
    else forget(slot);
  };

  /** A membership is good for one question: a process that hangs is asked once and never again. */
  const joinFree = (slot: Slot) => {
    slot.passes = 0;
    slot.leave = engine.subscribe(
      subjects.free,
      (message) => {
        slot.leave = undefined;
        beAsked(slot, message);
      },
      { group: groups.free, once: true },
    );
  };

  const leaveFree = (slot: Slot) => {
    slot.leave?.();
    slot.leave = undefined;
  };

  const forget = (slot: Slot) => {
    leaveFree(slot);
    slots.delete(slot);
  };

  /** After an offer that came to nothing. Who has just joined the group always offers itself once more. */
  const moveOn = (slot: Slot) => {
    if (slot.leave) slot.passes += 1;
    else joinFree(slot);
    if (slot.passes < mostPasses) offerToWaiting(slot);
  };

  const beAsked = (slot: Slot, { data, reply }: EngineMessage) => {
    const isAsked = decodeMessage(data)?.message.type === "ask" && reply !== undefined;
    if (!isAsked) onNonsense?.();
    // The engine may not have known that it has left the group, or has been promised to another.
    if (!slots.has(slot) || slot.offer !== undefined || !slot.process.alive) {
      if (isAsked) publish(reply, { type: "taken" });
    } else if (isAsked) {
      promise(slot, reply);
    } else {
      moveOn(slot);
    }
  };

  const hear = ({ data, reply, isNobody, subject }: EngineMessage) => {
    const number = numberOf(subject);
    if (isNobody) {
      const slot = endOffer(number, "nobody");
      // Whoever has begun to wait since then is found by a second offer, made from within the group.
      if (slot && !slot.leave) moveOn(slot);
      return;
    }
    const received = decodeMessage(data);
    if (received?.message.type === "pass") {
      const slot = endOffer(number, "passed");
      if (slot) moveOn(slot);
    } else if (received?.message.type === "picture" && reply) {
      const slot = endOffer(number, "taken");
      if (slot) void look(slot, received.message, received.bytes, reply);
      else publish(reply, { type: "failed", code: "vision-failed", message: tooLate, broke: false });
    } else {
      onNonsense?.();
    }
  };

  const look = async (
    slot: Slot,
    { mirrored, mode, tracking }: ClusterMessageOf<"picture">,
    jpeg: Uint8Array,
    reply: string,
  ) => {
    forget(slot);
    const { process } = slot;
    const start = clock();
    let cancelSign = () => {};
    const giveSigns = () => {
      cancelSign = timers.after(signOfLifeInterval, () => {
        publish(reply, { type: "working" });
        giveSigns();
      });
    };
    giveSigns();
    let wasRead = false;
    try {
      const {
        landmarks,
        hands,
        aspect,
        tracking: next,
        timings,
      } = await process.locate({
        jpeg,
        mirrored,
        mode,
        tracking,
      });
      const answer = { hands, aspect, tracking: next, timings, took: clock() - start };
      publish(reply, { type: "located", ...answer }, toLandmarkBytes(landmarks));
      wasRead = true;
    } catch (error) {
      publish(reply, { type: "failed", ...faultOf(error), broke: process.broke });
    } finally {
      cancelSign();
      onLooked?.(wasRead, clock() - start);
      process.release();
    }
  };

  const stopHearing = engine.subscribe(subjects.to(id, "*"), hear);

  return {
    take(process) {
      if (withdrawn) return;
      const slot: Slot = { process, passes: 0 };
      slots.add(slot);
      offerToWaiting(slot);
    },
    get free() {
      return [...slots].filter(({ process }) => process.alive).length;
    },
    startAnew() {
      for (const number of [...offers.keys()]) endOffer(number, "lost");
      for (const slot of slots) {
        leaveFree(slot);
        slot.passes = 0;
        offerToWaiting(slot);
      }
    },
    withdraw() {
      withdrawn = true;
      for (const number of [...offers.keys()]) endOffer(number, "lost");
      for (const slot of slots) forget(slot);
      stopHearing();
    },
  };
}

const tooLate = "The picture came too late for the process that was kept for it. Send the next one.";

/** What a picture's sender may be told; anything else that went wrong is this machine's own affair. */
function faultOf(error: unknown): Pick<ClusterMessageOf<"failed">, "code" | "message"> {
  const code = isWireError(error) ? pictureFaults.find((fault) => fault === error.code) : undefined;
  return code
    ? { code, message: (error as Error).message.slice(0, 200) }
    : { code: "vision-failed", message: "The picture could not be looked at." };
}
