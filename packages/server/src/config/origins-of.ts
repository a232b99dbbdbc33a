/** Schemes that are no page's: an address of a socket or a file server is easily put in a page's place. */
const noPages = ["ws:", "wss:", "ftp:"];

/**
 * Reads one entry of a list of web origins: the origin as browsers send it, both that of `https:` and of `http:` where no
 * scheme is named. `undefined` where no browser could ever send it: with a path, for example, or with a wildcard in it.
 */
export function originsOf(entry: string): string[] | undefined {
  if (entry === "*" || entry === "null") return [entry];
  if (!entry.includes("://")) {
    const origins = [`https://${entry}`, `http://${entry}`].map(originOf);
    return origins.every((origin) => origin !== undefined) ? origins : undefined;
  }
  const origin = originOf(entry);
  return origin === undefined ? undefined : [origin];
}

function originOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url?.host || url.host.includes("*") || noPages.includes(url.protocol)) return undefined;
  const origin = `${url.protocol}//${url.host}`;
  return url.href === origin || url.href === `${origin}/` ? origin : undefined;
}
