import { beforeEach, expect, test } from "bun:test";
import { createInboxDoor, type InboxDoor } from "./inbox-door.ts";
import { openInboxStore } from "./inbox-store.ts";

const teacher = "T".repeat(22);
const learners = "L".repeat(22);
const letter = { letter: "A", outcome: "passed", time: 900, seenInstead: { S: 1 } };
const result = {
  ...{ id: "1", learnerId: "x", task: "K7F-QX2", title: "Week 1", learner: "Ada" },
  finishedAt: "2026-11-27T09:00:00.000Z",
  results: [{ item: "A", letters: [letter] }],
};

let now = 0;
let door: InboxDoor;
beforeEach(() => {
  now = 0;
  const clock = () => now;
  const limits = { keepFor: 1e9, maxInboxes: 2, maxResultsPerInbox: 2, maxBytes: 1 << 20 };
  door = createInboxDoor({ store: openInboxStore({ file: ":memory:", ...limits, clock }), days: 30, clock });
});

type Asked = { key?: string; body?: unknown; text?: BodyInit; address?: string };
const ask = async (method: string, path: string, { key, body, text, address = "10.0.0.1" }: Asked = {}) => {
  const sent = text ?? (body === undefined ? null : JSON.stringify(body));
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const response = await door(
    new Request(`http://localhost${path}`, { method, headers, body: sent }),
    address,
  );
  const said = await response.text();
  return { status: response.status, said: said === "" ? undefined : JSON.parse(said) };
};
const open = () => ask("PUT", "/v1/inbox", { key: teacher, body: { learnerKey: learners } });
const handIn = (body: unknown) => ask("POST", "/v1/inbox/results", { key: learners, body });
const take = () => ask("GET", "/v1/inbox/results", { key: teacher });

test("a class hands in, its teacher takes it and deletes the inbox", async () => {
  expect(await ask("GET", "/v1/inbox")).toEqual({ status: 200, said: { on: true, days: 30 } });
  expect((await open()).status).toBe(204);
  expect((await handIn(result)).status).toBe(204);
  expect(await take()).toEqual({ status: 200, said: { results: [result] } });
  expect((await ask("DELETE", "/v1/inbox", { key: teacher })).status).toBe(204);
  expect((await take()).status).toBe(404);
  expect((await handIn(result)).status).toBe(404);
});

test("nothing but a result is taken, in no way that says what was sent", async () => {
  await open();
  const wrong: unknown[] = [
    ...[null, 7, [], {}, "MARKER"],
    { ...result, picture: "MARKER" },
    { ...result, landmarks: [[0, 0, 0]] },
    { ...result, learner: "MARKER".repeat(7) },
    { ...result, title: 5 },
    { ...result, id: "<MARKER>" },
    { ...result, finishedAt: "MARKER" },
    { ...result, results: [] },
    { ...result, results: [{ item: "MARKER1", letters: [letter] }] },
    { ...result, results: [{ item: "A", letters: [{ ...letter, landmarks: "MARKER" }] }] },
    { ...result, results: [{ item: "A", letters: [{ ...letter, seenInstead: { MARKER: 1 } }] }] },
    { ...result, results: Array(41).fill({ item: "A", letters: [letter] }) },
  ];
  for (const body of wrong) {
    const { status, said } = await handIn(body);
    expect({ body, status }).toEqual({ body, status: 400 });
    expect(JSON.stringify(said)).not.toContain("MARKER");
  }
  expect((await ask("POST", "/v1/inbox/results", { key: learners, text: "{MARKER" })).status).toBe(400);
  expect((await take()).said.results).toEqual([]);
});

test("what is too large is not read to its end", async () => {
  await open();
  let asked = 0;
  const endless = new ReadableStream({
    pull(controller) {
      asked += 1;
      controller.enqueue(new Uint8Array(10_000));
    },
  });
  expect((await ask("POST", "/v1/inbox/results", { key: learners, text: endless })).status).toBe(413);
  expect(asked).toBeLessThan(10);
  expect((await handIn({ ...result, title: "x".repeat(40_000) })).status).toBe(413);
});

test("without a key there is nothing, and one key is not the other", async () => {
  await open();
  await handIn(result);
  for (const key of [undefined, "", "short", "x".repeat(23)]) {
    expect((await ask("GET", "/v1/inbox/results", key === undefined ? {} : { key })).status).toBe(401);
  }
  expect((await ask("GET", "/v1/inbox/results", { key: learners })).status).toBe(404);
  expect((await ask("POST", "/v1/inbox/results", { key: teacher, body: result })).status).toBe(404);
  const other = { key: "N".repeat(22), body: { learnerKey: learners } };
  expect((await ask("PUT", "/v1/inbox", other)).status).toBe(409);
  expect((await ask("PATCH", "/v1/inbox", { key: teacher })).status).toBe(404);
});

test("no address can ask without end, and others still can", async () => {
  await open();
  const body = { ...result, results: [] };
  for (let count = 0; count < 240; count += 1) await handIn(body);
  expect((await handIn(result)).status).toBe(429);
  const other = { key: learners, body: result, address: "10.0.0.2" };
  expect((await ask("POST", "/v1/inbox/results", other)).status).toBe(204);
  now = 60_000;
  expect((await handIn(result)).status).toBe(204);
});

test("a full inbox, and inboxes without end, are refused", async () => {
  await open();
  for (const id of ["1", "2"]) expect((await handIn({ ...result, id })).status).toBe(204);
  expect((await handIn({ ...result, id: "3" })).status).toBe(507);
  const more = (key: string, learnerKey: string) => ask("PUT", "/v1/inbox", { key, body: { learnerKey } });
  expect((await more("2".repeat(22), "3".repeat(22))).status).toBe(204);
  expect((await more("4".repeat(22), "5".repeat(22))).status).toBe(507);
});
