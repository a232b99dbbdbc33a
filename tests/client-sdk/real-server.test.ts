import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type ClientEventOf, connect, type SignifyClient, SignifyError } from "@signify/client-sdk";
import sharp from "sharp";
import { WebSocket as NodeWebSocket } from "ws";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { signingHand } from "./support/signing-hand.ts";
import { startSlowLink } from "./support/slow-link.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess();
  await server.ready();
});
afterAll(() => server.stop());

/** Sends a hand 30 times a second until stopped. */
function film(client: SignifyClient): () => void {
  let frame = 0;
  const camera = setInterval(() => client.sendLandmarks(signingHand(frame++)), 33);
  return () => clearInterval(camera);
}

const next = <Type extends "prediction" | "target" | "error" | "state">(client: SignifyClient, type: Type) =>
  new Promise<ClientEventOf<Type>>((resolve) => {
    const off = client.on(type, (event) => {
      off();
      resolve(event);
    });
  });

const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await Bun.sleep(5);
};

/** What the server counts. */
async function openConnections(): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  const gauges = [...metrics.matchAll(/^signify_connections\{[^}]*\} (\d+)$/gm)];
  return gauges.reduce((sum, [, count]) => sum + Number(count), 0);
}

describe("against the real server", () => {
  test("landmarks in, letters out, with the target's probability", async () => {
    await using client = await connect({ url: server.url, target: "B" });
    const stop = film(client);
    const prediction = await next(client, "prediction");
    stop();
    expect(prediction).toMatchObject({ target: "B", epoch: 1 });
    expect(prediction.top).toHaveLength(3);
    expect(prediction.targetProbability).toBeGreaterThanOrEqual(0);
    expect(client.session.limits.framesPerSecond).toBeGreaterThan(0);
  });

  test("a loop over events sees the window fill, then letters", async () => {
    await using client = await connect({ url: server.url });
    const stop = film(client);
    const seen = new Set<string>();
    for await (const event of client.events()) {
      seen.add(event.type === "status" ? event.state : event.type);
      if (event.type === "prediction") break;
    }
    stop();
    expect([...seen]).toEqual(["filling", "tracking", "prediction"]);
  });

  test("targets set faster than the server takes messages end at the last one, and no older letter comes", async () => {
    await using client = await connect({ url: server.url, target: "A" });
    const stop = film(client);
    let wrong = 0;
    client.on("prediction", ({ target }) => {
      if (target !== client.target) wrong += 1;
    });
    for (let change = 0; change < 150; change++) {
      client.setTarget(change % 2 ? "B" : "C");
      await Bun.sleep(2);
    }
    client.setTarget("D");
    const prediction = await next(client, "prediction");
    stop();
    expect(prediction.target).toBe("D");
    expect(wrong).toBe(0);
  });

  test("a camera of 200 frames a second is paced down, without one complaint of the server", async () => {
    await using client = await connect({ url: server.url });
    const complaints: SignifyError[] = [];
    client.on("error", ({ error }) => complaints.push(error));
    const started = performance.now();
    let frame = 0;
    while (performance.now() - started < 3000) {
      client.sendLandmarks(signingHand(frame++));
      await Bun.sleep(4);
    }
    const { sent, dropped } = client.counts;
    expect(complaints).toEqual([]);
    expect(sent / 3).toBeLessThanOrEqual(client.session.limits.framesPerSecond);
    expect(sent).toBeGreaterThan(60);
    expect(dropped.paced).toBeGreaterThan(0);
  });

  test("a picture that is none is told and does not end the session", async () => {
    await using client = await connect({ url: server.url, mode: "still" });
    client.sendFrame(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    const { error } = await next(client, "error");
    expect(SignifyError.isInstance(error)).toBe(true);
    expect(error.code).toBe("bad-picture");
    expect(client.state).toBe("ready");
  });

  test("two clients at once get their own letters", async () => {
    await using one = await connect({ url: server.url, target: "A" });
    await using two = await connect({ url: server.url, target: "Z" });
    const stops = [film(one), film(two)];
    const [first, second] = await Promise.all([next(one, "prediction"), next(two, "prediction")]);
    for (const stop of stops) stop();
    expect([first.target, second.target]).toEqual(["A", "Z"]);
  });

  test("a wrong path and a port where nobody listens are unreachable", async () => {
    const codes = await Promise.all(
      [`${server.url}/nothing-here`, "ws://127.0.0.1:9"].map((url) =>
        connect({ url }).catch((error: SignifyError) => error.code),
      ),
    );
    expect(codes).toEqual(["unreachable", "unreachable"]);
  });

  test("what speaks another protocol is told to be the wrong server", async () => {
    const other = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      fetch: (request, self) => (self.upgrade(request) ? undefined : new Response("no")),
      websocket: { message: (socket) => void socket.send("hello there") },
    });
    const error = await connect({ url: `ws://127.0.0.1:${other.port}` }).catch(
      (error: SignifyError) => error,
    );
    expect(error).toMatchObject({ code: "wrong-server", retryable: false });
    await other.stop(true);
  });
});

describe("over a slow link", () => {
  test("frames are paced down to what it carries, and what arrives is young", async () => {
    const link = await startSlowLink(server.port, 120_000);
    const picture = await sharp({
      create: {
        width: 640,
        height: 480,
        channels: 3,
        noise: { type: "gaussian", mean: 128, sigma: 8 },
        background: "#888",
      },
    })
      .jpeg({ quality: 50 })
      .toBuffer();
    const client = await connect({ url: link.url, events: ["landmarks"] });
    const sentAt = new Map<number, number>();
    const ages: number[] = [];
    const states: (string | undefined)[] = [];
    client.on("landmarks", ({ sequence }) => ages.push(performance.now() - (sentAt.get(sequence) ?? 0)));
    client.on("state", ({ reason }) => states.push(reason));
    const camera = setInterval(() => sentAt.set(client.sendFrame(picture), performance.now()), 33);
    await Bun.sleep(6000);
    clearInterval(camera);
    const { offered, sent, dropped } = client.counts;
    process.stderr.write(
      `slow link: pictures of ${picture.byteLength} bytes, ${sent} of ${offered} sent, ${ages.length} seen, oldest ${Math.round(Math.max(...ages))} ms\n`,
    );
    client.close();
    link.stop();
    expect(dropped["slow-link"]).toBeGreaterThan(offered / 4);
    expect(ages.length).toBeGreaterThan(5);
    expect(Math.max(...ages)).toBeLessThan(2000);
    expect(states).toContain("slow-link");
  }, 30_000);
});

describe("a page of an origin that the server does not allow", () => {
  test("is told so, and what to do", async () => {
    class ForeignPage extends NodeWebSocket {
      constructor(url: string) {
        super(url, { headers: { origin: "https://elsewhere.example" } });
      }
    }
    const error = await connect({ url: server.url, WebSocket: ForeignPage }).catch(
      (error: SignifyError) => error,
    );
    expect(error).toMatchObject({ code: "origin-refused", retryable: false });
    expect((error as SignifyError).message).toContain("ALLOWED_ORIGINS");
  });
});

describe("a server with a token", () => {
  test("is opened by it, and without it says so", async () => {
    const guarded = await startServerProcess({ AUTH_TOKEN: "open sesame" });
    try {
      const refused = await connect({ url: guarded.url }).catch((error: SignifyError) => error);
      expect(refused).toMatchObject({ code: "unauthorized", retryable: false });
      await using client = await connect({ url: guarded.url, token: async () => "open sesame" });
      expect(client.state).toBe("ready");
    } finally {
      await guarded.stop();
    }
  });
});

describe("a server that is killed under a streaming client", () => {
  test("letters come again within 2 s of its return, for the same target, and no old one", async () => {
    const first = await startServerProcess();
    await first.ready();
    await using client = await connect({ url: first.url, target: "A" });
    const stop = film(client);
    await next(client, "prediction");
    client.setTarget("K");
    await next(client, "prediction");
    const sentBefore = client.counts.sent;
    await first.kill();
    await until(() => client.state === "connecting");
    const lastOfOld = client.sendLandmarks(signingHand(0));
    await Bun.sleep(3000);

    const returning = startServerProcess({ WEBSOCKET_PORT: String(first.port) });
    const second = await returning;
    const back = performance.now();
    const prediction = await next(client, "prediction");
    const took = performance.now() - back;
    stop();
    expect(took).toBeLessThan(2000);
    expect(prediction.target).toBe("K");
    expect(prediction.sequence).toBeGreaterThan(lastOfOld);
    expect(client.counts.sent).toBeGreaterThan(sentBefore);
    expect(client.counts.dropped.disconnected).toBeGreaterThan(50);
    process.stderr.write(`letters again ${Math.round(took)} ms after the server listened\n`);
    await second.stop();
  }, 30_000);
});

describe("a thousand reconnects", () => {
  test("leave no socket, timer or memory behind, on either side", async () => {
    const url = server.url;
    const open = async () => {
      await using client = await connect({ url });
      client.sendLandmarks(signingHand(0));
    };
    for (let warm = 0; warm < 50; warm++) await open();
    Bun.gc(true);
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < 1000; round++) await open();
    Bun.gc(true);
    const grown = process.memoryUsage().heapUsed - before;
    expect(grown / 1000).toBeLessThan(1000);
    await until(async () => (await openConnections()) === 0);
    process.stderr.write(`1,000 reconnects: ${grown} bytes more on the heap, no connection left\n`);
  }, 60_000);
});
