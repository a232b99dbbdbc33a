import { type HandLocator, SignifyError, type Timers, type VisionLease } from "@signify/core";
import { type Spawn, startVisionProcess, type VisionProcess } from "./vision-process.ts";

/** Options of {@link createVisionPool}. */
export type VisionPoolOptions = {
  /** Number of processes. */
  size: number;
  spawn: Spawn;
  timers: Timers;
  /** Milliseconds for one picture. */
  timeout: number;
  /** A process ended that should not have; it is started again after `delay` milliseconds. */
  onRestart?: (delay: number) => void;
};

/** The vision processes, as one locator for all connections. */
export type VisionPool = HandLocator & {
  /** Starts the processes. Who asked before waits until one is ready. */
  start(): void;
  /** Processes whose networks are loaded. */
  readonly ready: number;
  /** Those among them that are lent: with a picture in hand, or about to be given one. */
  readonly busy: number;
  /** Settles when all processes have been ready once. */
  readonly allReady: Promise<void>;
  /**
   * Lets each process finish its picture; those still there after the deadline (milliseconds) are killed, and at once
   * those that are still loading: they would not hear of it before they are ready.
   */
  stop(deadline: number): Promise<void>;
};

const firstDelay = 100;
const longestDelay = 5000;

type Slot = { process: VisionProcess; ready: boolean; delay: number; exited: Promise<void> };
type Waiter = { lend: (slot: Slot) => void; refuse: (error: unknown) => void };

/**
 * Keeps the processes running and lends them, first come first served. One that dies takes only its picture with it, and
 * comes back with growing delay; a picture read well sets the delay back.
 */
export function createVisionPool(options: VisionPoolOptions): VisionPool {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiters = new Set<Waiter>();
  const allReady = Promise.withResolvers<void>();
  let stopping = false;

  const readyCount = () => [...slots].filter((slot) => slot.ready && slot.process.alive).length;

  const offer = (slot: Slot) => {
    if (stopping || !slots.has(slot) || !slot.process.alive) return;
    const [waiter] = waiters;
    if (!waiter) {
      idle.push(slot);
      return;
    }
    waiters.delete(waiter);
    waiter.lend(slot);
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
        onExit() {
          slots.delete(slot);
          const at = idle.indexOf(slot);
          if (at >= 0) idle.splice(at, 1);
          exited();
          if (stopping) return;
          options.onRestart?.(slot.delay);
          options.timers.after(slot.delay, () => {
            if (!stopping) startProcess(Math.min(longestDelay, slot.delay * 2));
          });
        },
      }),
    };
    slots.add(slot);
  };

  /** A lease is good for one use; what is done with it afterwards changes nothing. */
  const leaseOf = (slot: Slot): VisionLease => {
    let open = true;
    return {
      async locate({ jpeg, mirrored }, tracking, mode) {
        if (!open) throw new SignifyError("internal", "This lease of a vision process has been used.");
        open = false;
        try {
          const located = await slot.process.locate({ jpeg, mirrored, tracking, mode });
          slot.delay = firstDelay;
          return located;
        } finally {
          offer(slot);
        }
      },
      release() {
        if (open) offer(slot);
        open = false;
      },
    };
  };

  return {
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
    acquire(signal) {
      if (stopping) return Promise.reject(new SignifyError("shutting-down", "The server is shutting down."));
      if (signal.aborted) return Promise.reject(signal.reason);
      const slot = idle.shift();
      if (slot) return Promise.resolve(leaseOf(slot));
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          lend(lent) {
            signal.removeEventListener("abort", giveUp);
            resolve(leaseOf(lent));
          },
          refuse(error) {
            signal.removeEventListener("abort", giveUp);
            reject(error);
          },
        };
        const giveUp = () => {
          waiters.delete(waiter);
          reject(signal.reason);
        };
        signal.addEventListener("abort", giveUp, { once: true });
        waiters.add(waiter);
      });
    },
    async stop(deadline) {
      stopping = true;
      for (const waiter of waiters)
        waiter.refuse(new SignifyError("shutting-down", "The server is shutting down."));
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
