import type { Toxic } from "./toxiproxy.ts";

/** A toxic, and what it does to a connection. */
export type ToxicCase = Toxic & {
  name: string;
  /** Whether the connection is lost: frames on their way are lost with it. */
  loses: boolean;
  /** Whether it is only felt by a connection that is closed at one end. */
  closes?: boolean;
};

/** Toxiproxy's toxics, each strong enough to be felt by landmarks at 30 frames a second: 16 kB a second there. */
export const toxics: ToxicCase[] = [
  { name: "latency", type: "latency", attributes: { latency: 150 }, loses: false },
  { name: "jitter", type: "latency", attributes: { latency: 60, jitter: 60 }, loses: false },
  // In kilobytes a second.
  { name: "bandwidth", type: "bandwidth", attributes: { rate: 4 }, loses: false },
  // In bytes, and a delay in microseconds.
  {
    name: "slicer",
    type: "slicer",
    attributes: { average_size: 24, size_variation: 12, delay: 100 },
    loses: false,
  },
  { name: "slow_close", type: "slow_close", attributes: { delay: 300 }, loses: true, closes: true },
  // For ever: nothing comes through and nothing is closed.
  { name: "timeout", type: "timeout", attributes: { timeout: 0 }, loses: true },
  { name: "reset_peer", type: "reset_peer", attributes: { timeout: 0 }, loses: true },
  { name: "limit_data", type: "limit_data", attributes: { bytes: 6000 }, loses: true },
];
