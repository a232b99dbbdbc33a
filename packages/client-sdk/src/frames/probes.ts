import type { Clock } from "@signify/core";

/** Options of {@link createProbes}. */
export type ProbesOptions = {
  clock: Clock;
  /** Least milliseconds between two probes: they share the server's limit of messages. */
  interval: number;
  /** How long the way there and back takes while nothing is on it, in milliseconds. */
  roundTrip: number;
  ping: (id: number) => void;
};

/** What is known of the frames that are still on their way to the server. */
export type Probes = {
  /** A frame was sent; a probe goes after it when one is due. */
  frameSent(): void;
  /** Sends a probe now, whether one is due or not. */
  probe(): void;
  answered(id: number): void;
  /** Frames sent behind the newest answered probe. */
  readonly inFlight: number;
  /** Frames that may be in flight: as many as fill the way, and not more, or they queue. */
  readonly allowed: number;
  /** Milliseconds until a probe may follow the frames that none follows yet; undefined when all have one. */
  readonly due: number | undefined;
};

/** A camera's frames per second, to say how many fill the way to the server. */
const usualRate = 30;
const least = 3;
const most = 32;
/** Milliseconds after which a probe is believed lost. */
const lost = 1000;

/**
 * `bufferedAmount` does not see what waits in the system's buffers, which hold seconds of a slow link. So a ping
 * follows the frames, and its answer says that the server has them: messages on a WebSocket keep their order.
 */
export function createProbes(options: ProbesOptions): Probes {
  const { clock, interval, ping } = options;
  let roundTrip = options.roundTrip;
  let nextId = 1;
  let sent = 0;
  let acknowledged = 0;
  let probed = 0;
  let probedAt = clock();
  let open: { id: number; sent: number; at: number }[] = [];

  const probe = () => {
    const id = nextId;
    nextId = id === 0xffffffff ? 1 : id + 1;
    probedAt = clock();
    probed = sent;
    open.push({ id, sent, at: probedAt });
    if (open.length > most) open.shift();
    ping(id);
  };
  const timeToProbe = () => {
    const since = clock() - probedAt;
    return Math.max(0, (probed === sent ? lost : interval) - since);
  };

  return {
    frameSent() {
      sent += 1;
      if (timeToProbe() === 0) probe();
    },
    probe,
    answered(id) {
      const found = open.find((candidate) => candidate.id === id);
      if (!found) return;
      open = open.filter((candidate) => candidate.sent > found.sent);
      acknowledged = Math.max(acknowledged, found.sent);
      roundTrip = Math.min(roundTrip, Math.max(0, clock() - found.at));
    },
    get inFlight() {
      return sent - acknowledged;
    },
    get allowed() {
      return Math.min(most, Math.max(least, 2 + Math.ceil((roundTrip * usualRate) / 1000)));
    },
    get due() {
      return sent === acknowledged ? undefined : timeToProbe();
    },
  };
}
