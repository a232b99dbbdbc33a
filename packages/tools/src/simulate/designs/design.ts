import type { Random } from "../../random/seeded-random.ts";
import type { ServiceDraw } from "../service-times.ts";
import type { WaitingConnections } from "../simulated-server.ts";
import type { VirtualTime } from "../virtual-time.ts";

/** Options of every {@link Design}. */
export type DesignOptions = {
  time: VirtualTime;
  random: Random;
  serviceTimes: ServiceDraw;
  workers: number;
  /** Of each worker. */
  processes: number;
  /** Milliseconds from a client to the engine, and from it to a client. */
  hop: number;
  /** A process is done with a picture that took it so many milliseconds. */
  onLooked: (milliseconds: number) => void;
};

/**
 * What may happen to a worker or a server. `killed`: its line to the engine is closed, and the engine tells who writes to
 * it. `hung`: its line stays open, and whatever is said to it vanishes.
 */
export type Fault = "killed" | "hung";

/** What a design has said through the engine so far. */
export type DesignFigures = {
  published: number;
  delivered: number;
  /** How often someone has begun or ceased to listen. */
  subscribed: number;
  /** Offers of processes by how they ended; only where processes offer themselves. */
  offers: Record<string, number>;
};

/** A way in which the pictures of servers get to the processes of workers. */
export type Design = {
  /** A server comes; the answer is to be called each time when one more of its connections waits. */
  connect(server: WaitingConnections): () => void;
  breakWorker(index: number, fault: Fault): void;
  /** Servers count in the order in which they came. */
  breakServer(index: number, fault: Fault): void;
  figures(): DesignFigures;
};
