import { afterAll, beforeAll, expect, test } from "bun:test";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { switchOnCamera } from "../support/camera.ts";
import { connect } from "../support/client.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture, originalFrame, plainLetters } from "../support/pictures.ts";
import { type ErrorReply, expectOriginalMessages, isReply, type Reply } from "../support/replies.ts";

/** The ten scenarios of the original's own test suite, on a real socket with a real hand. */

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const reset = { maxarg_letter: "A", target_arg_prob: 0 };

test("1. initialize: models are loaded, vision processes wait, nobody is connected", async () => {
  expect((await fetch(new URL("/readyz", server.page))).status).toBe(200);
  const metrics = await readMetrics(server);
  expect(sumOfMetric(metrics, "signify_vision_processes_ready")).toBeGreaterThanOrEqual(1);
  expect(sumOfMetric(metrics, "signify_connections")).toBe(0);
});

test("2. start and stop: a server that is told to stop ends with 0 and takes no more connections", async () => {
  await using another = await launchServer();
  another.signal("SIGTERM");
  expect(await another.exited).toBe(0);
  await expect(connect(another.url)).rejects.toThrow("refused");
});

test("3. connect: a client is counted, and is told nothing before it says something", async () => {
  using client = await connect(server.url);
  await metricsWhen(
    server,
    "one client",
    (values) => values.get('signify_connections{protocol="original"}') === 1,
  );
  expect(client.messages).toEqual([]);
  client.close();
  await metricsAtRest(server);
});

test("4. several clients: each gets its own letters", async () => {
  const clients = await Promise.all(
    plainLetters.map(async (letter) => ({ letter, client: await connect(server.url) })),
  );
  const cameras = clients.map(({ letter, client }) => {
    const frame = originalFrame(letterPicture(letter));
    return switchOnCamera(() => client.send(frame), 100);
  });
  for (const { letter, client } of clients) {
    const reply = await client.next<Reply>(`the letter ${letter}`, isReply);
    expect(reply).toEqual({ maxarg_letter: letter, target_arg_prob: expect.any(Number) });
  }
  for (const camera of cameras) camera.off();
  for (const { letter, client } of clients) {
    expect(new Set(client.messages.map((message) => (message as Reply).maxarg_letter))).toEqual(
      new Set([letter]),
    );
    client.close();
  }
  await metricsAtRest(server);
});

test("5. a valid message is accepted and causes no error", async () => {
  const before = sumOfMetric(await metricsAtRest(server), "signify_frames_accepted_total");
  using client = await connect(server.url);
  client.send(originalFrame(letterPicture("B")));
  await frameEnded(before + 1);
  expect(client.messages).toEqual([]);
});

test("6. an invalid message is answered with an error, and the connection stays", async () => {
  using client = await connect(server.url);
  client.sendJson({ picture: "none" });
  expect((await client.next<ErrorReply>()).error).toStartWith('Expected "jpeg_blob"');
  client.sendJson({ jpeg_blob: null, new_letter: "C" });
  expect(await client.next<Reply>()).toEqual(reset);
});

test("7. emergency reset: probability 0.0 at once, also while a frame is in flight", async () => {
  using client = await connect(server.url);
  client.send(originalFrame(letterPicture("B")));
  client.sendJson({ jpeg_blob: null, new_letter: "C" });
  expect(await client.next<Reply>()).toEqual(reset);
  client.send(originalFrame(letterPicture("B"), { new_letter: "D" }));
  expect(await client.next<Reply>()).toEqual(reset);
});

test("8. a client that disconnects during processing leaves nothing behind", async () => {
  const before = sumOfMetric(await metricsAtRest(server), "signify_frames_accepted_total");
  const client = await connect(server.url);
  for (let frame = 0; frame < 3; frame++) client.send(originalFrame(letterPicture("B")));
  client.close();
  await client.closed;
  const metrics = await frameEnded(before + 3, 0);
  expect(metrics.get('signify_frames_total{outcome="closed"}')).toBeGreaterThanOrEqual(1);
});

test("9. malformed JSON is answered with an error that does not repeat it, and the connection stays", async () => {
  using client = await connect(server.url);
  client.send('{"jpeg_blob": "MARKER');
  const { error } = await client.next<ErrorReply>();
  expect(error).toBe("Expected valid JSON.");
  client.sendJson({ jpeg_blob: null, new_letter: "C" });
  expect(await client.next<Reply>()).toEqual(reset);
});

test("10. 35 frames end to end: the right letter, and the target's probability", async () => {
  const before = sumOfMetric(await metricsAtRest(server), "signify_frames_accepted_total");
  using client = await connect(server.url);
  client.sendJson({ jpeg_blob: null, new_letter: "W" });
  expect(await client.next<Reply>()).toEqual(reset);
  for (let sent = 1; sent <= 35; sent++) {
    client.send(originalFrame(letterPicture("W")));
    await frameEnded(before + sent);
  }
  const replies = client.messages.slice(1) as Reply[];
  expect(replies.length).toBeGreaterThan(0);
  expect(replies.at(-1)?.maxarg_letter).toBe("W");
  expect(replies.at(-1)?.target_arg_prob).toBeGreaterThan(0.7);
  expectOriginalMessages(client.messages);
});

/** Waits until so many frames were accepted, and all of them have ended. */
function frameEnded(accepted: number, clients = 1) {
  return metricsWhen(
    server,
    `${accepted} frames to end`,
    (values) =>
      sumOfMetric(values, "signify_connections") === clients &&
      sumOfMetric(values, "signify_frames_accepted_total") === accepted &&
      sumOfMetric(values, "signify_frames_total") === accepted,
  );
}
