import { type HandLocator, onAbort, SignifyError, type VisionLease } from "@signify/core";
import { type FreeProcess, type KeeperOptions, keepProcesses, type Place } from "@signify/workers";
import { shuttingDown } from "../shutting-down.ts";
import { createVisionAccounts, type VisionAccount } from "./vision-accounts.ts";

/** Options of {@link createVisionPool}. */
export type VisionPoolOptions = Omit<KeeperOptions, "onFree"> & {
  /** How many processes of other machines may be lent to this server, by now. */
  remoteSize?: () => number;
  /** Told how many connections wait for a process, each time when that may have changed. */
  onWaiting?: (count: number) => void;
  /** A process was lent to a connection that had waited so many milliseconds for it. */
  onLent?: (place: Place, waited: number) => void;
};

/** The vision processes, which all connections share. */
export type VisionPool = {
  /**
   * The locator of one connection; `onGreedy` is called when its pictures have cost more than can be borne. `credit`: the
   * share (0..1] of that which it begins with; default 1.
   */
  locatorFor(onGreedy: () => void, credit?: number): HandLocator;
  /** Lends a process of another machine to the connection whose turn it is; false where nobody waits for one. */
  lend(process: FreeProcess): boolean;
  /** Starts the processes of this machine. Who asked before waits until one is ready. */
  start(): void;
  /** Processes of this machine whose networks are loaded. */
  readonly ready: number;
  /** Those among them that are lent: with a picture in hand, or about to be given one. */
  readonly busy: number;
  /** Settles when all processes have been ready once; rejects when not one could load its networks at the first try. */
  readonly allReady: Promise<void>;
  /** Refuses who waits, and ends the processes of this machine: at the deadline (milliseconds) without waiting for them. */
  stop(deadline: number): Promise<void>;
};

type Claim = { account: VisionAccount; onGreedy: () => void };
type Waiter = {
  account: VisionAccount;
  since: number;
  lend: (process: FreeProcess) => void;
  refuse: (error: unknown) => void;
};

/** Lends vision processes, to each connection its fair share of their time. Those of this machine come first. */
export function createVisionPool(options: VisionPoolOptions): VisionPool {
  const { clock, remoteSize = () => 0, onWaiting, onLent } = options;
  const accounts = createVisionAccounts({ clock, size: () => options.size + remoteSize() });
  const waiters = new Set<Waiter>();
  let idle: FreeProcess[] = [];
  let stopping = false;

  const keeper = keepProcesses({
    ...options,
    onFree(process) {
      idle.push(process);
      serve();
    },
  });

  const serve = () => {
    idle = idle.filter(({ alive }) => alive);
    while (idle.length > 0 && lendToNext(idle[0] as FreeProcess)) idle.shift();
    onWaiting?.(waiters.size);
  };

  const lendToNext = (process: FreeProcess): boolean => {
    const waiter = accounts.next(waiters);
    if (!waiter) return false;
    waiters.delete(waiter);
    onLent?.(process.place, clock() - waiter.since);
    waiter.lend(process);
    return true;
  };

  /** A lease is good for one use; what is done with it afterwards changes nothing. */
  const leaseOf = (process: FreeProcess, { account, onGreedy }: Claim): VisionLease => {
    const use = accounts.begin(account);
    let open = true;
    return {
      async locate({ jpeg, mirrored }, tracking, mode) {
        if (!open) throw new SignifyError("internal", "This lease of a vision process has been used.");
        open = false;
        try {
          return await process.locate({ jpeg, mirrored, tracking, mode });
        } finally {
          if (use.end(process.broke)) onGreedy();
          process.release();
        }
      },
      release() {
        if (!open) return;
        open = false;
        use.cancel();
        process.release();
      },
    };
  };

  const acquire = (claim: Claim, signal: AbortSignal): Promise<VisionLease> => {
    if (stopping) return Promise.reject(shuttingDown);
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        account: claim.account,
        since: clock(),
        lend(process) {
          ignoreSignal();
          resolve(leaseOf(process, claim));
        },
        refuse(error) {
          ignoreSignal();
          accounts.giveUp(claim.account);
          reject(error);
        },
      };
      const ignoreSignal = onAbort(signal, () => {
        waiters.delete(waiter);
        waiter.refuse(signal.reason);
        onWaiting?.(waiters.size);
      });
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
    lend(process) {
      const isLent = !stopping && lendToNext(process);
      if (isLent) onWaiting?.(waiters.size);
      return isLent;
    },
    start: keeper.start,
    get ready() {
      return keeper.ready;
    },
    get busy() {
      return keeper.ready - idle.filter(({ alive }) => alive).length;
    },
    allReady: keeper.allReady,
    async stop(deadline) {
      stopping = true;
      for (const waiter of waiters) waiter.refuse(shuttingDown);
      waiters.clear();
      onWaiting?.(0);
      await keeper.stop(deadline);
    },
  };
}
