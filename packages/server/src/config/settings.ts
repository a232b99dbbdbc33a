import { list, logLevel, share, text, whole } from "@signify/service/settings";
import { clusterSchemas, visionSchemas } from "@signify/workers/settings";
import { type Static, Type } from "@sinclair/typebox";
import { hostNamesOf } from "./host-names-of.ts";
import { originsOf } from "./origins-of.ts";

/**
 * Every setting of the server, by its environment name. The names of the Python ancestor are kept. This schema
 * validates the environment at start, and the README's table is generated from it.
 */
export const Settings = Type.Object({
  WEBSOCKET_HOST: Type.String({ minLength: 1, default: "0.0.0.0", description: "Address to listen on" }),
  WEBSOCKET_PORT: whole(0, 65535, 8765, "Port to listen on; `PORT` wins where it is set, 0 takes a free one"),
  LOG_LEVEL: logLevel(),
  THREAD_POOL_MAX_WORKERS: whole(
    0,
    64,
    4,
    "Vision processes at most; never more than there are cores. 0, where `NATS_URL` is set: only those of vision workers",
  ),
  KEYPOINT_BUFFER_SIZE: whole(8, 32, 32, "Frames in the letter model's window"),
  MIN_FRAMES: whole(1, 32, 8, "Frames with a hand before the first reading"),
  SLIDING_WINDOW_SIZE: whole(1, 64, 5, "Readings in the moving mean"),
  THROTTLE_MIN_INTERVAL_MS: whole(0, 10_000, 75, "Least time between two replies"),
  THROTTLE_PROBABILITY_THRESHOLD: share(
    0.03,
    "Least change of the target's probability that is worth a reply",
  ),
  ...visionSchemas,
  MAX_MESSAGE_BYTES: whole(
    1024,
    64 * 1024 * 1024,
    1024 * 1024,
    "Largest message; a larger one closes with 1009",
  ),
  MAX_FRAMES_PER_SECOND: whole(1, 1000, 60, "Frames per second of one connection"),
  MAX_CONNECTIONS: whole(1, 100_000, 256, "Connections in all"),
  MAX_CONNECTIONS_PER_ADDRESS: whole(
    1,
    100_000,
    64,
    "Connections from one address (a classroom often shares one)",
  ),
  TRUST_PROXY: Type.Boolean({
    default: false,
    description: "Take the client's address from the last entry of `X-Forwarded-For`",
  }),
  ALLOWED_ORIGINS: list(
    "web origins such as https://learn.example, or * for all",
    originsOf,
    "Web origins allowed besides the same host and localhost; without a scheme both `https:` and `http:`",
  ),
  ALLOWED_HOSTS: list(
    "host names without scheme and port",
    hostNamesOf,
    "If set, other names are answered with 421; addresses and localhost are not names. Set it where the network alone " +
      "keeps strangers out: a foreign page can have a name of its own lead to this server",
  ),
  AUTH_TOKEN: text("If set, clients must send it as `Authorization: Bearer …` or `?access_token=…`"),
  IDLE_TIMEOUT_SECONDS: whole(5, 960, 60, "Silence, pings unanswered, after which a connection is closed"),
  MAX_SEND_BUFFER_BYTES: whole(
    4096,
    64 * 1024 * 1024,
    256 * 1024,
    "Unread replies of one client before it is closed",
  ),
  LETTER_BATCH_SIZE: whole(1, 256, 8, "Windows in one run of the letter model"),
  DRAIN_SECONDS: whole(
    0,
    3600,
    0,
    "Time for learners to go to another server when this one is told to stop; 0 closes at once",
  ),
  SHUTDOWN_DEADLINE_MS: whole(
    0,
    600_000,
    50,
    "Time for pictures in hand at shutdown; who sent them is gone by then",
  ),
  CLASS_INBOX: Type.Boolean({
    default: false,
    description:
      "Keep what learners hand in until their teacher takes it: letters, times and typed names, no pictures and no landmarks. " +
      "Only then the server writes a file",
  }),
  CLASS_INBOX_FILE: text(
    "The file of the inbox, a whole path outside of Signify's own folder; needed where it is on",
  ),
  CLASS_INBOX_DAYS: whole(1, 365, 30, "Days after which a result is deleted from the inbox"),
  ...clusterSchemas,
});

/** The validated settings. */
export type Settings = Static<typeof Settings>;
