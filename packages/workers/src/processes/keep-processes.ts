import { type Clock, SignifyError, type Timers } from "@signify/core";
import type { FreeProcess } from "./free-process.ts";
import { type EndReason, type Spawn, startVisionProcess, type VisionProcess } from "./vision-process.ts";

/** Options of {@link keepProcesses}. */
export type KeeperOptions = {
  /** Number of processes. */
  size: number;
  spawn: Spawn;
  clock: Clock;
  timers: Timers;
  /** Milliseconds for one picture. */
  timeout: number;
  /** Bytes of memory of one process; as much as it likes, if not given. */
  maxMemory?: number;
  /** A process is free for a picture: for its first one, or for another. */
  onFree: (process: FreeProcess) => void;
  /** A process ended that should not have; it is started again after `delay` milliseconds. */
  onRestart?: ((delay: number, reason: EndReason) => void) | undefined;
};

/** The vision processes of this machine. */
export type Keeper = {
  /** Starts the processes. */
  start(): void;
  /** Processes whose networks are loaded. */
  readonly ready: number;
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

/**
 * Keeps vision processes running. One that dies takes only its picture with it, and comes back with growing delay; a
 * picture read well sets the delay back.
 */
export function keepProcesses(options: KeeperOptions): Keeper {
  const slots = new Set<Slot>();
  const allReady = Promise.withResolvers<void>();
  let stopping = false;
  let failedStarts = 0;

  const readyCount = () => [...slots].filter((slot) => slot.ready && slot.process.alive).length;

  const noteFailedStart = (reason: EndReason) => {
    if (reason !== "not-loaded" && reason !== "slow-to-load") return;
    failedStarts += 1;
    if (failedStarts === options.size) allReady.reject(new SignifyError("internal", loadFailures[reason]));
  };

  const offer = (slot: Slot) => {
    if (stopping || !slots.has(slot) || !slot.process.alive) return;
    let isOut = true;
    let broke = false;
    options.onFree({
      place: "local",
      get alive() {
        return slot.process.alive;
      },
      get broke() {
        return broke;
      },
      async locate(request) {
        const wasAlive = slot.process.alive;
        try {
          const located = await slot.process.locate(request);
          slot.delay = firstDelay;
          return located;
        } finally {
          broke = wasAlive && !slot.process.alive;
        }
      },
      release() {
        if (!isOut) return;
        isOut = false;
        offer(slot);
      },
    });
  };

  const startProcess = (delay: number) => {
    const exited = Promise.withResolvers<void>();
    const slot: Slot = {
      ready: false,
      delay,
      exited: exited.promise,
      process: startVisionProcess({
        ...options,
        onReady() {
          slot.ready = true;
          if (readyCount() === options.size) allReady.resolve();
          offer(slot);
        },
        onExit(reason) {
          slots.delete(slot);
          exited.resolve();
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

  return {
    start() {
      if (stopping) return;
      for (let index = 0; index < options.size; index++) startProcess(firstDelay);
      if (options.size === 0) allReady.resolve();
    },
    get ready() {
      return readyCount();
    },
    allReady: allReady.promise,
    async stop(deadline) {
      stopping = true;
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
