import type { Clock, Timers } from "@signify/core";
import type { FreeProcess } from "../processes/free-process.ts";
import type { Engine, EngineMessage } from "./engine.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import { createRemoteProcess, type LossReason } from "./remote-process.ts";
import { groups, numberOf, type Subjects } from "./subjects.ts";

/** Options of {@link borrowProcesses}. */
export type BorrowerOptions = {
  engine: Engine;
  subjects: Subjects;
  /** Of this server, like nobody else's. */
  id: string;
  clock: Clock;
  timers: Timers;
  /** Milliseconds for one picture. */
  timeout: number;
  /** Gives a process to a connection that waits; false where none does any more. */
  lend: (process: FreeProcess) => boolean;
  /** An offer came, and a connection was there for it or not. */
  onOffer?: (isTaken: boolean) => void;
  /** A picture was answered: milliseconds from sending it, and how many of those the worker had it. */
  onAnswer?: (milliseconds: number, took: number) => void;
  /** The answer to a picture is not waited for any more. */
  onLost?: (reason: LossReason) => void;
};

/** A server's side: borrows processes of other machines for the connections that wait. */
export type Borrower = {
  /** How many connections wait for a process that this machine cannot give them now. */
  want(count: number): void;
  /** The engine is gone, and with it every picture in hand and all that was asked for. */
  forgetAll(): void;
  /** Asks for nothing more, and fails the pictures in hand. */
  stop(): void;
};

/** Members of the group at most: beyond that the share of this server in a cluster does not grow. */
const mostRequests = 64;
/** Milliseconds for which a request that nobody needs any more is kept: the next frame mostly comes soon. */
const keptFor = 100;
/** Milliseconds between two questions on behalf of all that wait: whatever message was lost costs no more than that. */
const askAgainAfter = 250;
/**
 * Milliseconds until another process is asked, because the one that the engine has picked may hang; twice as many each
 * time. That it answers all the same costs an offer that is passed on.
 */
const answerWithin = 25;

/** One connection that waits, whichever. */
type Request = {
  leave?: (() => void) | undefined;
  cancelDeadline?: (() => void) | undefined;
  patience: number;
};

/**
 * For each waiting connection one of the free processes is asked for; where there is none, the connection becomes a
 * member of the group of waiting ones, to which processes offer themselves as soon as they are free, and asks once more
 * (see {@link lendProcesses}). Which frame a process gets is decided when it is there.
 */
export function borrowProcesses(options: BorrowerOptions): Borrower {
  const { engine, subjects, id, timers, lend, onOffer } = options;
  const requests = new Set<Request>();
  const listeners = new Map<number, (message: EngineMessage) => void>();
  let wanted = 0;
  let nextNumber = 0;
  /** Whether the last question was answered by the engine: no process is free. */
  let foundNobody = false;
  let cancelTrim: (() => void) | undefined;
  let cancelAskAgain: (() => void) | undefined;

  /** A subject for answers, on which `listener` hears until it is told to stop. */
  const listen = (listener: (message: EngineMessage) => void) => {
    const number = nextNumber++;
    listeners.set(number, listener);
    return { subject: subjects.to(id, number), stop: () => void listeners.delete(number) };
  };

  const consider = ({ data, reply }: EngineMessage) => {
    if (decodeMessage(data)?.message.type !== "offer" || !reply) return;
    const isTaken = lend(createRemoteProcess({ ...options, subject: reply, listen }));
    onOffer?.(isTaken);
    if (isTaken) return;
    // First: what is passed on must not come back to those who do not wait.
    trim();
    engine.publish(reply, encodeMessage({ type: "pass" }));
  };

  /** A membership is good for one offer: a server that hangs is offered one process for each, and never again. */
  const join = (request: Request) => {
    request.leave = engine.subscribe(
      subjects.waiting,
      (message) => {
        request.leave = undefined;
        close(request);
        consider(message);
      },
      { group: groups.waiting, once: true },
    );
  };

  const ask = (request: Request) => {
    request.cancelDeadline?.();
    const answer = listen((message) => {
      answer.stop();
      request.cancelDeadline?.();
      const said = message.isNobody ? "nobody" : decodeMessage(message.data)?.message.type;
      foundNobody = said === "nobody";
      if (said === "offer") {
        close(request);
        return consider(message);
      }
      if (!requests.has(request)) return;
      // A member that finds nobody is found by the next free process. One that was sent to a process which had just been
      // promised to another has found nothing out about the rest.
      if (request.leave && foundNobody) return;
      if (!request.leave) join(request);
      ask(request);
    });
    request.cancelDeadline = timers.after(request.patience, () => {
      request.patience *= 2;
      answer.stop();
      ask(request);
    });
    engine.publish(subjects.free, encodeMessage({ type: "ask" }), answer.subject);
  };

  const open = () => {
    const request: Request = { patience: answerWithin };
    requests.add(request);
    // Where nobody was free a moment ago, nobody mostly is.
    if (foundNobody) join(request);
    ask(request);
  };

  const close = (request: Request) => {
    requests.delete(request);
    request.cancelDeadline?.();
    request.leave?.();
  };

  const trim = () => {
    cancelTrim?.();
    cancelTrim = undefined;
    for (const request of [...requests].slice(wanted)) close(request);
  };

  const refill = () => {
    while (requests.size < wanted) open();
    if (wanted > 0) cancelAskAgain ??= timers.after(askAgainAfter, askAgain);
  };

  const askAgain = () => {
    cancelAskAgain = undefined;
    const [request] = requests;
    if (request?.leave) ask(request);
    refill();
  };

  const stopHearing = engine.subscribe(subjects.to(id, "*"), (message) => {
    // Who asked has not waited for what comes so late; it may be an offer all the same.
    const listener = listeners.get(numberOf(message.subject)) ?? consider;
    listener(message);
  });

  const forgetAll = () => {
    for (const request of requests) close(request);
    // A picture's listener takes itself away and fails the picture.
    for (const listener of [...listeners.values()])
      listener({ data: new Uint8Array(0), reply: undefined, isNobody: true, subject: "" });
    listeners.clear();
  };

  return {
    want(count) {
      wanted = engine.isConnected ? Math.min(count, mostRequests) : 0;
      refill();
      if (requests.size > wanted) cancelTrim ??= timers.after(keptFor, trim);
    },
    forgetAll,
    stop() {
      wanted = 0;
      cancelTrim?.();
      cancelAskAgain?.();
      forgetAll();
      stopHearing();
    },
  };
}
