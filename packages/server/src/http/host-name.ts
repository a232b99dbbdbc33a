/**
 * The name that a `Host` header asks for: lower case, without its port, an IPv6 address in brackets. `undefined` where it
 * is none, and would move the borders of the address's path.
 */
export function hostName(header: string): string | undefined {
  if (!/^(\[[\da-f:.]+\]|[\w.-]+)(:\d*)?$/i.test(header)) return undefined;
  return URL.parse(`http://${header}`)?.hostname;
}
