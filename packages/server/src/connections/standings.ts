import type { Clock } from "@signify/core";

/** How a newcomer is received. */
export type Standing = {
  /** Milliseconds that it has to wait before it is let in; 0 where nothing is remembered. */
  pause: number;
  /** The share (0..1] of every burst and every patience that it begins with. All of them fill up as ever. */
  credit: number;
};

/** What is remembered of addresses whose connections were a burden. */
export type Standings = {
  of(address: string): Standing;
  /** A connection has left: the share (0..1) of what is borne that it had used up; 1 when it was thrown out. */
  note(address: string, strain: number): void;
};

/** Options of {@link createStandings}. */
export type StandingsOptions = {
  clock: Clock;
  /** Addresses that are remembered; beyond that the one that was noted longest ago is forgotten. */
  maxAddresses?: number;
};

/** Whoever leaves in the middle of honest work has used less than this. */
const negligible = 0.05;
/** Connections thrown out that are remembered of an address, and how many of them are forgotten in a second. */
const most = 10;
const forgotten = 1 / 10;
/** Milliseconds of waiting for each of them. */
const pauseEach = 200;
const leastCredit = 1 / 16;

/**
 * What a connection was borne beyond honest use stays behind with its address and is forgotten with time, so that nobody
 * gains by coming back at once. It concerns newcomers alone, and turns none of them away: a classroom shares an address.
 */
export function createStandings({ clock, maxAddresses = 10_000 }: StandingsOptions): Standings {
  /** In the order in which they were noted. */
  const remembered = new Map<string, { strain: number; at: number }>();

  const strainOf = (address: string): number => {
    const entry = remembered.get(address);
    if (!entry) return 0;
    const strain = entry.strain - (Math.max(0, clock() - entry.at) / 1000) * forgotten;
    if (strain > 0) return strain;
    remembered.delete(address);
    return 0;
  };

  return {
    of(address) {
      const strain = strainOf(address);
      return { pause: Math.round(strain * pauseEach), credit: Math.max(leastCredit, 2 ** -strain) };
    },
    note(address, strain) {
      if (strain < negligible) return;
      const sum = Math.min(most, strainOf(address) + strain);
      remembered.delete(address);
      remembered.set(address, { strain: sum, at: clock() });
      const [oldest] = remembered.keys();
      if (remembered.size > maxAddresses && oldest !== undefined) remembered.delete(oldest);
    },
  };
}
