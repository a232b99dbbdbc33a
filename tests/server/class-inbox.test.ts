import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { filesOpenForWriting, hasProc, processesOf } from "../support/processes.ts";

/** The inbox of a class on the real server: what it writes when it is on, and that it is nothing when it is off. */

const teacher = "MARKERteacher_key_1234";
const learners = "MARKERlearners_key_123";
const result = {
  ...{ id: "1", learnerId: "x", task: "K7F-QX2", title: "Week 1", learner: "MARKER Ada" },
  finishedAt: "2026-11-27T09:00:00.000Z",
  results: [{ item: "A", letters: [{ letter: "A", outcome: "passed", time: 900, seenInstead: { S: 1 } }] }],
};

const home = mkdtempSync(join(tmpdir(), "signify-inbox-"));
const file = join(home, "inbox", "inbox.sqlite");
mkdirSync(dirname(file));
afterAll(() => rmSync(home, { recursive: true }));

const start = (more: Record<string, string> = {}) =>
  launchServer({
    environment: { HOME: home, TMPDIR: home, THREAD_POOL_MAX_WORKERS: "1", LOG_LEVEL: "debug", ...more },
    workingDirectory: home,
  });
const ask = async (server: LaunchedServer, method: string, path: string, key?: string, body?: object) => {
  const response = await fetch(new URL(path, server.page), {
    method,
    headers: key ? { authorization: `Bearer ${key}`, "content-type": "application/json" } : {},
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await response.text();
  return {
    status: response.status,
    said: said === "" ? undefined : JSON.parse(said),
    headers: response.headers,
  };
};

describe.skipIf(!hasProc)("a server without an inbox (skipped without /proc)", () => {
  test("says so, takes nothing and writes nothing", async () => {
    await using server = await start();
    const before = readdirSync(home, { recursive: true });
    expect((await ask(server, "GET", "/v1/inbox")).said).toEqual({ on: false });
    expect((await ask(server, "PUT", "/v1/inbox", teacher, { learnerKey: learners })).status).toBe(404);
    expect((await ask(server, "POST", "/v1/inbox/results", learners, result)).status).toBe(404);
    for (const pid of processesOf(server.pid)) expect(filesOpenForWriting(pid)).toEqual([]);
    expect(readdirSync(home, { recursive: true })).toEqual(before);
  });
});

describe.skipIf(!hasProc)("a server with an inbox (skipped without /proc)", () => {
  let server: LaunchedServer;
  beforeAll(async () => {
    server = await start({ CLASS_INBOX: "true", CLASS_INBOX_FILE: file });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  test("keeps results over a restart, and writes that one file only, which no vision process has", async () => {
    expect((await ask(server, "GET", "/v1/inbox")).said).toEqual({ on: true, days: 30 });
    expect((await ask(server, "PUT", "/v1/inbox", teacher, { learnerKey: learners })).status).toBe(204);
    const taken = await ask(server, "POST", "/v1/inbox/results", learners, result);
    expect(taken.status).toBe(204);
    expect(taken.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(readdirSync(dirname(file))).toEqual(["inbox.sqlite"]);
    const [own, ...vision] = processesOf(server.pid);
    expect(own).toBe(server.pid);
    expect(vision.length).toBeGreaterThan(0);
    expect(filesOpenForWriting(server.pid)).toEqual([file]);
    for (const pid of vision) expect(filesOpenForWriting(pid)).toEqual([]);

    server.signal("SIGTERM");
    expect(await server.exited).toBe(0);
    server = await start({ CLASS_INBOX: "true", CLASS_INBOX_FILE: file });
    expect((await ask(server, "GET", "/v1/inbox/results", teacher)).said).toEqual({ results: [result] });
  });

  test("says nothing of keys, names and addresses in its log and its metrics", async () => {
    await ask(server, "POST", "/v1/inbox/results", learners, { ...result, picture: "MARKER" });
    await ask(server, "GET", "/v1/inbox/results", "MARKERwrong_key_123456");
    const metrics = await (await fetch(new URL("/metrics", server.page))).text();
    for (const said of [JSON.stringify(server.log), server.complaints, metrics]) {
      expect(said).not.toContain("MARKER");
    }
  });

  test("takes nothing larger than a result", async () => {
    const large = { ...result, title: "x".repeat(100_000) };
    expect((await ask(server, "POST", "/v1/inbox/results", learners, large)).status).toBe(413);
  });

  test("does not start with a file that it cannot use", async () => {
    const broken = start({ CLASS_INBOX: "true", CLASS_INBOX_FILE: "/nowhere/inbox.sqlite" });
    await expect(broken).rejects.toThrow("The inbox cannot be opened");
  });
});
