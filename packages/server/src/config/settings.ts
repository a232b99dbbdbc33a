import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { hostNamesOf } from "./host-names-of.ts";
import { originsOf } from "./origins-of.ts";

const whole = (minimum: number, maximum: number, value: number, description: string) =>
  Type.Integer({ minimum, maximum, default: value, description });
const share = (value: number, description: string) =>
  Type.Number({ minimum: 0, maximum: 1, default: value, description });

/** Reads one entry of a list; `undefined` where it is not what the list is of. */
type ReadEntry = (entry: string) => string[] | undefined;

/** A list; the schema keeps how an entry is read, and what the entries are in words. */
const list = (entries: string, readEntry: ReadEntry, description: string) =>
  Type.Array(Type.String(), { default: [], entries, readEntry, description });

/**
 * Every setting of the server, by its environment name. The names of the Python ancestor are kept. This schema
 * validates the environment at start, and the README's table is generated from it.
 */
export const Settings = Type.Object({
  WEBSOCKET_HOST: Type.String({ minLength: 1, default: "0.0.0.0", description: "Address to listen on" }),
  WEBSOCKET_PORT: whole(0, 65535, 8765, "Port to listen on; `PORT` wins where it is set, 0 takes a free one"),
  LOG_LEVEL: Type.Union(
    ["debug", "info", "warn", "error", "silent"].map((level) => Type.Literal(level)),
    { default: "info", description: "Least severe log line that is written" },
  ),
  THREAD_POOL_MAX_WORKERS: whole(1, 64, 4, "Vision processes at most; never more than there are cores"),
  KEYPOINT_BUFFER_SIZE: whole(8, 32, 32, "Frames in the letter model's window"),
  MIN_FRAMES: whole(1, 32, 8, "Frames with a hand before the first reading"),
  SLIDING_WINDOW_SIZE: whole(1, 64, 5, "Readings in the moving mean"),
  THROTTLE_MIN_INTERVAL_MS: whole(0, 10_000, 75, "Least time between two replies"),
  THROTTLE_PROBABILITY_THRESHOLD: share(
    0.03,
    "Least change of the target's probability that is worth a reply",
  ),
  MIN_DETECTION_CONFIDENCE: share(0.5, "Least palm score in the first look for a hand"),
  MIN_TRACKING_CONFIDENCE: share(0.5, "Least presence for a hand to be followed"),
  MAX_NUM_HANDS: whole(1, 2, 2, "Hands looked for"),
  LIVE_HAND_NETWORK: Type.Union([Type.Literal("int8"), Type.Literal("float32")], {
    default: "int8",
    description: "Numbers of the hand network for live frames: int8 is 1.4 times as fast, float32 exact",
  }),
  MAX_MESSAGE_BYTES: whole(
    1024,
    64 * 1024 * 1024,
    1024 * 1024,
    "Largest message; a larger one closes with 1009",
  ),
  MAX_PICTURE_SIDE: whole(16, 16_384, 4096, "Longest side of a still picture, checked before decoding"),
  MAX_LIVE_PICTURE_SIDE: whole(
    16,
    16_384,
    1920,
    "The same for a live frame, and never more than `MAX_PICTURE_SIDE`",
  ),
  MAX_DECODED_SIDE: whole(192, 16_384, 1280, "Longer pictures are decoded at a reduced scale"),
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
  AUTH_TOKEN: Type.String({
    default: "",
    description: "If set, clients must send it as `Authorization: Bearer …` or `?access_token=…`",
  }),
  IDLE_TIMEOUT_SECONDS: whole(5, 960, 60, "Silence, pings unanswered, after which a connection is closed"),
  MAX_SEND_BUFFER_BYTES: whole(
    4096,
    64 * 1024 * 1024,
    256 * 1024,
    "Unread replies of one client before it is closed",
  ),
  VISION_TIMEOUT_MS: whole(100, 600_000, 5000, "Time for one picture before its vision process is replaced"),
  MAX_VISION_MEMORY_MB: whole(
    192,
    65_536,
    512,
    "Memory of a vision process before it is replaced; the largest still takes 370, more with a higher `MAX_PICTURE_SIDE`",
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
});

/** The validated settings. */
export type Settings = Static<typeof Settings>;

/** What a value of this setting has to be, in words. */
export function expectation(schema: TSchema): string {
  if (schema.anyOf) return `one of ${schema.anyOf.map((option: TSchema) => option.const).join(", ")}`;
  switch (schema.type) {
    case "integer":
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case "number":
      return `a number from ${schema.minimum} to ${schema.maximum}`;
    case "boolean":
      return "true or false";
    case "array":
      return `${schema.entries}, separated by commas`;
    default:
      return schema.minLength ? "a text that is not empty" : "a text";
  }
}
