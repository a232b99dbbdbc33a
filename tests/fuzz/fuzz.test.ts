import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { originalResetReply } from "@signify/core/protocol";
import { type LaunchedServer, launchServer, sumOfMetric } from "@signify/server/launch";
import { residentMegabytes } from "@signify/tools/processes";
import fc, { type Arbitrary } from "fast-check";
import { answerEveryFrame, type Bystander, joinBystander } from "../support/bystander.ts";
import { metricsAtRest } from "../support/metrics.ts";
import { storedOtherwise } from "../support/odd-pictures.ts";
import { letterPicture } from "../support/pictures.ts";
import { hasProc, processesOf } from "../support/processes.ts";
import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { marker } from "./marker.ts";
import { mutatedBytes } from "./mutated-bytes.ts";
import { mutatedJpeg } from "./mutated-jpeg.ts";
import { showPictures } from "./show-pictures.ts";
import { binaryFrames, originalRequests, typedMessages } from "./strange-messages.ts";
import { type Dialect, playBytes, playMessages, type StrangeMessage } from "./stranger.ts";

/**
 * What strangers may send, made from what is valid by chance with a fixed seed, while a bystander is served.
 * `FUZZ_CASES` cases of each kind, and `FUZZ_SEED` for others than usual.
 */

const numRuns = Number(process.env.FUZZ_CASES ?? 250);
const seed = Number(process.env.FUZZ_SEED ?? 2026);
const sample = <T>(cases: Arbitrary<T>, share = 1): T[] =>
  fc.sample(cases, { numRuns: Math.ceil(numRuns * share), seed });

/** Long runs take their time. */
const patience = 60_000 + 400 * numRuns;

/** Megabytes that a server and its vision processes may hold more at the end than at first: collectors take their time. */
const tolerance = 96;

const original: Dialect = {
  path: "/",
  opening: [],
  message: '{"jpeg_blob":null,"new_letter":"C"}',
  answer: originalResetReply,
};
const typed: Dialect = {
  path: "/v1/recognize",
  opening: [`{"type":"session.start","target":"A","events":["status","landmarks"]}`],
  message: '{"type":"ping","id":123456789}',
  answer: '{"type":"pong","id":123456789}',
};

let server: LaunchedServer;
let bystander: Bystander;
beforeAll(async () => {
  server = await launchServer({
    environment: { ...answerEveryFrame, MAX_FRAMES_PER_SECOND: "1000", VISION_TIMEOUT_MS: "30000" },
  });
  bystander = await joinBystander(server.url);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** Megabytes before the last kind of case: what is kept anyway is there by then. */
let warm = Number.NaN;
const memory = () => processesOf(server.pid).reduce((sum, pid) => sum + residentMegabytes(pid), 0);

describe(`${numRuns} of each, seed ${seed}`, () => {
  test.each<[string, Dialect, Arbitrary<StrangeMessage>]>([
    ["requests of the original protocol", original, originalRequests],
    ["messages of the typed protocol", typed, typedMessages],
    ["binary frames on the typed protocol", typed, binaryFrames],
    ["binary frames where there are none", original, binaryFrames],
    ["messages of the other protocol", original, typedMessages],
  ])(
    "%s: an error or an answer, and the next message is read as ever",
    async (_, dialect, cases) => {
      await playMessages(server.port, dialect, sample(cases));
      await bystander.isServed();
    },
    patience,
  );

  test(
    "WebSocket frames: the connection ends as the protocol says",
    async () => {
      const frames = Buffer.concat([
        encodeRawFrame({ opcode: opcodes.text, payload: original.message.slice(0, 9), final: false }),
        encodeRawFrame({ opcode: opcodes.ping, payload: marker }),
        encodeRawFrame({ opcode: opcodes.continuation, payload: original.message.slice(9) }),
        encodeRawFrame({ opcode: opcodes.close, payload: Buffer.from(`\x03\xe8${marker}`, "latin1") }),
      ]);
      for (const dialect of [original, typed])
        await playBytes(server.port, dialect, sample(mutatedBytes(frames), 0.5));
      await bystander.isServed();
    },
    patience,
  );

  test(
    "JPEG pictures: each ends once, looked at or refused",
    async () => {
      const stored = [letterPicture("B")];
      for (const store of ["progressive", "CMYK", "gray", "turned by EXIF"])
        stored.push((await storedOtherwise[store]?.(letterPicture("B"))) ?? letterPicture("B"));
      const pictures = sample(fc.oneof(...stored.map(mutatedJpeg)));
      await showPictures(server.url, pictures.slice(0, pictures.length / 4));
      if (hasProc) warm = memory();
      const seen = await showPictures(server.url, pictures);
      process.stderr.write(`${seen} of ${pictures.length} changed pictures could still be looked at\n`);
      await bystander.isServed();
    },
    patience,
  );
});

test("after all that the bystander has noticed nothing, nothing is under way, and nothing was logged", async () => {
  expect((await bystander.leaves()).letters).toBeGreaterThan(0);
  const metrics = await metricsAtRest(server);
  expect(sumOfMetric(metrics, "signify_vision_restarts_total")).toBe(0);
  expect(server.log.map(({ msg }) => msg)).toEqual(["listening", "ready"]);
  expect(server.complaints).toBe("");
  expect(JSON.stringify([...metrics.keys()])).not.toContain(marker);
  if (hasProc) expect(memory() - warm).toBeLessThan(tolerance);
});
