/** Reads one entry of a list of host names, as a `URL` has them. `undefined` where it is more than a name, or none. */
export function hostNamesOf(entry: string): string[] | undefined {
  const url = URL.parse(`http://${entry}`);
  if (!url || url.hostname.includes("*") || url.href !== `http://${url.hostname}/`) return undefined;
  return [url.hostname];
}
