import type { OptionalEvent, RecognitionMode } from "@signify/core";
import type { TokenSource } from "./connection/token-source.ts";
import type { WebSocketClass } from "./connection/web-socket.ts";
import type { Listeners } from "./events/event-hub.ts";
import type { Timing } from "./timing.ts";

/** What a client is to recognize, wherever that happens. */
export type RecognitionOptions = {
  /** The letter that is wanted, A–Z in either case; null or nothing for none. */
  target?: string | null;
  /** "live" (the default) for a camera, "still" for pictures that each stand for themselves. */
  mode?: RecognitionMode;
  /** Events besides predictions, targets, errors and states. Default: ["status"]. */
  events?: readonly OptionalEvent[];
  /**
   * Listeners that hear every event, the first state and the first target too, which come before there is a client:
   * `on: { prediction({ letter }) { show(letter); } }`.
   */
  on?: Listeners;
  /** Aborting it closes the client; before there is one, the promise of it is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Clock, timers and chance in place of the runtime's own: for tests, see `createManualTiming` in `testing`. */
  timing?: Partial<Timing>;
};

/** What clients that belong together share, besides their options. */
export type Shared = {
  /** Clients that take turns number their frames as one. */
  nextSequence?: () => number;
  /** Finds the hands in a picture of `recognize` here, as landmarks [42, 3], so that it does not leave the device. */
  findHands?: (picture: ImageBitmap, options: { mirrored?: boolean }) => Promise<ArrayLike<number>>;
};

/** Options of {@link connect}. */
export type ConnectOptions = RecognitionOptions & {
  /** The server's address: "wss://host", "https://host", or "/" for the one that the page came from. */
  url: string | URL;
  /** The server's token, if it wants one. A function is asked again for each attempt, so that a token may expire. */
  token?: TokenSource;
  /** A WebSocket class for runtimes without one: that of the package `ws` for Node before 22. */
  WebSocket?: WebSocketClass;
  /** Milliseconds until an attempt to connect is given up. Default 10,000; a server may have a newcomer wait for two seconds. */
  connectTimeout?: number;
  /** Milliseconds of silence after which the server is asked for a sign of life. Default 10,000. */
  keepAliveInterval?: number;
  /** Milliseconds without an answer after which the connection counts as lost. Default 5,000. */
  keepAliveTimeout?: number;
};
