import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { connect, type SignifyClient, SignifyError } from "@signify/client-sdk";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import sharp from "sharp";
import { WebSocket as NodeWebSocket } from "ws";
import { type Camera, switchOnCamera } from "../support/camera.ts";
import { metricsAtRest } from "../support/metrics.ts";
import { signingHand } from "../support/signing-hand.ts";
import { until } from "../support/with-deadline.ts";
import { nextEvent } from "./support/next-event.ts";
import { startSlowLink } from "./support/slow-link.ts";

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Sends a hand again and again, 30 times a second unless told otherwise. */
function film(client: SignifyClient, interval = 33): Camera {
  return switchOnCamera((frame) => client.sendLandmarks(signingHand(frame)), interval);
}

describe("against the real server", () => {
  test("landmarks in, letters out, with the target's probability", async () => {
    await using client = await connect({ url: server.url, target: "B" });
    using _camera = film(client);
    const prediction = await nextEvent(client, "prediction");
    expect(prediction).toMatchObject({ target: "B", epoch: 1 });
    expect(prediction.top).toHaveLength(3);
    expect(prediction.targetProbability).toBeGreaterThanOrEqual(0);
    expect(client.session.limits.framesPerSecond).toBeGreaterThan(0);
  });

  test("a loop over events sees the window fill, then letters", async () => {
    await using client = await connect({ url: server.url });
    using _camera = film(client);
    const seen = new Set<string>();
    for await (const event of client.events()) {
      seen.add(event.type === "status" ? event.state : event.type);
      if (event.type === "prediction") break;
    }
    expect([...seen]).toEqual(["filling", "tracking", "prediction"]);
  });

  test("targets set faster than the server takes messages end at the last one, and no older letter comes", async () => {
    await using client = await connect({ url: server.url, target: "A" });
    using _camera = film(client);
    let wrong = 0;
    client.on("prediction", ({ target }) => {
      if (target !== client.target) wrong += 1;
    });
    using hasty = switchOnCamera((change) => client.setTarget(change % 2 ? "B" : "C"), 2);
    await until("150 targets to be set", () => hasty.frames >= 150);
    hasty.off();
    client.setTarget("D");
    const prediction = await nextEvent(client, "prediction");
    expect(prediction.target).toBe("D");
    expect(wrong).toBe(0);
  });

  test("a camera of 200 frames a second is paced down, without one complaint of the server", async () => {
    await using client = await connect({ url: server.url });
    const complaints: SignifyError[] = [];
    client.on("error", ({ error }) => complaints.push(error));
    const { counts, session } = client;
    const start = performance.now();
    using camera = film(client, 5);
    await until("120 frames to be sent", () => counts.sent >= 120);
    camera.off();
    const seconds = (performance.now() - start) / 1000;
    // Two more than the rate allows may go at the start.
    expect(counts.sent).toBeLessThanOrEqual(session.limits.framesPerSecond * seconds + 2);
    expect(counts.dropped.paced).toBeGreaterThan(0);
    client.setTarget("B");
    // Messages keep their order: what the server has to say of the frames is said by then.
    await nextEvent(client, "target");
    expect(complaints).toEqual([]);
  });

  test("a picture that is none is told and does not end the session", async () => {
    await using client = await connect({ url: server.url, mode: "still" });
    client.sendFrame(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    const { error } = await nextEvent(client, "error");
    expect(SignifyError.isInstance(error)).toBe(true);
    expect(error.code).toBe("bad-picture");
    expect(client.state).toBe("ready");
  });

  test("two clients at once get their own letters", async () => {
    await using one = await connect({ url: server.url, target: "A" });
    await using two = await connect({ url: server.url, target: "Z" });
    using _one = film(one);
    using _two = film(two);
    const [first, second] = await Promise.all([one, two].map((client) => nextEvent(client, "prediction")));
    expect([first?.target, second?.target]).toEqual(["A", "Z"]);
  });

  test("a wrong path and a port where nobody listens are unreachable", async () => {
    const codes = await Promise.all(
      [`${server.url}nothing-here`, "ws://127.0.0.1:9"].map((url) =>
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
    const background = "#888";
    const noise = { type: "gaussian", mean: 128, sigma: 8 } as const;
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, noise, background } })
      .jpeg({ quality: 50 })
      .toBuffer();
    const client = await connect({ url: link.url, events: ["landmarks"] });
    const { counts } = client;
    /** How many frames had been sent when each frame was offered. */
    const sentBefore = new Map<number, number>();
    /** Frames that were on their way behind each frame that the server has seen. */
    const behind: number[] = [];
    const reasons: (string | undefined)[] = [];
    client.on("landmarks", ({ sequence }) => behind.push(counts.sent - (sentBefore.get(sequence) ?? 0)));
    client.on("state", ({ reason }) => reasons.push(reason));
    using camera = switchOnCamera(() => {
      const { sent } = counts;
      sentBefore.set(client.sendFrame(picture), sent);
    }, 33);
    await until(
      "the link to be called slow, and 6 frames to arrive of 150",
      () => reasons.includes("slow-link") && behind.length >= 6 && counts.offered >= 150,
    );
    camera.off();
    client.close();
    link.stop();
    expect(counts.dropped["slow-link"]).toBeGreaterThan(counts.offered / 4);
    // Without pacing most of the 150 would be on their way.
    expect(Math.max(...behind)).toBeLessThan(50);
  });
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
    await using guarded = await launchServer({ environment: { AUTH_TOKEN: "open sesame" } });
    const refused = await connect({ url: guarded.url }).catch((error: SignifyError) => error);
    expect(refused).toMatchObject({ code: "unauthorized", retryable: false });
    await using client = await connect({ url: guarded.url, token: async () => "open sesame" });
    expect(client.state).toBe("ready");
  });
});

describe("a server that is killed under a streaming client", () => {
  test("letters come again when it returns, for the same target, and no old one", async () => {
    await using first = await launchServer();
    await using client = await connect({ url: first.url, target: "A" });
    using _camera = film(client);
    await nextEvent(client, "prediction");
    client.setTarget("K");
    await nextEvent(client, "prediction");
    const { counts } = client;
    first.signal("SIGKILL");
    await until("the client to connect again", () => client.state === "connecting");
    const sentBefore = counts.sent;
    const lastOfOld = client.sendLandmarks(signingHand(0));
    await until("50 frames to be dropped", () => counts.dropped.disconnected > 50);
    expect(counts.sent).toBe(sentBefore);

    const prediction = nextEvent(client, "prediction");
    await using _second = await launchServer({ environment: { WEBSOCKET_PORT: String(first.port) } });
    expect((await prediction).target).toBe("K");
    expect((await prediction).sequence).toBeGreaterThan(lastOfOld);
    expect(counts.sent).toBeGreaterThan(sentBefore);
  });
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
    await metricsAtRest(server);
    process.stderr.write(`1,000 reconnects: ${grown} bytes more on the heap, no connection left\n`);
  }, 60_000);
});
