import { timingSafeEqual } from "node:crypto";
import { SignifyError, type WireError } from "@signify/core";
import { closeCodes } from "@signify/core/protocol";
import { isOwnMachine } from "../http/is-own-machine.ts";
import { shuttingDown } from "../shutting-down.ts";

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
};

/** The door: counts who is inside, and says who may not come in. */
export type Admission = {
  /** Lets a visitor in, and returns how to leave (once), or says why not. */
  enter(visitor: Visitor): { leave: () => void } | { refusal: Refusal };
  /** Closes the door for good; settles when the last one inside has left. */
  close(): Promise<void>;
};

/** Checks whether the server goes on, then the Origin, the token and the room. */
export function createAdmission(options: AdmissionOptions): Admission {
  const inside = new Map<string, number>();
  const emptied = Promise.withResolvers<void>();
  let total = 0;
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
    if (total >= options.maxConnections) {
      const error = new SignifyError("too-many-connections", "The server is full. Try again later.");
      return { error, closeCode: closeCodes.tryAgainLater };
    }
    if ((inside.get(visitor.address) ?? 0) >= options.maxConnectionsPerAddress) {
      const error = new SignifyError("too-many-connections", "Too many connections from this address.");
      return { error, closeCode: closeCodes.tooManyConnections };
    }
    return undefined;
  };

  return {
    enter(visitor) {
      const refusal = refusalOf(visitor);
      if (refusal) return { refusal };
      const { address } = visitor;
      total += 1;
      inside.set(address, (inside.get(address) ?? 0) + 1);
      let left = false;
      const leave = () => {
        if (left) return;
        left = true;
        total -= 1;
        if (closed && total === 0) emptied.resolve();
        const remaining = (inside.get(address) ?? 1) - 1;
        if (remaining > 0) inside.set(address, remaining);
        else inside.delete(address);
      };
      return { leave };
    },
    close() {
      closed = true;
      if (total === 0) emptied.resolve();
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
