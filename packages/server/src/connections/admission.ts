import { timingSafeEqual } from "node:crypto";
import { type Clock, SignifyError, type Timers, type WireError } from "@signify/core";
import { closeCodes } from "@signify/core/protocol";
import { isOwnMachine } from "../http/is-own-machine.ts";
import { shuttingDown } from "../shutting-down.ts";
import { createDoorstep } from "./doorstep.ts";
import { createPlaces } from "./places.ts";
import { createStandings } from "./standings.ts";

/** What is known of a client before its first message. */
export type Visitor = {
  address: string;
  origin?: string | undefined;
  /** The `Host` header that it asked for. */
  host?: string | undefined;
  /** The bearer token that it showed. */
  token?: string | undefined;
};

/** Why a client is turned away: the error to tell it and the code to close with. */
export type Refusal = { error: WireError; closeCode: number };

/** Options of {@link createAdmission}. */
export type AdmissionOptions = {
  maxConnections: number;
  maxConnectionsPerAddress: number;
  /** Origins allowed besides the same host and localhost, as browsers send them; "*" allows all. */
  allowedOrigins: readonly string[];
  /** Empty: everyone may come. */
  authToken: string;
  clock: Clock;
  timers: Timers;
  /** A newcomer has to wait, for what is remembered of its address. */
  onPause?: () => void;
};

/** Somebody's being inside. */
export type Stay = {
  /** The share (0..1] of every burst and patience that it begins with. */
  credit: number;
  /** Leaves, once, with the share (0..1) of what is borne that was used up. */
  leave(strain: number): void;
};

/** The door: counts who is inside, remembers who was thrown out, and says who may not come in. */
export type Admission = {
  /**
   * Has a visitor wait before its socket is opened, where connections of its address have been a burden; `undefined`: it
   * need not.
   */
  arrive(visitor: Visitor): Promise<void> | undefined;
  /** Lets a visitor in, or says why not. */
  enter(visitor: Visitor): Stay | { refusal: Refusal };
  /** Closes the door for good; settles when the last one inside has left. */
  close(): Promise<void>;
};

const full: Refusal = {
  error: new SignifyError("too-many-connections", "The server is full. Try again later."),
  closeCode: closeCodes.tryAgainLater,
};
const addressFull: Refusal = {
  error: new SignifyError("too-many-connections", "Too many connections from this address."),
  closeCode: closeCodes.tooManyConnections,
};

/**
 * Checks whether the server goes on, then the Origin, the token and the room. There is as much room to wait as inside; who
 * finds none is told so inside, where browsers can read it.
 */
export function createAdmission(options: AdmissionOptions): Admission {
  const limits = { max: options.maxConnections, maxPerAddress: options.maxConnectionsPerAddress };
  const places = createPlaces(limits);
  const doorstep = createDoorstep({ ...limits, timers: options.timers });
  const standings = createStandings(options);
  const crowdedOut = new WeakSet<Visitor>();
  const emptied = Promise.withResolvers<void>();
  let closed = false;

  const refusalOf = (visitor: Visitor): Refusal | undefined => {
    if (closed) return { error: shuttingDown, closeCode: closeCodes.tryAgainLater };
    if (!isOriginAllowed(visitor, options.allowedOrigins)) {
      const error = new SignifyError(
        "origin-refused",
        "This web origin is not allowed. The server's ALLOWED_ORIGINS names those that are.",
      );
      return { error, closeCode: closeCodes.originRefused };
    }
    if (options.authToken && !isSameToken(visitor.token ?? "", options.authToken)) {
      const error = new SignifyError("unauthorized", "Expected the server's bearer token.");
      return { error, closeCode: closeCodes.unauthorized };
    }
    return crowdedOut.has(visitor) ? addressFull : undefined;
  };

  return {
    arrive(visitor) {
      const { pause } = standings.of(visitor.address);
      // A closed door is told of at once: there may be another server.
      if (closed || pause === 0) return undefined;
      options.onPause?.();
      const waiting = doorstep.wait(visitor.address, pause);
      if (!waiting) crowdedOut.add(visitor);
      return waiting;
    },
    enter(visitor) {
      const refusal = refusalOf(visitor);
      if (refusal) return { refusal };
      const place = places.take(visitor.address);
      if (place === "full") return { refusal: full };
      if (place === "address-full") return { refusal: addressFull };
      return {
        credit: standings.of(visitor.address).credit,
        leave(strain) {
          if (!place.leave()) return;
          standings.note(visitor.address, strain);
          if (closed && places.taken === 0) emptied.resolve();
        },
      };
    },
    close() {
      closed = true;
      if (places.taken === 0) emptied.resolve();
      return emptied.promise;
    },
  };
}

/** No Origin is a native app; the same host and localhost are always allowed, others by name. */
function isOriginAllowed({ origin, host }: Visitor, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes("*") || allowed.includes(origin)) return true;
  const url = URL.parse(origin);
  if (!url) return false;
  // Read as the origin is: without the scheme's own port, in lower case.
  const asked = host && URL.parse(`${url.protocol}//${host}`)?.host;
  return (url.host !== "" && url.host === asked) || isOwnMachine(url.hostname);
}

function isSameToken(shown: string, expected: string): boolean {
  const one = new Bun.CryptoHasher("sha256").update(shown).digest();
  const other = new Bun.CryptoHasher("sha256").update(expected).digest();
  return timingSafeEqual(one, other);
}
