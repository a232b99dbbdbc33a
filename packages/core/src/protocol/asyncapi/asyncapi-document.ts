import { clientMessages, serverMessages } from "../../schema/messages.ts";
import { closeCodes, errorCodeOfClose } from "../close-codes.ts";
import { frameLayoutTable } from "../frame-layout.ts";
import { OriginalError, OriginalReply, OriginalRequest } from "../original.ts";
import { createPlainSchemas } from "./plain-schemas.ts";

type Schemas = Record<string, { readonly title?: string }>;

const originalMessages: Schemas = { request: OriginalRequest, reply: OriginalReply, error: OriginalError };

const originalWords = `One JSON text a frame. Not every frame is answered: there is nothing to say while no hand is seen, while the window of frames
fills, and while nothing has changed. Answers come in the order of the frames. A message with a new letter is a reset; it is answered
at once with the letter "A" and probability 0, and no answer to an earlier frame follows it. What is wrong is answered with an error,
and the connection stays open unless a limit says otherwise.`;

const typedWords = `Texts are JSON with a \`type\`; a frame is one binary message. Order: \`session.start\` comes first and is answered by
\`session.ready\`; then come frames and other texts as the client likes. Predictions come in the order of the frames, at most one a frame and
not one for each. \`target.reset\` answers \`target.set\` at once, with a new \`epoch\`; nothing of an older epoch follows it. Frames
that come faster than they are read are replaced by newer ones, never queued. Sent again, \`session.start\` starts anew.
Units: times are milliseconds, probabilities 0..1, landmarks in picture heights.`;

const frameWords = `A 16-byte header, little-endian, then the payload.

${frameLayoutTable()}

Landmarks are rows of x, y, z: 0–20 the signer's left hand, 21–41 the right, zeros where there is none; in picture heights
(x · aspect, y downwards, z · aspect, with aspect = width / height), un-mirrored.`;

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", description: "Where the server asks for a token." },
  query: {
    type: "httpApiKey",
    in: "query",
    name: "access_token",
    description: "The same token, for browsers, which cannot set headers on a WebSocket.",
  },
};

/** What the server closes a connection with, and the error that it stands for. */
const closings = Object.entries(closeCodes).map(([name, code]) => ({
  code,
  name,
  error: errorCodeOfClose(code),
}));

const closingsTable = ["| close code | error |", "|---|---|"]
  .concat(closings.map(({ code, error }) => `| ${code} | ${error} |`))
  .join("\n");

const references = (channel: string, names: readonly string[]) =>
  names.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }));

const channelReference = (channel: string) => ({ $ref: `#/channels/${channel}` });

/** Something that the server receives, and what answers it. */
const receives = (channel: string, summary: string, names: string[], answers: string[] = []) => ({
  action: "receive",
  summary,
  channel: channelReference(channel),
  messages: references(channel, names),
  ...(answers.length > 0 && {
    reply: { channel: channelReference(channel), messages: references(channel, answers) },
  }),
});

/** Something that the server says of itself. */
const sends = (channel: string, summary: string, names: string[]) => ({
  action: "send",
  summary,
  channel: channelReference(channel),
  messages: references(channel, names),
});

/** The AsyncAPI 3.0 description of both WebSocket protocols, generated from the schemas that validate them. */
export function asyncApiDocument(version: string): object {
  const schemas = createPlainSchemas("#/components/schemas");
  const described = (messages: Schemas) =>
    Object.fromEntries(
      Object.entries(messages).map(([name, schema]) => [
        name,
        { name, title: schema.title, contentType: "application/json", payload: schemas.reference(schema) },
      ]),
    );
  const frame = {
    name: "frame",
    title: "Frame",
    contentType: "application/octet-stream",
    summary: "One frame: a JPEG, or the landmarks of its hands.",
    description: frameWords,
    payload: { type: "string", format: "binary" },
  };
  const channel = (address: string, title: string, words: string, messages: object) => ({
    address,
    title,
    description: `${words}\n\nThe server may close the connection:\n\n${closingsTable}`,
    servers: [{ $ref: "#/servers/signify" }],
    messages,
    bindings: { ws: { method: "GET", bindingVersion: "0.1.0" } },
    "x-close-codes": closings,
  });
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Signify",
      version,
      description: "Recognizes American Sign Language fingerspelling (A–Z) from camera frames.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    defaultContentType: "application/json",
    servers: {
      signify: {
        host: "{host}",
        protocol: "ws",
        description: "wss where the server stands behind TLS. A token is needed only where it asks for one.",
        variables: { host: { default: "localhost:8765", description: "host and port" } },
        security: Object.keys(securitySchemes).map((name) => ({
          $ref: `#/components/securitySchemes/${name}`,
        })),
      },
    },
    channels: {
      original: channel("/", "The original protocol", originalWords, described(originalMessages)),
      recognize: channel("/v1/recognize", "The typed protocol", typedWords, {
        ...described(clientMessages),
        frame,
        ...described(serverMessages),
      }),
    },
    operations: {
      readFrame: receives("original", "A frame, or a new letter, or both.", ["request"], ["reply", "error"]),
      startSession: receives("recognize", "Starts a session.", ["session.start"], ["session.ready"]),
      setTarget: receives("recognize", "Another letter is asked for.", ["target.set"], ["target.reset"]),
      receiveFrames: receives("recognize", "A frame to be read.", ["frame"]),
      setHand: receives("recognize", "The learner's own hand.", ["hand.set"]),
      learnHand: receives(
        "recognize",
        "Watches how the learner signs a letter.",
        ["hand.learn"],
        ["hand.learning", "hand.learned", "hand.refused"],
      ),
      ping: receives("recognize", "Asks whether the server is there.", ["ping"], ["pong"]),
      sendEvents: sends("recognize", "What is seen, what is wrong, and that the server stops.", [
        ...(["prediction", "status", "landmarks", "correction", "session.draining", "error"] as const),
      ]),
    },
    components: { schemas: schemas.found, securitySchemes },
  };
}
