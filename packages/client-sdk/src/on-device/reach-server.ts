import { SignifyError } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import { backoff } from "../connection/backoff.ts";
import { onNetworkBack } from "../connection/network-back.ts";
import type { Timing } from "../timing.ts";

/** Options of {@link reachServer}. */
export type ReachServerOptions = {
  /** Connects to the server. */
  remote: () => Promise<SignifyClient>;
  timing: Timing;
  onReached: (client: SignifyClient) => void;
  /** An attempt failed; the next one follows by itself. */
  onFailed: (error: SignifyError) => void;
  /** Another attempt would fail likewise. */
  onRefused: (error: unknown) => void;
};

/** The way to a client of the server, which stays connected by itself once it is there. */
export type ServerReach = {
  /** Whether an attempt has failed and none has succeeded. */
  readonly failed: boolean;
  /** Begins. */
  reach(): void;
  close(): void;
};

/** Tries until the server is reached for the first time, less and less often, and at once when the network is back. */
export function reachServer(options: ReachServerOptions): ServerReach {
  const { timing } = options;
  let attempt = 0;
  let closed = false;
  let reached = false;
  let cancelRetry: (() => void) | undefined;

  const connect = () => {
    cancelRetry = undefined;
    options.remote().then(adopt, fail);
  };
  const adopt = (client: SignifyClient) => {
    if (closed) return client.close();
    reached = true;
    options.onReached(client);
  };
  const fail = (error: unknown) => {
    if (closed) return;
    if (!SignifyError.isInstance(error) || !error.retryable) return options.onRefused(error);
    attempt += 1;
    const delay = backoff({ attempt, full: false, random: timing.random });
    cancelRetry = timing.timers.after(delay, connect);
    options.onFailed(error);
  };
  const forgetNetwork = onNetworkBack(() => {
    if (!cancelRetry) return;
    cancelRetry();
    connect();
  });

  return {
    get failed() {
      return attempt > 0 && !reached;
    },
    reach: connect,
    close() {
      closed = true;
      cancelRetry?.();
      forgetNetwork();
    },
  };
}
