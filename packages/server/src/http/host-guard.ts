import { isIP } from "node:net";
import { hostName } from "./host-name.ts";
import { isOwnMachine } from "./is-own-machine.ts";

/** Why a request is turned away before anyone looks at it. */
export type HostRefusal = { status: 400 | 421; error: string };

/**
 * Looks at the `Host` header. A foreign page can have a name of its own resolve to this server (DNS rebinding) and is then
 * of the same origin; it cannot choose another name than that. So names are what is held to the list, where there is one:
 * no such page can be at an address or at localhost, and no browser leaves the header out.
 * @param allowed Names that the server answers to, as a `URL` has them; none: to every name.
 */
export function createHostGuard(
  allowed: readonly string[],
): (header: string | null) => HostRefusal | undefined {
  const isAllowed = (name: string) =>
    allowed.length === 0 || allowed.includes(name) || isOwnMachine(name) || isAddress(name);
  return (header) => {
    if (header === null) return undefined;
    const name = hostName(header);
    if (name === undefined) {
      return { status: 400, error: "Expected a Host header with a host name, and a port at most." };
    }
    if (isAllowed(name)) return undefined;
    return {
      status: 421,
      error:
        "This server does not answer to this host name. Its ALLOWED_HOSTS lists those that it answers to.",
    };
  };
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, "")) !== 0;
}
