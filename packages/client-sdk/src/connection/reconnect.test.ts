import { describe, expect, test } from "bun:test";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { openFakeSession } from "../testing/open-fake-session.ts";
import { lettersOf, statesOf } from "../testing/record-events.ts";

describe("a client that loses its server", () => {
  test("comes back after the connection is lost, with its target, and sends nothing old", async () => {
    const { server, client, events, timing } = await openFakeSession({ target: "A", events: ["status"] });
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    server.disconnect();
    await timing.advance(0);
    expect(client.state).toBe("connecting");
    client.setTarget("Q");
    client.sendFrame(fakeJpeg());
    await timing.advance(100);
    expect(client.state).toBe("ready");
    expect(server.messages.at(-1)).toEqual({
      ...{ type: "session.start", target: "Q", mode: "live", events: ["status"] },
    });
    expect(server.frames).toHaveLength(1);
    expect(client.counts.dropped.disconnected).toBe(1);
    expect(statesOf(events)).toEqual(["lost", "ready"]);
    client.close();
  });

  test("a target that is set while the session is opened again is not answered with letters of the old one", async () => {
    const { server, client, events, timing } = await openFakeSession({ target: "A" });
    server.disconnect();
    await timing.advance(0);
    server.freeze(true);
    await timing.advance(500);
    client.setTarget("B");
    server.freeze(false);
    server.predict("A");
    await timing.advance(100);
    expect(lettersOf(events)).toEqual([]);
    expect(server.target).toBe("B");
    expect(client.state).toBe("ready");
    client.close();
  });

  test.each([1001, 1006, 1011, 1013, 4429])("tries again after close code %d", async (code) => {
    const { server, client, timing } = await openFakeSession();
    server.disconnect(code);
    await timing.advance(15_000);
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(2);
    client.close();
  });

  test.each([
    [4401, "unauthorized", /token/],
    [4403, "origin-refused", /ALLOWED_ORIGINS/],
  ] as const)("close code %d ends in a closed client that says what to do", async (close, code, advice) => {
    const { server, client, events, timing } = await openFakeSession();
    const loop = client.events();
    server.disconnect(close);
    await timing.advance(60_000);
    expect(client.state).toBe("closed");
    expect(client.error).toMatchObject({ code, message: expect.stringMatching(advice) });
    expect(events.at(-1)).toMatchObject({ type: "state", state: "closed", error: { code } });
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect(await loop.next().catch((error: unknown) => error)).toMatchObject({ code });
    expect(timing.armed).toBe(0);
  });

  test("asks for a fresh token for each attempt", async () => {
    let issued = 0;
    const { server, client, timing } = await openFakeSession({ token: async () => `token-${++issued}` });
    server.disconnect();
    await timing.advance(1000);
    expect(server.addresses.map((address) => address.split("=")[1])).toEqual(["token-1", "token-2"]);
    client.close();
  });

  test("keeps trying while the server is away, and finds it within two seconds of its return", async () => {
    const { server, client, timing } = await openFakeSession();
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(30_000);
    expect(client.state).toBe("connecting");
    const attempts = server.addresses.length;
    expect(attempts).toBeLessThan(60);
    server.refuse("none");
    await timing.advance(1000);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("notices a server that is silent, says so, and connects anew", async () => {
    const { server, client, events, timing } = await openFakeSession();
    server.freeze(true);
    client.sendFrame(fakeJpeg());
    await timing.advance(1000);
    client.sendFrame(fakeJpeg());
    await timing.advance(2500);
    expect(statesOf(events)).toEqual(["silent"]);
    await timing.advance(4000);
    expect(statesOf(events)).toEqual(["silent", "lost"]);
    server.freeze(false);
    await timing.advance(12_000);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("asks a quiet server for a sign of life and stays", async () => {
    const { server, client, timing } = await openFakeSession();
    await timing.advance(60_000);
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(1);
    expect(server.messages.filter(({ type }) => type === "ping").length).toBeGreaterThan(4);
    client.close();
  });

  test("a target that is not answered is silence too", async () => {
    const { server, client, events, timing } = await openFakeSession();
    server.freeze(true);
    client.setTarget("B");
    await timing.advance(2500);
    expect(statesOf(events)).toEqual(["silent"]);
    client.close();
  });

  test("how long it is patient is for the app to say", async () => {
    const { server, client, events, timing } = await openFakeSession({
      ...{ keepAliveInterval: 1000, keepAliveTimeout: 2000 },
    });
    await timing.advance(1500);
    expect(server.messages.at(-1)).toMatchObject({ type: "ping" });
    server.freeze(true);
    await timing.advance(4000);
    expect(statesOf(events)).toEqual(["silent", "lost"]);
    client.close();
  });

  test("tries again at once when the browser says that the network is back", async () => {
    const { server, client, timing } = await openFakeSession();
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(30_000);
    server.refuse("none");
    globalThis.dispatchEvent(new Event("online"));
    await timing.advance(0);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("letters that a loop has not read are gone with the connection", async () => {
    const { server, client, timing } = await openFakeSession({ target: "A" });
    const loop = client.events();
    server.predict("A");
    await timing.advance(0);
    server.disconnect();
    await timing.advance(0);
    expect((await loop.next()).value).toMatchObject({ type: "state", reason: "lost" });
    client.close();
  });

  test("a thousand reconnects leave nothing behind", async () => {
    const { server, client, timing } = await openFakeSession({ target: "A" });
    const idle = timing.armed;
    for (let round = 0; round < 1000; round++) {
      client.sendFrame(fakeJpeg());
      server.disconnect();
      await timing.advance(200);
    }
    expect(client.state).toBe("ready");
    expect(server.addresses).toHaveLength(1001);
    expect(server.connections).toBe(1);
    expect(timing.armed).toBe(idle);
    client.close();
    expect(timing.armed).toBe(0);
  });
});
