import { type Clock, createTokenBucket, type TokenBucket } from "@signify/core";

/** What one connection has used of the vision processes. */
export type VisionAccount = {
  /** Milliseconds used, on a scale that all accounts share: one that comes or returns begins where the others are. */
  used: number;
  /** The pictures that are looked at now. */
  readonly inHand: Set<{ begin: number }>;
  /** Requests that wait for a process. */
  waiting: number;
  /** When it last waited or was served. */
  seenAt: number;
  /** Milliseconds of its pictures, the latest ones most: their mean, and how long one may well take. Endless before the first. */
  mean: number;
  peak: number;
  /** Unbearable pictures that are still borne. */
  readonly patience: TokenBucket;
};

/** One use of a process, until one of these is called. */
export type VisionUse = {
  /**
   * Charges the picture, and answers whether it was more than can be borne; `brokeProcess`: looking at it took too
   * long, or killed the process.
   */
  end(brokeProcess: boolean): boolean;
  /** Nothing was looked at. */
  cancel(): void;
};

/** Who has used how much, and whose turn it is. */
export type VisionAccounts = {
  /** Opens an account with this share (0..1] of patience, default 1. It need not be closed: what does nothing is forgotten. */
  open(credit?: number): VisionAccount;
  /** Notes that it begins to wait. */
  wait(account: VisionAccount): void;
  /** Notes that it does not wait any more. */
  giveUp(account: VisionAccount): void;
  /** Of those who wait, the one that has used least and may be served now. */
  next<Waiter extends { account: VisionAccount }>(waiters: Iterable<Waiter>): Waiter | undefined;
  /** Notes that it is served. */
  begin(account: VisionAccount): VisionUse;
};

/** Milliseconds by which accounts may differ and still be served in the order in which they came: nobody has to wait twice. */
export const slack = 30;
/** Milliseconds after which an account that does nothing is forgotten. */
const memory = 2000;
/** An account is heavy whose pictures may well take this long, and so many times as long as the lightest one's do. */
const heavy = { milliseconds: 100, times: 4 };
/** A picture like this cannot be borne for long. */
const unbearable = { milliseconds: 500, times: 20 };
/** What a picture leaves of what was known of the ones before it. */
const kept = 0.8;
/** Unbearable pictures before it is more than can be borne, and how many more a second. */
const patience = { capacity: 8, rate: 1 / 120 };
/** The share of it that everyone begins with: one picture may meet a process that is cold, or is killed from outside. */
const leastPatience = 1 / patience.capacity;

/**
 * Shares vision time fairly: a free process goes to the connection that has used least, pictures in hand included, so
 * that of those who always wait none gets more than a picture ahead (start-time fair queueing). As a picture cannot be
 * interrupted, heavy accounts may not hold all processes together while a lighter one is about: `size` says how many there are.
 */
export function createVisionAccounts({ clock, size }: { clock: Clock; size: () => number }): VisionAccounts {
  const known = new Set<VisionAccount>();
  /** Where an account begins: the least that an active one has used. */
  let base = 0;

  const isActive = ({ waiting, inHand }: VisionAccount) => waiting > 0 || inHand.size > 0;
  const usedBy = (account: VisionAccount, now: number) => {
    let { used } = account;
    for (const { begin } of account.inHand) used += now - begin;
    return used;
  };

  const see = (account: VisionAccount, now: number) => {
    account.seenAt = now;
    known.add(account);
    let least = Number.POSITIVE_INFINITY;
    for (const one of known) if (isActive(one)) least = Math.min(least, usedBy(one, now));
    if (Number.isFinite(least)) base = Math.max(base, least);
  };
  const forget = (now: number) => {
    for (const account of known)
      if (!isActive(account) && now - account.seenAt > memory) known.delete(account);
  };
  const lightestMean = () => {
    let lightest = Number.POSITIVE_INFINITY;
    for (const { mean } of known) lightest = Math.min(lightest, mean);
    return lightest;
  };

  const charge = (account: VisionAccount, cost: number, brokeProcess: boolean): boolean => {
    const isUnbearable = brokeProcess || isFarAbove(cost, account, lightestMean(), unbearable);
    account.used += cost;
    const isFirst = !Number.isFinite(account.mean);
    account.mean = isFirst ? cost : account.mean * kept + cost * (1 - kept);
    account.peak = isFirst ? cost : Math.max(account.peak * kept, cost);
    return isUnbearable && !account.patience.take();
  };

  return {
    open: (credit = 1) => ({
      used: 0,
      inHand: new Set(),
      waiting: 0,
      seenAt: 0,
      mean: Number.POSITIVE_INFINITY,
      peak: Number.POSITIVE_INFINITY,
      patience: createTokenBucket({ ...patience, clock, level: Math.max(credit, leastPatience) }),
    }),
    wait(account) {
      if (!isActive(account)) account.used = Math.max(account.used, base);
      account.waiting += 1;
      see(account, clock());
    },
    giveUp(account) {
      account.waiting -= 1;
    },
    next(waiters) {
      const now = clock();
      forget(now);
      const lightest = lightestMean();
      const isHeavy = (account: VisionAccount) => isFarAbove(account.peak, account, lightest, heavy);
      let held = 0;
      for (const account of known) if (isHeavy(account)) held += account.inHand.size;
      const mayBeServed = (account: VisionAccount) => held < Math.max(1, size() - 1) || !isHeavy(account);
      let least = Number.POSITIVE_INFINITY;
      for (const { account } of waiters)
        if (mayBeServed(account)) least = Math.min(least, usedBy(account, now));
      for (const waiter of waiters)
        if (mayBeServed(waiter.account) && usedBy(waiter.account, now) <= least + slack) return waiter;
      return undefined;
    },
    begin(account) {
      account.waiting -= 1;
      const picture = { begin: clock() };
      account.inHand.add(picture);
      return {
        end(brokeProcess) {
          const now = clock();
          see(account, now);
          account.inHand.delete(picture);
          return charge(account, now - picture.begin, brokeProcess);
        },
        cancel: () => void account.inHand.delete(picture),
      };
    },
  };
}

/** Whether a cost is far above the mean of the lightest account, unless that is the account itself. */
function isFarAbove(cost: number, { mean }: VisionAccount, lightest: number, limit: typeof heavy): boolean {
  return mean !== lightest && cost > limit.milliseconds && cost > limit.times * lightest;
}
