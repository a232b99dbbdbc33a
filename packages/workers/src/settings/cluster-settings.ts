import { list, text } from "@signify/service/settings";
import { type Static, Type } from "@sinclair/typebox";

/** The settings of the engine through which servers and workers share their work, NATS. */
export const clusterSchemas = {
  NATS_URL: list(
    "addresses such as nats://10.0.0.5:4222",
    (entry) => (isEngineAddress(entry) ? [entry] : undefined),
    "NATS servers, one of which is used, through which vision workers of other machines are asked; without it there are none",
  ),
  NATS_PREFIX: Type.String({
    default: "signify",
    pattern: "^[A-Za-z0-9_-]+$",
    minLength: 1,
    description: "First part of every subject: two clusters with two prefixes can share an engine",
  }),
  NATS_USER: text("User name for NATS"),
  NATS_PASSWORD: text("Password for NATS"),
  NATS_TOKEN: text("Token for NATS"),
  NATS_CREDENTIALS_FILE: text("A NATS credentials file (JWT and key)"),
  NATS_TLS_CA_FILE: text(
    "Certificate of the authority that NATS's certificate is checked against; set, TLS is demanded",
  ),
  NATS_TLS_CERT_FILE: text("Certificate to show to NATS"),
  NATS_TLS_KEY_FILE: text("Key of that certificate"),
};

const Schema = Type.Object(clusterSchemas);

/** The validated settings. */
export type ClusterSettings = Static<typeof Schema>;

/** A name and a password in it would be shown wherever addresses are; they have settings of their own. */
function isEngineAddress(entry: string): boolean {
  const url = URL.parse(entry);
  if (!url || !["nats:", "tls:"].includes(url.protocol)) return false;
  return url.hostname !== "" && url.username === "" && url.pathname.length <= 1;
}
