import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchInVain, launchServer } from "@signify/server/launch";
import { connect } from "../support/client.ts";
import { ask } from "../support/raw-request.ts";

/** Who may ask, by which name, and from which page. */

let open: LaunchedServer;
let named: LaunchedServer;
beforeAll(async () => {
  [open, named] = await Promise.all([
    launchServer({
      environment: {
        THREAD_POOL_MAX_WORKERS: "1",
        TRUST_PROXY: "true",
        MAX_CONNECTIONS_PER_ADDRESS: "1",
        ALLOWED_ORIGINS: "HTTPS://Learn.Example/, teach.example:3000",
      },
    }),
    launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1", ALLOWED_HOSTS: "Signify.example, nas" } }),
  ]);
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await named[Symbol.asyncDispose]();
});

describe("a host name of any length", () => {
  test.each(["a", "pi", "nas", "PI:8765", "signify.example", "10.0.0.7:80", "[::1]:8765"])(
    "%s works, for the page, both protocols and what a proxy's rules look at",
    async (host) => {
      expect(await ask(open.port, "GET /healthz", { host })).toMatchObject({ status: 200 });
      expect(await ask(open.port, "GET /", { host })).toMatchObject({ status: 200 });
      expect(await ask(open.port, "GET /abc/metrics", { host })).toMatchObject({ status: 404 });
      expect(await ask(open.port, "UPGRADE /", { host })).toMatchObject({ status: 101 });
      expect(await ask(open.port, "UPGRADE /v1/recognize", { host })).toMatchObject({ status: 101 });
    },
  );
});

describe("no Host at all, as in HTTP/1.0", () => {
  test("works", async () => {
    expect(await ask(open.port, "GET /healthz", {})).toMatchObject({ status: 200 });
    expect(await ask(open.port, "GET /", {})).toMatchObject({ status: 200 });
  });

  test("leads to no other address than the one that was asked for", async () => {
    expect(await ask(open.port, "GET /secret/metrics", {})).toMatchObject({ status: 404 });
  });
});

describe("what is no host name", () => {
  test.each(["", "a b", "a/b", "a?b", "a#b", "user@a", "a:b", "a:99999", "[::1", "a, b", "\xff", "a%41"])(
    '"%s" is the client\'s fault, and it is told so',
    async (host) => {
      for (const line of ["GET /", "GET /metrics", "UPGRADE /"]) {
        const { status, body } = await ask(open.port, line, { host });
        expect({ status, ...JSON.parse(body) }).toEqual({
          status: 400,
          error: "Expected a Host header with a host name, and a port at most.",
        });
      }
    },
  );
});

describe("where ALLOWED_HOSTS is set", () => {
  test.each([
    "evil.example",
    "evil.example:8765",
    "not-signify.example",
    "signify.example.evil.example",
    "nas2",
  ])("%s is turned away before anything is looked at, its own pages too (DNS rebinding)", async (host) => {
    for (const line of ["GET /", "GET /metrics", "GET /nothing", "UPGRADE /", "UPGRADE /v1/recognize"]) {
      const { status, body } = await ask(named.port, line, { host, origin: `http://${host}` });
      expect(status).toBe(421);
      expect(JSON.parse(body).error).toContain("ALLOWED_HOSTS");
      expect(body).not.toContain("evil");
    }
  });

  test.each([
    "signify.example",
    "SIGNIFY.example:8765",
    "nas",
    "localhost:1",
    "127.0.0.1",
    "10.0.0.7",
    "[::1]",
  ])("%s is served", async (host) => {
    expect(await ask(named.port, "GET /healthz", { host })).toMatchObject({ status: 200 });
    expect(await ask(named.port, "UPGRADE /", { host })).toMatchObject({ status: 101 });
  });
});

describe("ALLOWED_ORIGINS", () => {
  test.each(["https://learn.example", "https://teach.example:3000", "http://teach.example:3000"])(
    "with capitals, a slash or no scheme lets %s in",
    async (origin) => {
      using client = await connect(open.url, { origin, "x-forwarded-for": origin });
      client.sendJson({ jpeg_blob: null, new_letter: "C" });
      expect(await client.next()).toEqual({ maxarg_letter: "A", target_arg_prob: 0 });
    },
  );

  test("lets in nobody else", async () => {
    using client = await connect(open.url, { origin: "http://learn.example" });
    expect((await client.closed).code).toBe(4403);
  });

  test.each([
    "https://learn.example/app",
    "https://*.example",
    "wss://learn.example",
    "https://a.example https://b.example",
  ])('"%s", which no browser ever sends, stops the start', async (ALLOWED_ORIGINS) => {
    const { code, complaints } = await launchInVain({ environment: { ALLOWED_ORIGINS } });
    expect(code).toBe(1);
    expect(complaints).toBe(
      "ALLOWED_ORIGINS must be web origins such as https://learn.example, or * for all, separated by commas.\n",
    );
  });
});

test.each([
  ["1.2.3.4:50001", "1.2.3.4:50002"],
  ["1.2.3.5", "1.2.3.5:50002"],
  ["[2001:db8::1]:50001", "[2001:db8::1]:50002"],
  ["2001:db8::2", "[2001:db8::2]"],
])("a client that the proxy reports as %s and %s is one address, so its limit holds", async (one, other) => {
  using first = await connect(open.url, { "x-forwarded-for": one });
  using second = await connect(open.url, { "x-forwarded-for": other });
  expect((await second.closed).code).toBe(4429);
  first.close();
});
