import { SignifyError } from "@signify/core";

const path = "/v1/recognize";
const form = /^(?:ws|http)(s?):\/\/([^\s/?#@]+)(\/[^\s?#]*)?(\?[^\s#]*)?(#.*)?$/i;

/**
 * The WebSocket address of the typed protocol for a server's address. `http` becomes `ws`, an address without a path
 * gets the protocol's own, and one that begins with "/" is on the server that the page came from. The token goes into
 * the query, because a browser cannot send headers with a WebSocket. Not read with `URL`, which React Native only has in part.
 * @throws SignifyError "bad-address"
 */
export function recognizeAddress(url: string | URL, token?: string): string {
  const given = String(url).trim();
  const page = (globalThis as { location?: { protocol: string; host: string } }).location;
  const address = given.startsWith("/") && page ? `${page.protocol}//${page.host}${given}` : given;
  const [, secure, host, directory = "/", query = ""] = form.exec(address) ?? [];
  if (!host) {
    throw new SignifyError("bad-address", 'Expected "url" to be an address such as "wss://signify.example".');
  }
  const place = `ws${secure ? "s" : ""}://${host}${directory === "/" ? path : directory}`;
  if (!token) return place + query;
  return `${place}${query}${query ? "&" : "?"}access_token=${encodeURIComponent(token)}`;
}
