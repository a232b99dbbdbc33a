/**
 * The client's address in `X-Forwarded-For`: the last entry, which the proxy itself wrote, without the port that some
 * proxies add. Empty where there is none.
 */
export function forwardedAddress(header = ""): string {
  const entry = header.split(",").at(-1)?.trim() ?? "";
  const [, ipv6, ipv4] = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? [];
  return ipv6 ?? ipv4 ?? entry;
}
