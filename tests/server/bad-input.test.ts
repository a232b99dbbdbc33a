import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { encodeFrame } from "@signify/core/protocol";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { type Camera, switchOnCamera } from "../support/camera.ts";
import { connect, connectTyped, type TypedClient } from "../support/client.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { storedOtherwise, unreadable } from "../support/odd-pictures.ts";
import { letterPicture, originalFrame, solidPicture, typedFrame, wallPicture } from "../support/pictures.ts";
import {
  type ErrorReply,
  expectOriginalMessages,
  expectTypedMessages,
  isError,
  isReply,
  type Reply,
} from "../support/replies.ts";

/** The whole table of bad input, on both protocols, while another client goes on and must notice nothing. */

let server: LaunchedServer;
let bystander: TypedClient;
let camera: Camera;

beforeAll(async () => {
  server = await launchServer();
  bystander = await connectTyped(server.url, { target: "L", events: ["landmarks"] });
  const jpeg = letterPicture("L");
  camera = switchOnCamera((sequence) => bystander.send(typedFrame(jpeg, sequence)), 250);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const reset = { maxarg_letter: "A", target_arg_prob: 0 };
const jpeg = letterPicture("B");
/** Its hand is found in gray too, which is not so for every hand. */
const findable = letterPicture("L");
const landmarks = (fill: number | ((index: number) => number), sequence = 0) =>
  encodeFrame({
    kind: "landmarks",
    landmarks: Float32Array.from({ length: 126 }, (_, index) =>
      typeof fill === "number" ? fill : fill(index),
    ),
    sequence,
    capturedAt: 0,
    mirrored: false,
  });

/** The same bytes with a number written into them. */
function withNumber(message: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  new DataView(message.buffer).setFloat32(at, value, true);
  return message;
}

describe("on the original protocol", () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ["text that is not JSON", "MARKER"],
    ["JSON that ends too soon", '{"jpeg_blob": "MARKER'],
    ["JSON with a comma too many", '{"jpeg_blob": null, "new_letter": "MARKER",}'],
    ["nothing", ""],
    ["a word that is a boolean", "true"],
    ["a number, which the framework turns into one", "5"],
    ["a date, which the framework might turn into one", '"2026-01-01T00:00:00Z"'],
    ["a JSON text", '"MARKER"'],
    ["null", "null"],
    ["a list", '["MARKER"]'],
    ["brackets without end", "[".repeat(500_000)],
    ["no fields", "{}"],
    ["the fields of another protocol", '{"type":"session.start"}'],
    ["a picture that is a number", '{"jpeg_blob": 5}'],
    ["a picture that is an object", '{"jpeg_blob": {"MARKER": 1}}'],
    ["no picture and no letter", '{"jpeg_blob": null}'],
    ["two letters", '{"jpeg_blob": null, "new_letter": "MARKER"}'],
    ["a letter that is a number", '{"jpeg_blob": null, "new_letter": 5}'],
    ["a letter with an accent", '{"jpeg_blob": null, "new_letter": "Á"}'],
    ["a letter of another script", '{"jpeg_blob": null, "new_word_letter": "Ж"}'],
    ["a prototype instead of fields", '{"__proto__": {"jpeg_blob": null, "new_letter": "A"}}'],
    ["bad base64", '{"jpeg_blob": "MARKER*"}'],
    ["empty base64", '{"jpeg_blob": ""}'],
    ["a data: URL without data", '{"jpeg_blob": "data:image/jpeg;base64,"}'],
    ["binary data", new Uint8Array([1, 2, 3])],
    ["a frame of the other protocol", typedFrame(jpeg, 0)],
  ])("%s: an error that says what was expected, and the connection stays", async (_, message) => {
    using client = await connect(server.url);
    client.send(message);
    const answer = await client.next<ErrorReply>();
    expect(answer).toEqual({ error: expect.stringMatching(/^Expected .+\.$/) });
    expect(answer.error).not.toContain("MARKER");
    client.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await client.next<Reply>()).toEqual(reset);
  });

  test("JSON with white space around it is JSON", async () => {
    using client = await connect(server.url);
    client.send('\n  {\n  "jpeg_blob": null,\n  "new_letter": "C"\n}\n');
    expect(await client.next<Reply>()).toEqual(reset);
  });

  test.each(Object.keys(unreadable))("%s: an error, and the connection stays", async (name) => {
    using client = await connect(server.url);
    const bytes = await unreadable[name]?.(jpeg);
    client.send(originalFrame(bytes ?? jpeg));
    const answer = await client.next<ErrorReply>();
    expect(answer).toEqual({ error: expect.stringMatching(/[Ee]xpected .+\.$/) });
    expect(answer.error).not.toContain("MARKER");
    client.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await client.next<Reply>()).toEqual(reset);
  });

  test.each(Object.keys(storedOtherwise))("a picture that is %s: the right letter", async (name) => {
    using client = await connect(server.url);
    const frame = originalFrame((await storedOtherwise[name]?.(findable)) ?? findable);
    client.sendJson({ jpeg_blob: null, new_letter: "L" });
    using _camera = switchOnCamera(() => client.send(frame), 60);
    await client.next<Reply>("L, surely", (reply) => isReply(reply) && reply.target_arg_prob > 0.6);
    expect(client.messages.filter(isError)).toEqual([]);
    expectOriginalMessages(client.messages);
  });

  test("a picture without a hand: silence", async () => {
    using client = await connect(server.url);
    const frame = originalFrame(await wallPicture());
    const withoutHand = 'signify_frames_total{outcome="no-hand"}';
    const before = (await readMetrics(server)).get(withoutHand) ?? 0;
    using _camera = switchOnCamera(() => client.send(frame), 60);
    await metricsWhen(
      server,
      "ten pictures to be looked at",
      (values) => (values.get(withoutHand) ?? 0) >= before + 10,
    );
    expect(client.messages).toEqual([]);
    client.sendJson({ jpeg_blob: null, new_letter: "C" });
    expect(await client.next()).toEqual(reset);
  });
});

describe("on the typed protocol", () => {
  const start = (events: ("status" | "landmarks")[] = ["status"]) =>
    connectTyped(server.url, { mode: "still", events });

  test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ["text that is not JSON", "MARKER", "bad-message"],
    ["JSON that ends too soon", '{"type": "MARKER', "bad-message"],
    ["a number, which the framework turns into one", "5", "bad-message"],
    ["a list", "[]", "bad-message"],
    ["brackets without end", "[".repeat(500_000), "bad-message"],
    ["an unknown type", '{"type":"MARKER"}', "bad-message"],
    ["a type of all objects", '{"type":"constructor"}', "bad-message"],
    ["a missing field", '{"type":"target.set"}', "bad-message"],
    ["a field too many", '{"type":"ping","id":1,"MARKER":2}', "bad-message"],
    ["a target that is no letter", '{"type":"target.set","target":"MARKER"}', "bad-message"],
    ["an unknown mode", '{"type":"session.start","mode":"MARKER"}', "bad-message"],
    ["an unknown event", '{"type":"session.start","events":["MARKER"]}', "bad-message"],
    ["a ping without a whole number", '{"type":"ping","id":1.5}', "bad-message"],
    ["a request of the other protocol", originalFrame(jpeg), "bad-message"],
    ["no bytes", new Uint8Array(0), "bad-frame"],
    ["a short header", new Uint8Array(15).fill(1), "bad-frame"],
    ["an unknown version", typedFrame(jpeg, 0).with(0, 9), "bad-frame"],
    ["an unknown kind", typedFrame(jpeg, 0).with(1, 9), "bad-frame"],
    ["a header without a picture", typedFrame(new Uint8Array(0), 0), "bad-picture"],
    ["a float too few", landmarks(0.5).slice(0, -4), "bad-frame"],
    ["a byte too many", new Uint8Array([...landmarks(0.5), 0]), "bad-frame"],
    ["a landmark that is not a number", withNumber(landmarks(0.5), 16, Number.NaN), "bad-frame"],
    ["an infinite landmark", withNumber(landmarks(0.5), 200, Number.POSITIVE_INFINITY), "bad-frame"],
  ])("%s: a typed error, and the session goes on", async (_, message, code) => {
    using client = await start();
    client.send(message);
    const answer = await client.next("error");
    expect(answer.code).toBe(code as typeof answer.code);
    expect(answer.message).toMatch(/[Ee]xpected .+\.$/);
    expect(answer.message).not.toContain("MARKER");
    client.send(typedFrame(jpeg, 1));
    expect((await client.next("prediction")).letter).toBe("B");
    expectTypedMessages(client.messages);
  });

  test.each<[string, (index: number) => number]>([
    ["all in one point", () => 0.5],
    ["as large as a float can be", (index) => (index % 2 ? 3.4e38 : -3.4e38)],
    ["as small as a float can be", () => 1e-45],
    ["nowhere near the picture", (index) => 1e6 + index],
  ])(
    "landmarks that are finite but %s: an answer by the schema, and the session goes on",
    async (_, fill) => {
      using client = await start();
      client.send(landmarks(fill, 1));
      client.send(typedFrame(jpeg, 2));
      await client.next("prediction", ({ sequence }) => sequence === 2);
      expectTypedMessages(client.messages);
    },
  );

  test.each(Object.keys(unreadable))("%s: an error about that frame", async (name) => {
    using client = await start();
    client.send(typedFrame((await unreadable[name]?.(jpeg)) ?? jpeg, 41));
    const answer = await client.next("error");
    expect(answer.code).toBeOneOf(["bad-picture", "picture-too-large"]);
    expect(answer.sequence).toBe(41);
    expect(answer.retryable).toBe(false);
    expect(answer.message).not.toContain("MARKER");
    expectTypedMessages(client.messages);
  });

  test.each(Object.keys(storedOtherwise))("a picture that is %s: the right letter", async (name) => {
    using client = await start();
    client.send(typedFrame((await storedOtherwise[name]?.(findable)) ?? findable, 1));
    expect((await client.next("prediction")).letter).toBe("L");
    expectTypedMessages(client.messages);
  });

  test.each<[string, number, number]>([
    ["a wall", 320, 240],
    ["one pixel", 1, 1],
    ["one column", 1, 4000],
    ["one row", 4000, 1],
  ])("a picture of %s without a hand: status no-hand", async (_, width, height) => {
    using client = await start();
    client.send(typedFrame(await solidPicture(width, height), 5));
    expect(await client.next("status")).toEqual({ type: "status", sequence: 5, state: "no-hand" });
  });
});

test("the other client has noticed nothing", async () => {
  camera.off();
  await bystander.next("landmarks", ({ sequence }) => sequence === camera.frames - 1);
  const predictions = bystander.messages.filter(({ type }) => type === "prediction");
  expect(predictions.length).toBeGreaterThan(0);
  expect(bystander.messages.map(({ type }) => type).filter((type) => type === "error")).toEqual([]);
  expect(new Set(predictions.map((one) => one.type === "prediction" && one.letter))).toEqual(new Set(["L"]));
  expectTypedMessages(bystander.messages);
  bystander.close();
  const metrics = await metricsAtRest(server);
  expect(sumOfMetric(metrics, "signify_vision_restarts_total")).toBe(0);
  expect(sumOfMetric(metrics, "signify_frames_accepted_total")).toBe(
    sumOfMetric(metrics, "signify_frames_total"),
  );
  expect(server.log.map(({ msg }) => msg)).toEqual(["listening", "ready"]);
  expect(server.complaints).toBe("");
});
