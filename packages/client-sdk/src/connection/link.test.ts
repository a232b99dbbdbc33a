import { describe, expect, test } from "bun:test";
import { type ServerMessage, SignifyError } from "@signify/core";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { createLink, type LinkOptions } from "./link.ts";

/** A link to a server in memory. Retries come in the middle of what chance leaves open: 75, 150, 300 … ms. */
async function setUp(options: Partial<LinkOptions> = {}, refusal: "none" | "unreachable" = "none") {
  const server = createFakeServer();
  server.refuse(refusal);
  const timing = createManualTiming();
  const told: string[] = [];
  const messages: ServerMessage[] = [];
  const link = createLink({
    ...{ url: "ws://a", WebSocket: server.WebSocket, timeout: 10_000, timing },
    start: () => ({ type: "session.start", target: null }),
    onReady: () => told.push("ready"),
    onMoved: () => told.push("moved"),
    onMessage: (message) => messages.push(message),
    onLost: ({ code }) => told.push(`lost: ${code}`),
    onFailed: ({ code }) => told.push(`failed: ${code}`),
    ...options,
  });
  await settleMicrotasks();
  return { server, timing, told, messages, link };
}

describe("createLink", () => {
  test("opens by itself and passes on what comes", async () => {
    const { told, messages, server, link } = await setUp();
    server.send({ type: "pong", id: 5 });
    await settleMicrotasks();
    expect(told).toEqual(["ready"]);
    expect(messages).toEqual([{ type: "pong", id: 5 }]);
    link.close();
  });

  test("fails when the first attempt does, and tries no more", async () => {
    const { told, server, timing } = await setUp({}, "unreachable");
    await timing.advance(60_000);
    expect(told).toEqual(["failed: unreachable"]);
    expect(server.addresses).toHaveLength(1);
    expect(timing.armed).toBe(0);
  });

  test("opens anew after a loss, later after each attempt in vain, and soon again after a session", async () => {
    const { told, server, timing, link } = await setUp();
    server.refuse("unreachable");
    server.disconnect();
    const attempts: number[] = [];
    for (let elapsed = 0; attempts.length < 4; elapsed += 5) {
      const before = server.addresses.length;
      await timing.advance(5);
      if (server.addresses.length > before) attempts.push(elapsed + 5);
    }
    expect(attempts).toEqual([75, 225, 525, 1125]);
    server.refuse("none");
    await timing.advance(1000);
    server.disconnect();
    await timing.advance(75);
    expect(told).toEqual(["ready", "lost: unreachable", "ready", "lost: unreachable", "ready"]);
    link.close();
  });

  test("gives a full server two seconds before it asks again", async () => {
    const { server, timing, link } = await setUp();
    server.disconnect(1013);
    await timing.advance(1999);
    expect(server.addresses).toHaveLength(1);
    await timing.advance(2000);
    expect(server.addresses).toHaveLength(2);
    link.close();
  });

  test("ends for good when the server says that another attempt is in vain", async () => {
    const { told, server, timing } = await setUp();
    server.disconnect(4403);
    await timing.advance(60_000);
    expect(told).toEqual(["ready", "failed: origin-refused"]);
    expect(timing.armed).toBe(0);
  });

  test("sends on an open session alone, and says so", async () => {
    const { server, link } = await setUp();
    const ping = JSON.stringify({ type: "ping", id: 1 });
    expect(link.send(ping)).toBe(true);
    await settleMicrotasks();
    expect(server.messages.at(-1)).toEqual({ type: "ping", id: 1 });
    server.disconnect();
    await settleMicrotasks();
    expect(link.send(ping)).toBe(false);
    expect(link.bufferedAmount).toBe(0);
    link.close();
    expect(link.send(ping)).toBe(false);
  });

  test("has nothing to send on while the session is not ready", async () => {
    const server = createFakeServer();
    server.freeze(true);
    const { link } = await setUp({ WebSocket: server.WebSocket });
    expect(link.send("early")).toBe(false);
    server.freeze(false);
    await settleMicrotasks();
    expect(link.send(JSON.stringify({ type: "ping", id: 1 }))).toBe(true);
    link.close();
  });

  test("renewing gives the session up and opens another", async () => {
    const { told, server, timing, link } = await setUp();
    link.renew();
    expect(told).toEqual(["ready", "lost: unreachable"]);
    await timing.advance(75);
    expect(told.at(-1)).toBe("ready");
    expect(server.connections).toBe(1);
    link.close();
  });

  test("hurrying tries at once instead of waiting, and only then", async () => {
    const { told, server, timing, link } = await setUp();
    link.hurry();
    expect(server.addresses).toHaveLength(1);
    server.disconnect();
    await settleMicrotasks();
    link.hurry();
    link.hurry();
    await settleMicrotasks();
    expect(told.at(-1)).toBe("ready");
    await timing.advance(10_000);
    expect(server.addresses).toHaveLength(2);
    link.close();
  });

  test("nothing is buffered without a session", async () => {
    const Own = createFakeServer().WebSocket;
    class Busy extends Own {
      override bufferedAmount = 7;
    }
    const { timing, link } = await setUp({ WebSocket: Busy });
    expect(link.bufferedAmount).toBe(7);
    link.renew();
    expect(link.bufferedAmount).toBe(0);
    await timing.advance(75);
    expect(link.bufferedAmount).toBe(7);
    link.close();
    expect(link.bufferedAmount).toBe(0);
  });

  test("closing ends the session on the server", async () => {
    const { told, server, timing, link } = await setUp();
    link.close();
    await settleMicrotasks();
    expect(told).toEqual(["ready"]);
    expect(server.connections).toBe(0);
    expect(timing.armed).toBe(0);
  });

  test("a closed link tells of nothing and tries nothing", async () => {
    const { told, server, timing, link } = await setUp();
    server.disconnect();
    await settleMicrotasks();
    link.close();
    expect(timing.armed).toBe(0);
    link.hurry();
    link.renew();
    await timing.advance(60_000);
    expect(told).toEqual(["ready", "lost: unreachable"]);
    expect(server.addresses).toHaveLength(1);
    expect(timing.armed).toBe(0);
  });
});

describe("the token of a link", () => {
  test("is put into the address, asked for anew by each attempt", async () => {
    let issued = 0;
    const { server, timing, link } = await setUp({ token: () => `t${++issued}` });
    server.disconnect();
    await timing.advance(1000);
    expect(server.addresses).toEqual(
      ["t1", "t2"].map((token) => `ws://a/v1/recognize?access_token=${token}`),
    );
    link.close();
  });

  test("that comes after the link was closed opens nothing", async () => {
    const token = deferred<string>();
    const { server, told, link } = await setUp({ token: () => token.promise });
    link.close();
    token.resolve("late");
    await settleMicrotasks();
    expect(server.addresses).toEqual([]);
    expect(told).toEqual([]);
  });

  test("that cannot be had fails the first attempt, in words of its own", async () => {
    const errors: SignifyError[] = [];
    const cause = new TypeError("no network");
    await setUp({ token: () => Promise.reject(cause), onFailed: (error) => void errors.push(error) });
    expect(errors).toMatchObject([
      { code: "unauthorized", message: expect.stringMatching(/failed to give a token/), cause },
    ]);
  });

  test.each([
    ["for any reason", new TypeError("no network")],
    ["for one that passes", new SignifyError("unreachable", "Try again.")],
  ])("that cannot be had later, %s, is asked for again", async (_, failure) => {
    let asked = 0;
    const token = async () => {
      asked += 1;
      if (asked === 2) throw failure;
      return "t";
    };
    const { told, server, timing, link } = await setUp({ token });
    server.disconnect();
    await timing.advance(1000);
    expect(asked).toBe(3);
    expect(told).toEqual(["ready", "lost: unreachable", "ready"]);
    link.close();
  });

  test("that is refused for good by whoever gives it ends the link", async () => {
    let asked = 0;
    const token = async () => {
      asked += 1;
      if (asked === 2) throw new SignifyError("unauthorized", "Signed out.");
      return "t";
    };
    const { told, server, timing } = await setUp({ token });
    server.disconnect();
    await timing.advance(60_000);
    expect(told).toEqual(["ready", "lost: unreachable", "failed: unauthorized"]);
    expect(timing.armed).toBe(0);
  });

  test("a bad address is told at once, and nothing is opened", async () => {
    const { told, server } = await setUp({ url: "localhost:8765" });
    expect(told).toEqual(["failed: bad-address"]);
    expect(server.addresses).toEqual([]);
  });
});
