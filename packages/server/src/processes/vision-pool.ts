import { type Clock, type HandLocator, SignifyError, type Timers, type VisionLease } from "@signify/core";
import { shuttingDown } from "../shutting-down.ts";
import { createVisionAccounts, type VisionAccount } from "./vision-accounts.ts";
import { type EndReason, type Spawn, startVisionProcess, type VisionProcess } from "./vision-process.ts";

/** Options of {@link createVisionPool}. */
export type VisionPoolOptions = {
  /** Number of processes. */
  size: number;
  spawn: Spawn;
  timers: Timers;
  clock: Clock;
  /** Milliseconds for one picture. */
  timeout: number;
  /** A process ended that should not have; it is started again after `delay` milliseconds. */
  onRestart?: (delay: number, reason: EndReason) => void;
};

/** The vision processes, which all connections share. */
export type VisionPool = {
  /**
   * The locator of one connection; `onGreedy` is called when its pictures have cost more than can be borne. `credit`: the
   * share (0..1] of that which it begins with; default 1.
   */
  locatorFor(onGreedy: () => void, credit?: number): HandLocator;
  /** Starts the processes. Who asked before waits until one is ready. */
  start(): void;
  /** Processes whose networks are loaded. */
  readonly ready: number;
  /** Those among them that are lent: with a picture in hand, or about to be given one. */
  readonly busy: number;
  /** Settles when all processes have been ready once; rejects when not one could load its networks at the first try. */
  readonly allReady: Promise<void>;
  /**
   * Lets each process finish its picture; those still there after the deadline (milliseconds) are killed, and at once
   * those that are still loading: they would not hear of it before they are ready.
   */
  stop(deadline: number): Promise<void>;
};

const firstDelay = 100;
const longestDelay = 5000;

const loadFailures = {
  "not-loaded": "The hand networks cannot be loaded: build them again with `bun run build`.",
  "slow-to-load": "The hand networks were not loaded in time: build them again with `bun run build`.",
};

type Slot = { process: VisionProcess; ready: boolean; delay: number; exited: Promise<void> };
type Claim = { account: VisionAccount; onGreedy: () => void };
type Waiter = Claim & { lend: (slot: Slot) => void; refuse: (error: unknown) => void };

/**
 * Keeps the processes running and lends them, to each connection its fair share of their time. One that dies takes only
 * its picture with it, and comes back with growing delay; a picture read well sets the delay back.
 */
export function createVisionPool(options: VisionPoolOptions): VisionPool {
  const accounts = createVisionAccounts(options);
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiters = new Set<Waiter>();
  const allReady = Promise.withResolvers<void>();
  let stopping = false;
  let failedStarts = 0;

  const readyCount = () => [...slots].filter((slot) => slot.ready && slot.process.alive).length;

  const offer = (slot: Slot) => {
    if (!stopping && slots.has(slot) && slot.process.alive) idle.push(slot);
    serve();
  };
  const serve = () => {
    for (let waiter = firstToServe(); waiter; waiter = firstToServe()) {
      waiters.delete(waiter);
      waiter.lend(idle.shift() as Slot);
    }
  };
  const firstToServe = () => (idle.length > 0 ? accounts.next(waiters) : undefined);

  const noteFailedStart = (reason: EndReason) => {
    if (reason !== "not-loaded" && reason !== "slow-to-load") return;
    failedStarts += 1;
    if (failedStarts === options.size) allReady.reject(new SignifyError("internal", loadFailures[reason]));
  };

  const startProcess = (delay: number) => {
    let exited = () => {};
    const slot: Slot = {
      ready: false,
      delay,
      exited: new Promise((resolve) => {
        exited = resolve;
      }),
      process: startVisionProcess({
        ...options,
        onReady() {
          slot.ready = true;
          if (readyCount() === options.size) allReady.resolve();
          offer(slot);
        },
        onExit(reason) {
          slots.delete(slot);
          const at = idle.indexOf(slot);
          if (at >= 0) idle.splice(at, 1);
          exited();
          if (stopping) return;
          if (delay === firstDelay && !slot.ready) noteFailedStart(reason);
          options.onRestart?.(slot.delay, reason);
          options.timers.after(slot.delay, () => {
            if (!stopping) startProcess(Math.min(longestDelay, slot.delay * 2));
          });
        },
      }),
    };
    slots.add(slot);
  };

  /** A lease is good for one use; what is done with it afterwards changes nothing. */
  const leaseOf = (slot: Slot, { account, onGreedy }: Waiter): VisionLease => {
    const use = accounts.begin(account);
    let open = true;
    return {
      async locate({ jpeg, mirrored }, tracking, mode) {
        if (!open) throw new SignifyError("internal", "This lease of a vision process has been used.");
        open = false;
        const wasAlive = slot.process.alive;
        try {
          const located = await slot.process.locate({ jpeg, mirrored, tracking, mode });
          slot.delay = firstDelay;
          return located;
        } finally {
          if (use.end(wasAlive && !slot.process.alive)) onGreedy();
          offer(slot);
        }
      },
      release() {
        if (!open) return;
        open = false;
        use.cancel();
        offer(slot);
      },
    };
  };

  const acquire = (claim: Claim, signal: AbortSignal): Promise<VisionLease> => {
    if (stopping) return Promise.reject(shuttingDown);
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        ...claim,
        lend(slot) {
          signal.removeEventListener("abort", giveUp);
          resolve(leaseOf(slot, waiter));
        },
        refuse(error) {
          signal.removeEventListener("abort", giveUp);
          accounts.giveUp(claim.account);
          reject(error);
        },
      };
      const giveUp = () => {
        waiters.delete(waiter);
        accounts.giveUp(claim.account);
        reject(signal.reason);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      waiters.add(waiter);
      accounts.wait(claim.account);
      serve();
    });
  };

  return {
    locatorFor(onGreedy, credit) {
      const claim = { account: accounts.open(credit), onGreedy };
      return { acquire: (signal) => acquire(claim, signal) };
    },
    start() {
      for (let index = 0; index < options.size; index++) startProcess(firstDelay);
    },
    get ready() {
      return readyCount();
    },
    get busy() {
      return readyCount() - idle.length;
    },
    allReady: allReady.promise,
    async stop(deadline) {
      stopping = true;
      for (const waiter of waiters) waiter.refuse(shuttingDown);
      waiters.clear();
      const running = [...slots];
      for (const { ready, process } of running) ready ? process.stop() : process.kill();
      const cancel = options.timers.after(deadline, () => {
        for (const slot of running) slot.process.kill();
      });
      await Promise.all(running.map((slot) => slot.exited));
      cancel();
    },
  };
}
