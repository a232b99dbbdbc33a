import type { SignifyError } from "@signify/core";
import type { ClientState, StateEvent, StateReason, TroubleReason } from "./client-event.ts";

/** What a connection is like, and why it is given no frames. */
export type Condition = {
  connected: boolean;
  slow: boolean;
  silent: boolean;
  trouble: TroubleReason | undefined;
};

/** One client's state, made of what is known of its connection. */
export type StateKeeper = {
  readonly state: ClientState;
  readonly reason: StateReason | undefined;
  readonly error: SignifyError | undefined;
  /** Something about it changed; `error` says why, if there is more to say. */
  set(change: Partial<Condition>, error?: SignifyError): void;
  close(error?: SignifyError): void;
};

/** Makes a {@link StateKeeper} that tells of every change once. */
export function createStateKeeper(tell: (event: StateEvent) => void): StateKeeper {
  let condition: Condition = { connected: false, slow: false, silent: false, trouble: undefined };
  let everConnected = false;
  let told: { state: ClientState; reason?: StateReason } = { state: "connecting" };
  let closedBy: SignifyError | undefined;

  const present = (): { state: ClientState; reason?: StateReason } => {
    if (!condition.connected)
      return { state: "connecting", ...(everConnected && { reason: "lost" as const }) };
    const reason = condition.silent ? "silent" : (condition.trouble ?? (condition.slow && "slow-link"));
    return reason ? { state: "degraded", reason } : { state: "ready" };
  };
  const change = (next: typeof told, error?: SignifyError) => {
    if (told.state === "closed" || (next.state === told.state && next.reason === told.reason)) return;
    told = next;
    tell({ type: "state", ...next, ...(error && { error }) });
  };

  return {
    get state() {
      return told.state;
    },
    get reason() {
      return told.reason;
    },
    get error() {
      return closedBy;
    },
    set(changes, error) {
      condition = { ...condition, ...changes };
      everConnected ||= condition.connected;
      change(present(), error);
    },
    close(error) {
      closedBy = error;
      change({ state: "closed" }, error);
    },
  };
}
