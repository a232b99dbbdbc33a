import { type Static, Type } from "@sinclair/typebox";
import { Identity } from "./identity.ts";

const exact = { additionalProperties: false };
const milliseconds = () => Type.Number({ minimum: 0 });

const Region = Type.Object(
  { centerX: Type.Number(), centerY: Type.Number(), size: Type.Number(), rotation: Type.Number() },
  exact,
);
const Tracking = Type.Object(
  {
    tracks: Type.Array(Type.Object({ region: Region, rightProbability: Type.Number() }, exact), {
      maxItems: 2,
    }),
    framesSinceSearch: Type.Integer({ minimum: 0 }),
    nextLook: Type.Integer({ minimum: 0 }),
  },
  exact,
);

/** What may be wrong with a picture, or with looking at it. */
export const pictureFaults = ["bad-picture", "picture-too-large", "vision-failed"] as const;

/** Everything that servers and workers say to each other. A picture's bytes and landmarks come behind the message. */
export const messages = {
  /** Server to one free process: a connection waits. */
  ask: Type.Object({ type: Type.Literal("ask") }, exact),
  /** Worker to one waiting connection, or to the one that asked: a process is free, and kept for it for a moment. */
  offer: Type.Object({ type: Type.Literal("offer") }, exact),
  /** Worker to the one that asked: this process is promised to another. */
  taken: Type.Object({ type: Type.Literal("taken") }, exact),
  /** Server to the one that offered: nobody waits any more. */
  pass: Type.Object({ type: Type.Literal("pass") }, exact),
  /** Server to the one that offered; the JPEG comes behind it. */
  picture: Type.Object(
    {
      type: Type.Literal("picture"),
      mirrored: Type.Boolean(),
      mode: Type.Union([Type.Literal("live"), Type.Literal("still")]),
      tracking: Tracking,
    },
    exact,
  ),
  /** Worker to server, while it looks at a picture that takes long: it is still there. */
  working: Type.Object({ type: Type.Literal("working") }, exact),
  /** Worker to server; landmarks [42, 3] float32 come behind it, little-endian. */
  located: Type.Object(
    {
      type: Type.Literal("located"),
      hands: Type.Integer({ minimum: 0, maximum: 2 }),
      aspect: Type.Number({ exclusiveMinimum: 0 }),
      tracking: Tracking,
      timings: Type.Object(
        { decode: milliseconds(), palm: milliseconds(), warp: milliseconds(), hand: milliseconds() },
        exact,
      ),
      /** Milliseconds from the picture's arrival at the worker to this answer. */
      took: milliseconds(),
    },
    exact,
  ),
  /** Worker to server: the picture could not be looked at. */
  failed: Type.Object(
    {
      type: Type.Literal("failed"),
      code: Type.Union(pictureFaults.map((code) => Type.Literal(code))),
      message: Type.String({ maxLength: 200 }),
      /** Whether it cost the vision process. */
      broke: Type.Boolean(),
    },
    exact,
  ),
  /** Worker to all servers, from time to time. */
  here: Type.Object(
    {
      type: Type.Literal("here"),
      id: Type.String({ maxLength: 32 }),
      identity: Identity,
      processes: Type.Integer({ minimum: 0, maximum: 1024 }),
      free: Type.Integer({ minimum: 0, maximum: 1024 }),
    },
    exact,
  ),
  /** Worker to all servers: it goes. */
  gone: Type.Object({ type: Type.Literal("gone"), id: Type.String({ maxLength: 32 }) }, exact),
  /** Server to a worker that is not like it. */
  refused: Type.Object({ type: Type.Literal("refused"), because: Type.String({ maxLength: 200 }) }, exact),
};

/** One message, without what comes behind it. */
export type ClusterMessage = {
  [Name in keyof typeof messages]: Static<(typeof messages)[Name]>;
}[keyof typeof messages];

/** The message of this type. */
export type ClusterMessageOf<Name extends ClusterMessage["type"]> = Extract<ClusterMessage, { type: Name }>;
