import { hasServer } from "../shell/has-server.ts";
import { createInboxClient } from "./inbox-client.ts";

/** The inbox of the server that this page came from. */
export const inbox = createInboxClient({
  address: hasServer ? new URL("v1/inbox", document.baseURI).href : undefined,
  fetch: (address, request) => fetch(address, request),
});
